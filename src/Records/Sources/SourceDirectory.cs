using System.Collections.Concurrent;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Records.Lane;
using Microsoft.EntityFrameworkCore;

namespace LiveClass.Records.Sources;

/// <summary>What is known of a source: its key, and whether it sends to another classroom than the one that was named.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Classroom">The one classroom that it sends to.</param>
/// <param name="BelongsElsewhere">True where that is not the classroom that was named: nothing may be taken.</param>
public readonly record struct SourceLookup(SourceKey Key, ClassroomKey Classroom, bool BelongsElsewhere);

/// <summary>The outboxes that send evidence. A source belongs to the classroom that it was first seen with, for ever.</summary>
public sealed class SourceDirectory
{
    private const int MostInMemory = 200_000;

    private const string Add = """
        INSERT INTO sources (school, classroom, name, created) VALUES (@p0, @p1, @p2, @p3)
        ON CONFLICT (school, name) DO NOTHING
        """;

    private const string Find = "SELECT key, classroom FROM sources WHERE school = @p0 AND name = @p1";

    private readonly WriteLane lane;
    private readonly RecordsFile file;
    private readonly TimeProvider time;
    private readonly ConcurrentDictionary<(int School, string Name), (SourceKey Key, ClassroomKey Classroom)> byName = new();
    private readonly ConcurrentDictionary<int, string> names = new();

    internal SourceDirectory(WriteLane lane, RecordsFile file, TimeProvider time)
    {
        this.lane = lane;
        this.file = file;
        this.time = time;
    }

    /// <summary>The source of a school with a name, bound to this classroom where it is new. Durable before it returns; at once when it is in memory.</summary>
    /// <exception cref="ArgumentException">The name is malformed.</exception>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; send it again.</exception>
    public ValueTask<SourceLookup> FindOrAddAsync(SchoolKey school, ClassroomKey classroom, string name, CancellationToken cancellation = default) =>
        byName.TryGetValue((school.Value, name), out var known)
            ? ValueTask.FromResult(new SourceLookup(known.Key, known.Classroom, known.Classroom != classroom))
            : AddAsync(school, classroom, name, cancellation);

    /// <summary>The name of a source; null where there is none with this key.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot be read now.</exception>
    public async ValueTask<string?> NameOfAsync(SourceKey key, CancellationToken cancellation = default)
    {
        if (names.TryGetValue(key.Value, out var known)) return known;
        var row = await file.ReadAsync(context => context.Sources.SingleOrDefaultAsync(source => source.Key == key.Value, cancellation));
        if (row is not null) Remember(new(row.School), row.Name, key, new(row.Classroom));
        return row?.Name;
    }

    /// <summary>The owners of sources by the sources' names; a source that is not known is left out.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot be read now.</exception>
    public async ValueTask<IReadOnlyList<(string Source, StudentKey Student)>> NamedAsync(
        IReadOnlyCollection<SourceOwner> owners, CancellationToken cancellation = default)
    {
        var named = new List<(string, StudentKey)>(owners.Count);
        foreach (var (source, student) in owners)
            if (await NameOfAsync(source, cancellation) is { } name) named.Add((name, student));
        return named;
    }

    private async ValueTask<SourceLookup> AddAsync(SchoolKey school, ClassroomKey classroom, string name, CancellationToken cancellation)
    {
        if (!RecordId.IsValid(name)) throw new ArgumentException("A source is named by 1-64 characters [A-Za-z0-9._:-].", nameof(name));
        var now = Instant.Of(time.GetUtcNow()).Milliseconds;
        var row = await lane.RunAsync(
            1,
            connection =>
            {
                connection.Run(Add, school.Value, classroom.Value, name, now);
                return connection.First(Find, row => (Key: new SourceKey(row.GetInt32(0)), Classroom: new ClassroomKey(row.GetInt32(1))), school.Value, name)!.Value;
            },
            row => Remember(school, name, row.Key, row.Classroom),
            cancellation);
        return new(row.Key, row.Classroom, row.Classroom != classroom);
    }

    /// <summary>Sources come and go by the lesson. Forgetting costs a look into the file, so that all are forgotten at once.</summary>
    private void Remember(SchoolKey school, string name, SourceKey key, ClassroomKey classroom)
    {
        if (names.Count >= MostInMemory)
        {
            byName.Clear();
            names.Clear();
        }

        byName[(school.Value, name)] = (key, classroom);
        names[key.Value] = name;
    }
}
