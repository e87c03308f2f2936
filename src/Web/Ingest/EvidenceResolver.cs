using LiveClass.Grains.Abstractions;
using LiveClass.Records.Classrooms;
using LiveClass.Records.Items;
using LiveClass.Records.Sources;
using LiveClass.Records.Texts;

namespace LiveClass.Web.Ingest;

/// <summary>
/// Turns outside ids into keys, refuses what is not known, and keeps in Records what only arrives with answers: new sources, items
/// and misconceptions, and texts. What has been seen before is found in memory, without waiting.
/// </summary>
internal sealed class EvidenceResolver(
    ClassroomDirectory classrooms, SourceDirectory sources, ItemDirectory items, MisconceptionDirectory misconceptions, TextStore texts,
    ISourceLimits limits)
{
    private readonly NamePool names = new();
    private readonly EvidenceKeys keys = new(items, limits);

    /// <summary>Resolves every item of a batch.</summary>
    /// <exception cref="Records.RecordsUnavailableException">Records cannot be read or written now.</exception>
    public async ValueTask ResolveAsync(EvidenceBatch batch, SchoolKey school, Instant sentAt, CancellationToken cancellation)
    {
        await ClassroomsAsync(batch, school, cancellation);
        await SourcesAsync(batch, school, cancellation);
        keys.Resolve(batch, school, sentAt);
        if (batch.Unknown.Count > 0) await ItemsAsync(batch, school, cancellation);
        if (batch.WithMisconception.Count > 0) await MisconceptionsAsync(batch, school, cancellation);
        if (batch.WithResponse.Count > 0) await ResponsesAsync(batch, cancellation);
    }

    private async ValueTask ClassroomsAsync(EvidenceBatch batch, SchoolKey school, CancellationToken cancellation)
    {
        var (last, share) = (default(Slice), -1);
        for (var i = 0; i < batch.Count; i++)
        {
            var asked = batch.Items[i].Classroom;
            if (!asked.IsThere) continue;
            if (!batch.Same(asked, last))
            {
                var classroom = await classrooms.FindAsync(school, names.Get(batch.Bytes(asked)), cancellation);
                (last, share) = (asked, classroom is null ? -1 : batch.ShareOf(classroom));
            }

            batch.Items[i].Share = share;
            if (share < 0) batch.Items[i].Reject(Rejection.UnknownClassroom, "classroom");
        }
    }

    // New sources of one delivery become durable together, not one after the other.
    private async ValueTask SourcesAsync(EvidenceBatch batch, SchoolKey school, CancellationToken cancellation)
    {
        List<(int Lookup, Task<SourceLookup> Answer)>? pending = null;
        var (last, share, lookup) = (default(Slice), -1, -1);
        for (var i = 0; i < batch.Count; i++)
        {
            ref var item = ref batch.Items[i];
            if (item.Share < 0 || !item.Source.IsThere || item.Sequence == 0) continue;
            if (item.Share != share || !batch.Same(item.Source, last))
            {
                (last, share) = (item.Source, item.Share);
                var asked = sources.FindOrAddAsync(school, batch.Shares[share].Classroom!.Key, names.Get(batch.Bytes(last)), cancellation);
                if (asked.IsCompletedSuccessfully)
                {
                    lookup = batch.AddLookup(asked.Result);
                }
                else
                {
                    lookup = batch.AddLookup(default);
                    (pending ??= []).Add((lookup, asked.AsTask()));
                }
            }

            item.Lookup = lookup;
        }

        if (pending is null) return;
        await Task.WhenAll(pending.Select(p => p.Answer));
        foreach (var (place, answer) in pending) batch.SetLookup(place, await answer);
    }

    private async ValueTask ItemsAsync(EvidenceBatch batch, SchoolKey school, CancellationToken cancellation)
    {
        var named = new NamedItem[batch.Unknown.Count];
        for (var i = 0; i < named.Length; i++)
        {
            ref readonly var item = ref batch.Items[batch.Unknown[i]];
            var skills = new SkillKey[item.Evidence.Skills.Count];
            for (var s = 0; s < skills.Length; s++) skills[s] = item.Evidence.Skills[s];
            named[i] = new NamedItem(batch.String(item.Item), skills);
        }

        var known = await items.FindOrLearnAsync(school, named, cancellation);
        for (var i = 0; i < named.Length; i++)
        {
            ref var item = ref batch.Items[batch.Unknown[i]];
            item.Evidence = item.Evidence with { Item = known[i].Key };
        }
    }

    private async ValueTask MisconceptionsAsync(EvidenceBatch batch, SchoolKey school, CancellationToken cancellation)
    {
        var ids = batch.WithMisconception.Select(i => batch.String(batch.Items[i].Misconception)).ToArray();
        var known = await misconceptions.FindOrAddAsync(school, ids, cancellation);
        for (var i = 0; i < ids.Length; i++)
        {
            ref var item = ref batch.Items[batch.WithMisconception[i]];
            item.Evidence = item.Evidence with { Misconception = known[i] };
        }
    }

    private async ValueTask ResponsesAsync(EvidenceBatch batch, CancellationToken cancellation)
    {
        var responses = batch.WithResponse.Select(i => ResponseOf(batch, i)).ToArray();
        var kept = await texts.WriteAsync(responses, cancellation);
        for (var i = 0; i < responses.Length; i++)
        {
            ref var item = ref batch.Items[batch.WithResponse[i]];
            item.Evidence = item.Evidence with { Response = kept[i] };
        }
    }

    private static NewText ResponseOf(EvidenceBatch batch, int index)
    {
        ref readonly var item = ref batch.Items[index];
        return new NewText(TextPurpose.Response, TextOrigin.Of(item.Evidence.Source, item.Sequence), batch.String(item.Response));
    }
}
