using System.Collections.Concurrent;
using LiveClass.Grains.Abstractions;
using LiveClass.Records.Lane;

namespace LiveClass.Records.Sources;

/// <summary>All misconceptions of all schools, in memory.</summary>
public sealed class MisconceptionDirectory
{
    private const string Add = "INSERT INTO misconceptions (school, id) VALUES (@p0, @p1) ON CONFLICT (school, id) DO NOTHING";
    private const string Find = "SELECT key FROM misconceptions WHERE school = @p0 AND id = @p1";

    private readonly WriteLane lane;
    private readonly ConcurrentDictionary<(int School, string Id), MisconceptionKey> keys = new();
    private readonly ConcurrentDictionary<int, string> ids = new();

    internal MisconceptionDirectory(WriteLane lane, RecordsFile file)
    {
        this.lane = lane;
        foreach (var row in file.Read(context => context.Misconceptions.ToList())) Remember(new(row.School), row.Id, new(row.Key));
    }

    /// <summary>The misconceptions with these ids, in their order; new ones are added, durable before it returns. At once when all are known.</summary>
    /// <exception cref="ArgumentException">An id is malformed.</exception>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; send it again.</exception>
    public async ValueTask<IReadOnlyList<MisconceptionKey>> FindOrAddAsync(
        SchoolKey school, IReadOnlyList<string> ids, CancellationToken cancellation = default)
    {
        var unknown = ids.Where(id => !keys.ContainsKey((school.Value, id))).Distinct(StringComparer.Ordinal).ToList();
        if (!unknown.TrueForAll(id => RecordId.IsValid(id)))
            throw new ArgumentException("A misconception's id is 1-64 characters [A-Za-z0-9._:-].", nameof(ids));
        if (unknown.Count > 0)
        {
            await lane.RunAsync(
                unknown.Count,
                connection => unknown.ConvertAll(id => (Id: id, Key: AddOne(connection, school, id))),
                added => added.ForEach(entry => Remember(school, entry.Id, entry.Key)),
                cancellation);
        }

        return [.. ids.Select(id => keys[(school.Value, id)])];
    }

    /// <summary>The id of a misconception; null where there is none with this key.</summary>
    public string? IdOf(MisconceptionKey key) => ids.GetValueOrDefault(key.Value);

    private static MisconceptionKey AddOne(LaneConnection connection, SchoolKey school, string id)
    {
        connection.Run(Add, school.Value, id);
        return new((int)connection.Number(Find, school.Value, id)!.Value);
    }

    private void Remember(SchoolKey school, string id, MisconceptionKey key)
    {
        keys[(school.Value, id)] = key;
        ids[key.Value] = id;
    }
}
