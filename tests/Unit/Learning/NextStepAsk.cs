using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Learning.NextSteps;
using LiveClass.Learning.Progressions;

namespace LiveClass.Tests.Unit.Learning;

/// <summary>A student in a running lesson at a device, with skills by index (keys are 100 + index) and what differs per test.</summary>
internal sealed class NextStepAsk
{
    public static readonly MasteryEstimate Mastered = new()
    {
        Mastery = 0.97f,
        Next = 0.9f,
        Opportunities = 4,
        Right = 4,
        Recent = 0b1111,
        ReachedMastery = true,
        Level = MasteryLevel.Mastered,
        LastAt = PracticeRun.Start,
    };

    public static readonly MasteryEstimate Struggling = new()
    {
        Mastery = 0.12f,
        Next = 0.3f,
        Opportunities = 4,
        Level = MasteryLevel.Struggling,
        LastAt = PracticeRun.Start,
    };

    public NextStepAsk(params int[][] prerequisites)
    {
        Progression = ProgressionOf(prerequisites);
        Skills = new MasteryEstimate[prerequisites.Length];
    }

    public Progression Progression { get; }
    public MasteryEstimate[] Skills { get; }
    public ClassroomItems Items { get; } = new();
    public int[] Targets { get; init; } = [];
    public int LastItem { get; set; } = -1;
    public NextStep Current { get; set; }
    public int PinnedSkill { get; set; } = -1;
    public ItemKey PinnedItem { get; set; }
    public Instant PinnedUntil { get; set; }
    public bool LessonRunning { get; set; } = true;
    public bool EyesUp { get; set; }
    public StationKind? Station { get; set; }
    public StationKey StationKey { get; set; }
    public Instant Now { get; set; } = PracticeRun.Start + TimeSpan.FromMinutes(1);
    public long Seed { get; set; } = 1;
    public AbilityEstimate Student { get; set; }

    public NextStepQuestion Question => new()
    {
        Policy = ClassroomPolicy.Default,
        Progression = Progression,
        Skills = Skills,
        Student = Student,
        Targets = Targets,
        Items = Items,
        LastItem = LastItem,
        Current = Current,
        PinnedSkill = PinnedSkill,
        PinnedItem = PinnedItem,
        PinnedUntil = PinnedUntil,
        LessonRunning = LessonRunning,
        EyesUp = EyesUp,
        Station = Station,
        StationKey = StationKey,
        Now = Now,
        Seed = Seed,
    };

    public NextStep Choose() => NextStepRule.Choose(Question);

    /// <summary>Two easy items for every skill.</summary>
    public NextStepAsk WithItems()
    {
        for (var skill = 0; skill < Skills.Length; skill++)
        {
            Items.Add(skill);
            Items.Add(skill);
        }
        return this;
    }

    public static SkillKey Key(int skill) => new(100 + skill);

    public static Progression ProgressionOf(params int[][] prerequisites) => Progression.Of(
        [.. prerequisites.Select((needs, i) => new SkillLine(Key(i), [.. needs.Select(Key)]))]);
}
