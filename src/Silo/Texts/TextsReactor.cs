using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Events;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Records.Texts;
using LiveClass.Silo.Partitions;
using LiveClass.Silo.Reactors;

namespace LiveClass.Silo.Texts;

/// <summary>
/// Says of the texts of commands, and of entries in quarantine, that they have an entry, so that they are not swept. Those of counted
/// answers are linked with their history.
/// </summary>
public sealed class TextsReactor(TextStore texts, IEventLog log) : IReactor
{
    /// <summary>Its name.</summary>
    public const string ReactorName = "texts";

    /// <inheritdoc/>
    public string Name => ReactorName;

    /// <inheritdoc/>
    public async ValueTask ReactAsync(IReadOnlyList<JournalBlock> blocks, CancellationToken cancellation)
    {
        var keys = new HashSet<TextKey>();
        var quarantined = new List<(ClassroomKey Classroom, long Position)>();
        foreach (var block in blocks) Collect(block, keys, quarantined);
        foreach (var (classroom, position) in quarantined) keys.Add(await OfEntryAsync(log, classroom, position, cancellation));
        keys.Remove(default);
        await texts.LinkAsync([.. keys], cancellation);
    }

    /// <summary>The text of an entry that stands in the log; none where it carries none.</summary>
    public static async ValueTask<TextKey> OfEntryAsync(IEventLog log, ClassroomKey classroom, long position, CancellationToken cancellation)
    {
        var blocks = await log.ReadClassroomAsync(classroom, position - 1, maxBytes: 1, cancellation);
        return blocks.Count == 0 ? default : Find(blocks[0], position);
    }

    private static TextKey Find(LogBlock block, long position)
    {
        var entries = new BlockEntries(block);
        while (entries.MoveNext())
            if (entries.Position == position) return EntryText.Of(entries.Current);
        return default;
    }

    private static void Collect(JournalBlock block, HashSet<TextKey> keys, List<(ClassroomKey, long)> quarantined)
    {
        var walk = new EventWalk(block.Format, block.Body.Span);
        while (walk.MoveNext())
        {
            if (walk.Tag == EventTag.EntryQuarantined) quarantined.Add((block.Classroom, walk.Position));
            else if (walk.Tag == EventTag.Json) keys.Add(Of(walk.Rare()));
        }
    }

    private static TextKey Of(ClassroomEvent e) => e switch
    {
        HandRaised hand => hand.About,
        SkillObserved observed => observed.Text,
        NoteAdded note => note.Text,
        _ => default,
    };
}
