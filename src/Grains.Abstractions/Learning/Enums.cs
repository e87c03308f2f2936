namespace LiveClass.Grains.Abstractions.Learning;

/// <summary>What an answer was for. <see cref="Observed"/> comes from the command <c>observe</c> alone.</summary>
public enum EvidenceKind : byte
{
    /// <summary>Practice.</summary>
    Practice,
    /// <summary>A formative check.</summary>
    Formative,
    /// <summary>An interim assessment.</summary>
    Interim,
    /// <summary>A summative assessment.</summary>
    Summative,
    /// <summary>An adult saw it.</summary>
    Observed,
}

/// <summary>Is the child in the room.</summary>
public enum Presence : byte
{
    /// <summary>On the roster, not yet seen in this lesson.</summary>
    Expected,
    /// <summary>Here.</summary>
    Here,
    /// <summary>On a break.</summary>
    OnBreak,
    /// <summary>Marked absent.</summary>
    Absent,
    /// <summary>Was here and left.</summary>
    Left,
    /// <summary>In another classroom of the school.</summary>
    Elsewhere,
}

/// <summary>The one kind of work of a station.</summary>
public enum StationKind : byte
{
    /// <summary>With the teacher.</summary>
    TeacherLed,
    /// <summary>On a device.</summary>
    Online,
    /// <summary>With others.</summary>
    Collaborative,
    /// <summary>Alone, away from the device.</summary>
    Independent,
    /// <summary>On a project.</summary>
    Project,
    /// <summary>Assessment on a device.</summary>
    Assessment,
}

/// <summary>The kind of a stretch of a lesson.</summary>
public enum LessonBlockKind : byte
{
    /// <summary>No block.</summary>
    None,
    /// <summary>Warm-up.</summary>
    WarmUp,
    /// <summary>Rotation over stations.</summary>
    Rotation,
    /// <summary>Flex: no timer.</summary>
    Flex,
    /// <summary>Whole class.</summary>
    WholeClass,
    /// <summary>Project.</summary>
    Project,
    /// <summary>Exit ticket.</summary>
    ExitTicket,
}
