using System.Collections.Immutable;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Records.Model;
using Microsoft.EntityFrameworkCore;

namespace LiveClass.Records.Outbox;

/// <summary>Adds to the outbox inside the transaction that changes the records, so that the one is never kept without the other.</summary>
internal static class OutboxWriter
{
    /// <summary>The most items of one change: what a turn can take in.</summary>
    public const int ItemsPerChange = 500;

    /// <summary>Gives a change the classroom's next number. The caller saves.</summary>
    public static void Add(RecordsContext context, ClassroomRow classroom, RecordsChange change, long now) =>
        context.Outbox.Add(new()
        {
            Classroom = classroom.Key,
            Sequence = ++classroom.Sequence,
            Change = RecordsChangeJson.Write(change),
            Created = now,
        });

    /// <summary>Adds items in chunks. The caller saves.</summary>
    public static void AddItems(RecordsContext context, ClassroomRow classroom, IEnumerable<ItemLine> items, long now)
    {
        foreach (var chunk in items.Chunk(ItemsPerChange)) Add(context, classroom, new ItemsConfigured([.. chunk]), now);
    }

    /// <summary>What these classrooms have not yet been told, oldest first.</summary>
    public static ImmutableArray<OutboxRow> Pending(RecordsContext context, IReadOnlyCollection<int> classrooms) =>
        [.. Join(context, context.Outbox.Where(row => row.RelayedAt == null && classrooms.Contains(row.Classroom))).AsEnumerable().Select(row => row.Read())];

    /// <summary>Rows of the outbox with what the log needs to know of their classrooms.</summary>
    public static IQueryable<Raw> Join(RecordsContext context, IQueryable<OutboxEntryRow> rows) =>
        from row in rows.AsNoTracking()
        join classroom in context.Classrooms.AsNoTracking() on row.Classroom equals classroom.Key
        orderby row.Id
        select new Raw(row.Id, row.Classroom, classroom.Partition, classroom.RecordsSource, row.Sequence, row.Change);

    /// <summary>A row before its JSON is read.</summary>
    public sealed record Raw(long Id, int Classroom, int Partition, int Source, long Sequence, string Change)
    {
        public OutboxRow Read() => new(Id, new(Classroom), Partition, new(Source), Sequence, RecordsChangeJson.Read(Change));
    }
}
