using System.Collections.Concurrent;
using LiveClass.Grains.Abstractions;
using LiveClass.Records.Lane;

namespace LiveClass.Records.Schools;

/// <summary>The schools of this server, in memory.</summary>
public sealed class SchoolStore
{
    private const string Add = "INSERT INTO schools (id, name) VALUES (@p0, @p1) ON CONFLICT (id) DO NOTHING";
    private const string Find = "SELECT key, id, name FROM schools WHERE id = @p0";

    private readonly WriteLane lane;
    private readonly ConcurrentDictionary<string, SchoolRecord> byId = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, SchoolRecord> byKey = new();

    internal SchoolStore(WriteLane lane, RecordsFile file)
    {
        this.lane = lane;
        foreach (var row in file.Read(context => context.Schools.ToList())) Remember(new(new(row.Key), row.Id, row.Name));
    }

    /// <summary>The school with an id, made where there is none (called by its id where no name is given). Durable before it returns.</summary>
    /// <exception cref="ArgumentException">The id or the name is malformed.</exception>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; send it again.</exception>
    public async Task<SchoolRecord> FindOrCreateAsync(string id, string? name = null, CancellationToken cancellation = default)
    {
        if (byId.TryGetValue(id, out var known)) return known;
        if (!RecordId.IsValid(id)) throw new ArgumentException("A school's id is 1-64 characters [A-Za-z0-9._:-].", nameof(id));
        if (name is not null && !RecordId.IsName(name)) throw new ArgumentException("A name is 1-200 characters.", nameof(name));
        var made = await lane.RunAsync(
            1,
            connection =>
            {
                connection.Run(Add, id, name ?? id);
                return connection.First(Find, row => (Key: row.GetInt32(0), Id: row.GetString(1), Name: row.GetString(2)), id)!.Value;
            },
            row => Remember(new(new(row.Key), row.Id, row.Name)),
            cancellation);
        return byKey[made.Key];
    }

    /// <summary>All schools in the order of their keys.</summary>
    public IReadOnlyList<SchoolRecord> All() => [.. byKey.Values.OrderBy(school => school.Key.Value)];

    /// <summary>The school with an id; null where there is none.</summary>
    public SchoolRecord? ById(string id) => byId.GetValueOrDefault(id);

    /// <summary>The school with a key; null where there is none.</summary>
    public SchoolRecord? ByKey(SchoolKey key) => byKey.GetValueOrDefault(key.Value);

    private void Remember(SchoolRecord school)
    {
        byId[school.Id] = school;
        byKey[school.Key.Value] = school;
    }
}
