using System.Collections.Immutable;
using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Silo.Grains.Classroom;

namespace LiveClass.Silo.Partitions;

/// <summary>
/// The sources of a partition that are at their limits, as webs are told, so that these refuse before anything is taken. Looked
/// at for each block of the log, and only where there is such a source.
/// </summary>
internal sealed class PartitionSources
{
    // Whoever is beyond it is refused by its turns alone.
    private const int MostMarked = 4_096;

    private readonly Dictionary<(ClassroomKey Classroom, int Source), (long Wanted, ImmutableArray<(long From, long To)> Said)> marked = [];
    private readonly ImmutableArray<SourceMark>.Builder news = ImmutableArray.CreateBuilder<SourceMark>();

    /// <summary>What webs have not been told.</summary>
    public ImmutableArray<SourceMark> TakeNews() => news.DrainToImmutable();

    /// <summary>Forgets all: the next owner finds out for itself.</summary>
    public void Clear()
    {
        marked.Clear();
        news.Clear();
    }

    /// <summary>A turn has refused a number because its source has no room for it.</summary>
    public void Refused(ClassroomKey classroom, ReadOnlySpan<byte> entry)
    {
        var (source, sequence) = NumberOf(entry);
        if (source.Value == 0) return;
        var key = (classroom, source.Value);
        // Said again even where nothing has changed: whoever sent it was not told.
        if (marked.TryGetValue(key, out var known)) marked[key] = (Math.Max(known.Wanted, sequence), default);
        else if (marked.Count < MostMarked) marked[key] = (sequence, default);
    }

    /// <summary>After a block: says what has changed of the classroom's sources at their limits.</summary>
    public void Look(ClassroomState state)
    {
        foreach (var full in state.FullSources)
            if (marked.Count < MostMarked) marked.TryAdd((state.Key, full), default);
        if (marked.Count == 0) return;
        state.FullSources.Clear();
        foreach (var key in marked.Keys.Where(key => key.Classroom == state.Key).ToArray()) Say(state, key);
    }

    private void Say(ClassroomState state, (ClassroomKey Classroom, int Source) key)
    {
        var (wanted, said) = marked[key];
        var ranges = state.Sources.TryGetValue(key.Source, out var seen) ? seen.ToRanges() : [];
        // It has room where a new gap may open and what was refused would be taken.
        if (ranges.Length < SourceSeen.MaxRanges && (wanted == 0 || !SourceSeen.IsFull(ranges.AsSpan(), wanted)))
        {
            marked.Remove(key);
            news.Add(new SourceMark(state.Key, new SourceKey(key.Source), default));
        }
        else if (said.IsDefault || !said.AsSpan().SequenceEqual(ranges.AsSpan()))
        {
            marked[key] = (wanted, ranges);
            news.Add(new SourceMark(state.Key, new SourceKey(key.Source), ranges));
        }
    }

    private static (SourceKey Source, long Sequence) NumberOf(ReadOnlySpan<byte> entry)
    {
        switch (EntryFormat.KindOf(entry))
        {
            case EntryKind.Evidence:
                var evidence = EntryFormat.ReadEvidence(entry);
                return (evidence.Source, evidence.Sequence);
            case EntryKind.Mark:
                var mark = EntryFormat.ReadMark(entry);
                return (mark.Source, mark.Sequence);
            default:
                return default;
        }
    }
}
