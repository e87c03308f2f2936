using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Grains.Abstractions.Outcomes;
using LiveClass.Grains.Abstractions.Tracing;
using LiveClass.Records;
using LiveClass.Web.Problems;

namespace LiveClass.Web.Ingest;

/// <summary>
/// A delivery of answers, from bytes to what its sender is told: parsed, every id known, texts kept, appended, and its turns awaited
/// for a moment. Either everything that was not rejected is durable, or the sender is told to send the same again.
/// </summary>
internal sealed class EvidenceIngest(EvidenceResolver resolver, IEventLog log, IStoreHealth store, TurnOutcomes outcomes)
{
    /// <summary>How long after its answers are durable a sender waits for their turns.</summary>
    public static readonly TimeSpan OutcomeWait = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan BusyWait = TimeSpan.FromSeconds(1);

    /// <summary>Takes a delivery whose bytes are in the batch. A problem means that nothing is acknowledged.</summary>
    public async ValueTask<Problem?> TakeAsync(EvidenceBatch batch, SchoolKey school, Instant sentAt, CancellationToken cancellation)
    {
        switch (Parse(batch, out var detail))
        {
            case EvidenceParser.Result.Malformed:
                return new Problem(ProblemCodes.Malformed, $"{detail} Nothing was taken.");
            case EvidenceParser.Result.TooMany:
                return new Problem(ProblemCodes.TooLarge, $"A delivery has at most {EvidenceParser.MaxItems} answers. Nothing was taken. Send it in smaller parts.");
        }

        if (!store.Condition.Ready) return Unavailable();
        batch.Sender?.Take(batch);
        try
        {
            using var hop = Hop.Start(Hop.Resolve);
            await resolver.ResolveAsync(batch, school, sentAt, cancellation);
        }
        catch (RecordsUnavailableException)
        {
            return Unavailable();
        }

        WriteEntries(batch);
        if (await AppendAsync(batch) is { } problem) return problem;
        await AwaitTurnsAsync(batch);
        return null;
    }

    private static EvidenceParser.Result Parse(EvidenceBatch batch, out string detail)
    {
        using var hop = Hop.Start(Hop.Parse);
        return EvidenceParser.Parse(batch, out detail);
    }

    private static void WriteEntries(EvidenceBatch batch)
    {
        using var hop = Hop.Start(Hop.Encode);
        var items = batch.Items;
        for (var i = 0; i < items.Length; i++)
        {
            ref var item = ref items[i];
            if (item.Share < 0) continue;
            var share = batch.Shares[item.Share];
            if (item.Rejected is null)
            {
                EntryFormat.Write(share.Body, item.Evidence);
                share.Entries.Add(i);
            }
            else if (item.Rejected.ForGood && item.Evidence.Source.Value != 0)
            {
                EntryFormat.Write(share.Body, new Grains.Abstractions.Entries.Mark(item.Evidence.Source, item.Sequence, item.Evidence.BodyHash));
                share.Entries.Add(~i);
            }
        }
    }

    // Not to be cancelled: once an append has begun, the batch's bytes belong to it until it ends.
    private async ValueTask<Problem?> AppendAsync(EvidenceBatch batch)
    {
        using var hop = Hop.Start(Hop.Append);
        var shares = batch.Shares.Length;
        if (shares == 1) return ProblemOf(await AppendAsync(batch.Shares[0]));
        var appends = new Task<AppendResult>[shares];
        for (var i = 0; i < shares; i++) appends[i] = AppendAsync(batch.Shares[i]).AsTask();
        var results = await Task.WhenAll(appends);
        return results.Length == 0 ? null : ProblemOf(results.Max());
    }

    private async ValueTask<AppendResult> AppendAsync(EvidenceShare share)
    {
        if (share.Entries.Count == 0) return AppendResult.Appended;
        var classroom = share.Classroom!;
        var appended = await log.AppendAsync(
            new LogAppend(classroom.Partition, classroom.Key, share.Entries.Count, EntryFormat.Version, share.Body.WrittenMemory), CancellationToken.None);
        share.First = appended.First;
        return appended.Result;
    }

    private async ValueTask AwaitTurnsAsync(EvidenceBatch batch)
    {
        using var hop = Hop.Start(Hop.Outcome);
        // All wait at once: each share's turns run in its own partition.
        var waits = batch.Shares.Length == 1 ? null : new List<Task<bool>>(batch.Shares.Length);
        for (var i = 0; i < batch.Shares.Length; i++)
        {
            var share = batch.Shares[i];
            if (share.Entries.Count == 0) continue;
            var wait = outcomes.WaitAsync(share.Classroom!.Partition, share.First + share.Entries.Count - 1, OutcomeWait);
            if (waits is null) await wait;
            else waits.Add(wait);
        }

        if (waits is not null) await Task.WhenAll(waits);
        foreach (var share in batch.Shares) Count(batch, share);
    }

    private void Count(EvidenceBatch batch, EvidenceShare share)
    {
        for (var n = 0; n < share.Entries.Count; n++)
        {
            var index = share.Entries[n];
            var kind = outcomes.Get(share.Classroom!.Partition, share.First + n).Kind;
            if (index < 0)
            {
                // Only a mark, and not even that was taken: its number is still free.
                if (kind == OutcomeKind.Refused) batch.Items[~index].Replace(Rejection.SourceFull, "sequence");
                continue;
            }

            ref var item = ref batch.Items[index];
            switch (kind)
            {
                case OutcomeKind.Duplicate: batch.Duplicates++; break;
                case OutcomeKind.Conflict: item.Reject(Rejection.SequenceConflict, "sequence"); break;
                case OutcomeKind.Quarantined or OutcomeKind.Refused: item.Reject(Rejection.Quarantined, "the item itself"); break;
                default: batch.Accepted++; break;
            }
        }
    }

    private static Problem? ProblemOf(AppendResult result) => result switch
    {
        AppendResult.Appended => null,
        AppendResult.Busy => new Problem(ProblemCodes.Busy, ProblemCodes.Busy.Sentence, BusyWait),
        _ => Unavailable(),
    };

    private static Problem Unavailable() => new(ProblemCodes.Unavailable, ProblemCodes.Unavailable.Sentence, BusyWait);
}
