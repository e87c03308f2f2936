using System.Collections.Concurrent;
using LiveClass.Grains.Abstractions;
using LiveClass.Records.Lane;

namespace LiveClass.Records.Schools;

/// <summary>The adults of the schools and the callers behind API keys, in memory.</summary>
public sealed class AdultStore
{
    internal const string Put = """
        INSERT INTO adults (school, id, name, email) VALUES (@p0, @p1, COALESCE(@p2, @p1), @p3)
        ON CONFLICT (school, id) DO UPDATE SET name = COALESCE(@p2, adults.name), email = COALESCE(@p3, adults.email)
        RETURNING key
        """;

    private const string Find = "SELECT id, name, email FROM adults WHERE key = @p0";

    private readonly WriteLane lane;
    private readonly ConcurrentDictionary<int, AdultRecord> byKey = new();

    internal AdultStore(WriteLane lane, RecordsFile file)
    {
        this.lane = lane;
        foreach (var row in file.Read(context => context.Adults.ToList()))
            Remember(new(new(row.Key), new(row.School), row.Id, row.Name, row.Email));
    }

    /// <summary>The adult with an id, made where there is none; a name or email that is given replaces the old one. Durable before it returns.</summary>
    /// <exception cref="ArgumentException">The id or the name is malformed.</exception>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; send it again.</exception>
    public Task<AdultRecord> PutAsync(
        SchoolKey school, string id, string? name = null, string? email = null, CancellationToken cancellation = default)
    {
        if (!RecordId.IsValid(id)) throw new ArgumentException("An adult's id is 1-64 characters [A-Za-z0-9._:-].", nameof(id));
        if (name is not null && !RecordId.IsName(name)) throw new ArgumentException("A name is 1-200 characters.", nameof(name));
        if (email is { Length: > 254 }) throw new ArgumentException("An email is at most 254 characters.", nameof(email));
        return lane.RunAsync(1, connection => Write(connection, school, id, name, email), Remember, cancellation);
    }

    /// <summary>The adult with a key; null where there is none.</summary>
    public AdultRecord? ByKey(AdultKey key) => byKey.GetValueOrDefault(key.Value);

    internal static AdultRecord Write(LaneConnection connection, SchoolKey school, string id, string? name, string? email)
    {
        var key = (int)connection.Number(Put, school.Value, id, name, email)!.Value;
        var row = connection.First(Find, row => (row.GetString(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2)), key)!.Value;
        return new(new(key), school, row.Item1, row.Item2, row.Item3);
    }

    internal void Remember(AdultRecord adult) => byKey[adult.Key.Value] = adult;
}
