using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Entries;

namespace LiveClass.Records.Outbox;

/// <summary>A change of records on its way into a classroom's log.</summary>
/// <param name="Id">Its own number, in the order of commits.</param>
/// <param name="Classroom">The classroom that must know.</param>
/// <param name="Partition">Its partition.</param>
/// <param name="Source">The classroom's records source.</param>
/// <param name="Sequence">The classroom's own gapless counter, from 1.</param>
/// <param name="Change">What it must know.</param>
public sealed record OutboxRow(long Id, ClassroomKey Classroom, int Partition, SourceKey Source, long Sequence, RecordsChange Change)
{
    /// <summary>The entry as it goes into the log.</summary>
    public RecordsEntry Entry => new(Source, Sequence, Change);
}
