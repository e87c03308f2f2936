namespace LiveClass.Silo.Grains.Classroom;

/// <summary>What a classroom has got since it began. Outside the state's hash: repeats change them and nothing else.</summary>
/// <param name="Evidence">Answers counted.</param>
/// <param name="Duplicates">Repeats dropped.</param>
/// <param name="Quarantined">Entries in quarantine.</param>
public readonly record struct ClassroomCounts(long Evidence, long Duplicates, long Quarantined);
