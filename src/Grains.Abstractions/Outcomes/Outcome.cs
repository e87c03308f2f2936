namespace LiveClass.Grains.Abstractions.Outcomes;

/// <summary>What a turn did with an entry.</summary>
public enum OutcomeKind : byte
{
    /// <summary>Not known (yet).</summary>
    Unknown,
    /// <summary>An answer was counted, a command accepted.</summary>
    Accepted,
    /// <summary>Seen before; nothing changed.</summary>
    Duplicate,
    /// <summary>A command was refused, with a code.</summary>
    Refused,
    /// <summary>The same number with another body: in the quarantine.</summary>
    Conflict,
    /// <summary>Could not be digested: in the quarantine.</summary>
    Quarantined,
}

/// <summary>Why a command was refused. On the wire in kebab-case (<c>no-lesson</c>). The numbers are part of the format.</summary>
public enum RefusalCode : byte
{
    /// <summary>Not refused.</summary>
    None = 0,
    /// <summary>No lesson is running.</summary>
    NoLesson = 1,
    /// <summary>A lesson is running already.</summary>
    LessonRunning = 2,
    /// <summary>The student is not on the roster.</summary>
    UnknownStudent = 3,
    /// <summary>The skill is not on the classroom's list.</summary>
    UnknownSkill = 4,
    /// <summary>The station is not one of the classroom's.</summary>
    UnknownStation = 5,
    /// <summary>The station is full.</summary>
    StationFull = 6,
    /// <summary>What the command touches has changed since the board that the sender saw.</summary>
    ChangedSince = 7,
    /// <summary>The lesson ended too long ago to be opened again.</summary>
    TooLate = 8,
    /// <summary>There is nothing to take back (no hand raised, no visit begun).</summary>
    NothingToDo = 9,
    /// <summary>Another adult is there or on the way.</summary>
    Claimed = 10,
    /// <summary>The sender may not do this.</summary>
    NotAllowed = 11,
    /// <summary>The item is not known.</summary>
    UnknownItem = 12,
    /// <summary>The planned end is not in the future or more than a day ahead.</summary>
    BadEnd = 13,
    /// <summary>A threshold is outside its range.</summary>
    BadPolicy = 14,
    /// <summary>The clock's expectation no longer holds.</summary>
    NoLongerSo = 15,
    /// <summary>What is kept of the classroom still cannot be read. Told by the partition; never in a journal.</summary>
    StillParked = 200,
    /// <summary>Somebody else gave the command.</summary>
    NotYours = 16,
    /// <summary>It can no longer be taken back: its time is over, or something newer stands on it.</summary>
    UndoTooLate = 17,
    /// <summary>The skill has no items to check it with.</summary>
    NoItems = 18,
    /// <summary>That step is not among those offered now.</summary>
    NotOffered = 19,
    /// <summary>The time is not in the future.</summary>
    BadTime = 20,
}

/// <summary>What the asker is told. A refusal is a value, never an exception.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Code">Why not, where refused.</param>
/// <param name="Version">The board's version after the turn: the entry's position.</param>
/// <param name="Figure">A figure for the words (a station's capacity); 0 where there is none.</param>
public readonly record struct Outcome(OutcomeKind Kind, RefusalCode Code, long Version, int Figure)
{
    /// <summary>Accepted at a position.</summary>
    public static Outcome Accepted(long version) => new(OutcomeKind.Accepted, RefusalCode.None, version, 0);

    /// <summary>Refused for a reason.</summary>
    public static Outcome Refused(RefusalCode code, long version, int figure = 0) => new(OutcomeKind.Refused, code, version, figure);
}
