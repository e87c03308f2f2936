using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Learning.Mastery;

namespace LiveClass.Tests.Unit.Learning;

/// <summary>One student who answers one item of some skills, an answer a minute.</summary>
internal sealed class PracticeRun(int skillCount = 1)
{
    public static readonly Instant Start = new(1_790_000_000_000);

    public AbilityEstimate Student;
    public ItemEstimate Item;
    public readonly MasteryEstimate[] Skills = new MasteryEstimate[skillCount];

    public ClassroomPolicy Policy { get; init; } = ClassroomPolicy.Default;

    public Instant Now { get; private set; } = Start;

    public ref MasteryEstimate Skill => ref Skills[0];

    public PracticeRun Right(int times = 1) => Score(1, times);

    public PracticeRun Wrong(int times = 1) => Score(0, times);

    public PracticeRun Score(float score, int times = 1)
    {
        for (var i = 0; i < times; i++) Count(score);
        return this;
    }

    public PracticeRun Count(
        float score, bool first = true, int hints = 0, int durationMs = -1, EvidenceKind kind = EvidenceKind.Practice, int options = 0)
    {
        Now += TimeSpan.FromMinutes(1);
        AnswerRule.Count(new Answer(score, first, hints, durationMs, kind, Now, options), Policy, ref Student, ref Item, Skills);
        return this;
    }
}
