using System.Collections.Immutable;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Grains.Abstractions.Views;

namespace LiveClass.Tests.Browser.Student;

/// <summary>What a student sees at moments of a lesson.</summary>
internal static class OwnViews
{
    private static long version;

    /// <summary>A question of an item.</summary>
    public static StudentBoardView Asked(string item, string student = "ana", NextStepKind kind = NextStepKind.Practice, string skill = "k11", string why = "You are close to getting this one.") =>
        Of(student, new CardView($"step-{kind}-{item}", 0, kind, skill, "Add and take away, different bottoms", why, Item: item));

    /// <summary>Any card.</summary>
    public static StudentBoardView Of(string student, CardView? card)
    {
        var now = ++version;
        return new StudentBoardView
        {
            Classroom = "6a",
            Version = now,
            Now = Instant.Of(TimeProvider.System.GetUtcNow()),
            Student = student,
            Name = student == "ana" ? "Ana" : student == "ben" ? "Ben" : "Zoë",
            Presence = Presence.Here,
            Lesson = LessonState.Running,
            PlannedEnd = Instant.Of(new DateTimeOffset(2026, 11, 22, 9, 42, 0, TimeSpan.Zero)),
            Card = card is null ? null : card with { Version = now },
            Skills = Skills,
        };
    }

    /// <summary>A card that asks nothing.</summary>
    public static StudentBoardView Told(NextStepKind kind, string student = "ana") => Of(student, kind switch
    {
        NextStepKind.GoToStation => new CardView("step-go", 0, kind, null, null, "Your teacher wants to see how you do it.", Where: "3 Pairs"),
        NextStepKind.Choose => new CardView("step-choose", 0, kind, null, null, "Both are good for you now.", Options:
        [
            new CardOptionView("k16", NextStepKind.Practice, "k16", "Ratios in words"),
            new CardOptionView("k11", NextStepKind.Review, "k11", "Add and take away, different bottoms"),
        ]),
        NextStepKind.WorkOnPaper => new CardView("step-paper", 0, kind, "k15", "Divide fractions", "There are no questions of this on the device yet."),
        NextStepKind.Wait => new CardView("step-wait", 0, kind, null, null, "Your teacher is setting up the next part."),
        NextStepKind.Done => new CardView("step-done", 0, kind, null, null, ""),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    });

    private static ImmutableArray<OwnSkillView> Skills { get; } =
    [
        new("k11", "Add and take away, different bottoms", MasteryLevel.Struggling), new("k13", "Fraction times fraction", MasteryLevel.Learning),
        new("k15", "Divide fractions", MasteryLevel.NotStarted), new("k16", "Ratios in words", MasteryLevel.Mastered), new("k17", "Per one", MasteryLevel.ReviewDue),
    ];
}
