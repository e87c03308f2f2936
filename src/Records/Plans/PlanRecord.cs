using System.Collections.Immutable;
using LiveClass.Grains.Abstractions;

namespace LiveClass.Records.Plans;

/// <summary>What a lesson is planned to be.</summary>
/// <param name="Title">What people call it, 1 to 200 characters; null where it has no name.</param>
/// <param name="Starts">When it is to start.</param>
/// <param name="Ends">When it is to end; later than it starts, by a day at most.</param>
/// <param name="Targets">The skills that it is for, in order: at most <see cref="MostTargets"/>, none twice.</param>
public sealed record PlanDraft(string? Title, Instant Starts, Instant Ends, ImmutableArray<SkillKey> Targets)
{
    /// <summary>The most learning targets: as many as a lesson has columns.</summary>
    public const int MostTargets = 12;

    /// <summary>The longest that a lesson may last.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>True where it can be kept.</summary>
    public bool IsValid =>
        (Title is null || RecordId.IsName(Title)) && Starts.IsSome && Ends > Starts && Ends - Starts <= Longest
        && Targets.Length <= MostTargets && Targets.Distinct().Count() == Targets.Length;
}

/// <summary>A planned lesson of a classroom: an immutable snapshot.</summary>
/// <param name="Number">Its number; never given twice.</param>
/// <param name="Classroom">Whose.</param>
/// <param name="Draft">What it is planned to be.</param>
/// <param name="Used">When a lesson first started from it; none while none has.</param>
public sealed record PlanRecord(int Number, ClassroomKey Classroom, PlanDraft Draft, Instant Used)
{
    private const string Prefix = "plan-";

    /// <summary>Its outside id.</summary>
    public string Id => $"{Prefix}{Number}";

    /// <summary>How long the lesson is to last.</summary>
    public TimeSpan Length => Draft.Ends - Draft.Starts;

    /// <summary>The number in an outside id; 0 where it is none.</summary>
    public static int NumberOf(string id) =>
        id.StartsWith(Prefix, StringComparison.Ordinal)
        && int.TryParse(id.AsSpan(Prefix.Length), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;
}
