using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Tracing;

namespace LiveClass.Engine.Writing;

/// <summary>A block of the log in the making: appends of one classroom in one format, in the order of their coming.</summary>
internal sealed class BlockDraft(PendingAppend first)
{
    private readonly List<PendingAppend> appends = [first];
    private int length = first.Append.Body.Length;

    /// <summary>Takes one more append, where format and length allow.</summary>
    public bool TryAdd(PendingAppend next, int blockBytes)
    {
        if (next.Append.Format != appends[0].Append.Format || length + next.Append.Body.Length > blockBytes) return false;
        appends.Add(next);
        length += next.Append.Body.Length;
        return true;
    }

    /// <summary>The block at a position, with a body of its own.</summary>
    public LogBlock Place(long first, Instant received)
    {
        var body = new byte[length];
        var at = 0;
        var count = 0;
        foreach (var append in appends)
        {
            append.Append.Body.Span.CopyTo(body.AsSpan(at));
            at += append.Append.Body.Length;
            Hop.Placed(append.Trace, append.Append.Classroom, first + count, append.Append.Count);
            count += append.Append.Count;
        }
        var one = appends[0].Append;
        return new LogBlock(one.Partition, first, count, received, one.Classroom, one.Format, body);
    }

    public int Partition => appends[0].Append.Partition;

    /// <summary>Tells each caller where its entries stand.</summary>
    public void Acknowledge(LogBlock block)
    {
        var position = block.First;
        foreach (var append in appends)
        {
            append.TrySetResult(new Appended(AppendResult.Appended, position, block.Received));
            position += append.Append.Count;
        }
    }

    /// <summary>Drafts of a commit: one a classroom, a further one where the first is full.</summary>
    public static void Form(List<PendingAppend> appends, int blockBytes, List<BlockDraft> drafts, Dictionary<(int, ClassroomKey), BlockDraft> open)
    {
        drafts.Clear();
        open.Clear();
        foreach (var append in appends)
        {
            var key = (append.Append.Partition, append.Append.Classroom);
            if (open.TryGetValue(key, out var draft) && draft.TryAdd(append, blockBytes)) continue;
            open[key] = draft = new BlockDraft(append);
            drafts.Add(draft);
        }
    }
}
