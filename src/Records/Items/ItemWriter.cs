using System.Collections.Immutable;
using LiveClass.Grains.Abstractions;
using LiveClass.Records.Classrooms;
using LiveClass.Records.Lane;
using LiveClass.Records.Model;
using LiveClass.Records.Outbox;

namespace LiveClass.Records.Items;

/// <summary>Makes items of a school or brings them to what is sent, and tells each classroom that uses one of their skills.</summary>
public sealed class ItemWriter
{
    private readonly WriteLane lane;
    private readonly ItemDirectory items;
    private readonly RecordsOutbox outbox;
    private readonly TimeProvider time;

    internal ItemWriter(WriteLane lane, ItemDirectory items, RecordsOutbox outbox, TimeProvider time)
    {
        this.lane = lane;
        this.items = items;
        this.outbox = outbox;
        this.time = time;
    }

    /// <summary>Durable before it returns, or refused with nothing taken. An item that was learned from evidence is configured from then on.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; send it again.</exception>
    public async Task<PutResult> PutAsync(SchoolKey school, ItemsPut body, CancellationToken cancellation = default)
    {
        if (ItemsPutCheck.Find(body) is { } refusal) return PutResult.Refused(refusal);
        var written = await lane.RunAsync(3 * body.Items.Count, connection => Write(connection, school, body), Remember, cancellation);
        return written.Result;
    }

    private (PutResult Result, ImmutableArray<ItemRecord> Changed) Write(LaneConnection connection, SchoolKey school, ItemsPut body)
    {
        using var context = connection.Context();
        var edit = new ItemsEdit(context, school, body.Items);
        if (edit.Check() is { } refusal) return (PutResult.Refused(refusal), []);
        edit.Apply();
        if (edit.Changed.Count == 0)
            return (new(PutKind.Unchanged, 0, OutboxWriter.Pending(context, edit.ClassroomsOf(body.Items)), Refusal: null), []);

        var changed = ItemReader.Some(context, edit.Changed).ToImmutableArray();
        var told = Tell(context, changed, edit.Formerly);
        context.SaveChanges();
        var kind = edit.HasMade ? PutKind.Created : PutKind.Updated;
        return (new(kind, 0, OutboxWriter.Pending(context, told), Refusal: null), changed);
    }

    /// <summary>Each classroom that uses a skill which an item has, or had until now, gets that item in full.</summary>
    private HashSet<int> Tell(RecordsContext context, ImmutableArray<ItemRecord> changed, ILookup<int, int> formerly)
    {
        var now = Instant.Of(time.GetUtcNow()).Milliseconds;
        var skillsOf = changed.ToDictionary(item => item.Key, item => item.Skills.Select(skill => skill.Value).Union(formerly[item.Key.Value]).ToHashSet());
        var concerned = skillsOf.Values.SelectMany(skills => skills).ToHashSet();
        var used = context.ClassroomSkills.Where(line => concerned.Contains(line.Skill)).ToLookup(line => line.Classroom, line => line.Skill);
        var keys = used.Select(classroom => classroom.Key).ToHashSet();
        foreach (var classroom in context.Classrooms.Where(row => keys.Contains(row.Key) && !row.Ended).OrderBy(row => row.Key).ToList())
        {
            var skills = used[classroom.Key].ToHashSet();
            OutboxWriter.AddItems(context, classroom, changed.Where(item => skillsOf[item.Key].Overlaps(skills)).Select(ItemReader.Line), now);
        }

        return keys;
    }

    private void Remember((PutResult Result, ImmutableArray<ItemRecord> Changed) written)
    {
        foreach (var item in written.Changed) items.Remember(item);
        if (!written.Result.Outbox.IsEmpty) outbox.Wake();
    }
}
