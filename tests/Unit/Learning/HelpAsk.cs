using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Learning.Help;

namespace LiveClass.Tests.Unit.Learning;

/// <summary>A student who joined at <see cref="Joined"/>, works at a device, and what differs per test.</summary>
internal sealed class HelpAsk
{
    public static readonly Instant Joined = PracticeRun.Start;
    public static readonly SkillKey SkillKey = new(100);

    public ClassroomPolicy Policy { get; init; } = ClassroomPolicy.Default;
    public Instant Now { get; set; } = Joined + TimeSpan.FromMinutes(20);
    public Instant JoinedAt { get; set; } = Joined;
    public Instant LastAnswerAt { get; set; } = Joined + TimeSpan.FromMinutes(19.5);
    public Instant ExpectedSince { get; set; }
    public PracticeRun Practice { get; set; } = new();
    public Presence Presence { get; set; } = Presence.Here;
    public StationKind? Station { get; set; }
    public NextStepKind Card { get; set; } = NextStepKind.Practice;
    public LessonBlockKind Block { get; set; } = LessonBlockKind.Rotation;
    public bool LessonRunning { get; set; } = true;
    public bool EyesUp { get; set; }
    public bool Paused { get; set; }
    public bool LinkLost { get; set; }
    public Instant HandSince { get; set; }
    public HelpNeeded[] Held { get; set; } = [];
    public bool Practised { get; set; } = true;

    public HelpQuestion Question => new()
    {
        Policy = Policy,
        Now = Now,
        JoinedAt = JoinedAt,
        LastAnswerAt = LastAnswerAt,
        ExpectedSince = ExpectedSince,
        Student = Practice.Student,
        Skills = Practice.Skills,
        Presence = Presence,
        Station = Station,
        Card = Card,
        Block = Block,
        LessonRunning = LessonRunning,
        EyesUp = EyesUp,
        Paused = Paused,
        LinkLost = LinkLost,
        HandUp = HandSince.IsSome,
        HandSince = HandSince,
        Held = Held,
        LastSkill = Practised ? 0 : -1,
        LastSkillKey = Practised ? SkillKey : default,
    };

    public Instant NextDue => HelpRule.NextDue(Question);

    public HelpVerdict Verdict => HelpRule.Verdict(Question);

    public HelpNeeded[] Judge()
    {
        Span<HelpNeeded> found = stackalloc HelpNeeded[HelpRule.Most];
        return found[..HelpRule.Judge(Question, found)].ToArray();
    }

    public HelpReason[] Reasons() => [.. Judge().Select(need => need.Reason)];

    /// <summary>Judges and holds what was found, as the classroom does.</summary>
    public HelpReason[] Hold()
    {
        Held = Judge();
        return [.. Held.Select(need => need.Reason)];
    }

    /// <summary>Silence from 10 minutes after joining, seen this long after.</summary>
    public HelpAsk SilentFor(double minutes)
    {
        LastAnswerAt = Joined + TimeSpan.FromMinutes(10);
        Now = LastAnswerAt + TimeSpan.FromMinutes(minutes);
        return this;
    }
}
