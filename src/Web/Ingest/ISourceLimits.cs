using LiveClass.Grains.Abstractions;

namespace LiveClass.Web.Ingest;

/// <summary>
/// Which sources are full: too far ahead or with too many gaps, as their owner says. What slips through is quarantined by the turn.
/// </summary>
internal interface ISourceLimits
{
    /// <summary>True where the edge must refuse this number before anything is taken.</summary>
    bool IsFull(ClassroomKey classroom, SourceKey source, long sequence);
}
