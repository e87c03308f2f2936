using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Events;
using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Silo.Grains.Student;

/// <summary>A command about a student that its sender can still take back.</summary>
/// <param name="Position">The entry that carried it.</param>
/// <param name="By">Who sent it.</param>
/// <param name="Until">Until when.</param>
/// <param name="Parts">What it changed.</param>
/// <param name="Skill">The skill whose estimate it moved; none where none.</param>
/// <param name="Without">What that estimate would be without it.</param>
/// <param name="Before">How the student was before it.</param>
public sealed record StudentUndo(
    long Position, Actor By, Instant Until, StudentParts Parts, SkillKey Skill, MasteryEstimate Without, StudentBefore Before);

/// <summary>What of a student a command can change, as it was before one.</summary>
public sealed record StudentBefore
{
    /// <summary>Presence.</summary>
    public Presence Presence { get; init; }

    /// <summary>Since when.</summary>
    public Instant PresenceSince { get; init; }

    /// <summary>When the student came.</summary>
    public Instant JoinedAt { get; init; }

    /// <summary>Until when a break was to last.</summary>
    public Instant BreakUntil { get; init; }

    /// <summary>The seat.</summary>
    public StationKey Station { get; init; }

    /// <summary>Since when the hand was up.</summary>
    public Instant HandSince { get; init; }

    /// <summary>What it was about.</summary>
    public TextKey HandAbout { get; init; }

    /// <summary>What it was about, as a code.</summary>
    public HandTopic? HandTopic { get; init; }

    /// <summary>Who was on the way.</summary>
    public AdultKey ClaimedBy { get; init; }

    /// <summary>Who was there.</summary>
    public AdultKey VisitedBy { get; init; }

    /// <summary>The last visit.</summary>
    public Instant LastVisit { get; init; }

    /// <summary>Whether an adult had seen the student.</summary>
    public bool Seen { get; init; }

    /// <summary>The reason that was put off.</summary>
    public HelpReason PutOff { get; init; }

    /// <summary>Until when.</summary>
    public Instant PutOffUntil { get; init; }

    /// <summary>The pinned skill's slot.</summary>
    public int PinnedSkill { get; init; }

    /// <summary>The pinned item.</summary>
    public ItemKey PinnedItem { get; init; }

    /// <summary>Until when.</summary>
    public Instant PinnedUntil { get; init; }

    /// <summary>The goal.</summary>
    public int Goal { get; init; }

    /// <summary>The chosen skill.</summary>
    public SkillKey Chosen { get; init; }

    /// <summary>The check.</summary>
    public OpenCheck? Check { get; init; }

    /// <summary>How many skills were done on paper.</summary>
    public int PaperSkills { get; init; }

    /// <summary>The station whose paper was done.</summary>
    public StationKey PaperStation { get; init; }

    /// <summary>A student as it is.</summary>
    public static StudentBefore Of(StudentState student) => new()
    {
        Presence = student.Presence,
        PresenceSince = student.PresenceSince,
        JoinedAt = student.JoinedAt,
        BreakUntil = student.BreakUntil,
        Station = student.Station,
        HandSince = student.HandSince,
        HandAbout = student.HandAbout,
        HandTopic = student.HandTopic,
        ClaimedBy = student.ClaimedBy,
        VisitedBy = student.VisitedBy,
        LastVisit = student.LastVisit,
        Seen = student.Seen,
        PutOff = student.PutOff,
        PutOffUntil = student.PutOffUntil,
        PinnedSkill = student.PinnedSkill,
        PinnedItem = student.PinnedItem,
        PinnedUntil = student.PinnedUntil,
        Goal = student.Goal,
        Chosen = student.Chosen,
        Check = student.Check,
        PaperSkills = student.PaperSkills.Count,
        PaperStation = student.PaperStation,
    };
}

/// <summary>A check that a student is asked to pass.</summary>
/// <param name="Skill">Of what.</param>
/// <param name="Kind">Items of this kind come first.</param>
/// <param name="Left">How many first attempts are still to come.</param>
/// <param name="ByTeacher">True where an adult asked for it.</param>
/// <param name="Since">Since when: answers given before do not count for it.</param>
public sealed record OpenCheck(SkillKey Skill, EvidenceKind Kind, int Left, bool ByTeacher, Instant Since)
{
    /// <summary>How many items a check has.</summary>
    public const int Items = 3;
}
