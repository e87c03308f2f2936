namespace LiveClass.Records.Model;

internal sealed class ClassroomRow
{
    public int Key { get; set; }
    public int School { get; set; }
    public required string Id { get; set; }
    public required string Name { get; set; }
    public int Partition { get; set; }
    public long Revision { get; set; }
    public bool Ended { get; set; }

    /// <summary>The last sequence of its outbox.</summary>
    public long Sequence { get; set; }
    public int RecordsSource { get; set; }
    public int ReleaseSource { get; set; }
}

internal sealed class RosterLineRow
{
    public int Classroom { get; set; }
    public int Student { get; set; }
    public int Place { get; set; }
    public bool Ended { get; set; }
}

internal sealed class ClassroomSkillRow
{
    public int Classroom { get; set; }
    public int Skill { get; set; }
    public int Place { get; set; }
}

internal sealed class StationRow
{
    public int Key { get; set; }
    public int Classroom { get; set; }
    public required string Id { get; set; }
    public required string Name { get; set; }
    public int Number { get; set; }
    public int Kind { get; set; }
    public int Capacity { get; set; }
    public int Adults { get; set; }
    public string? Materials { get; set; }
    public bool Ended { get; set; }
}

internal sealed class SourceRow
{
    public int Key { get; set; }
    public int School { get; set; }
    public int Classroom { get; set; }
    public required string Name { get; set; }
    public long Created { get; set; }
}

internal sealed class OutboxEntryRow
{
    public long Id { get; set; }
    public int Classroom { get; set; }
    public long Sequence { get; set; }
    public required string Change { get; set; }
    public long Created { get; set; }
    public long? RelayedAt { get; set; }
    public long? Position { get; set; }
}
