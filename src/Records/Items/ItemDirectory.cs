using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Records.Lane;

namespace LiveClass.Records.Items;

/// <summary>An item as an answer names it: learned with these skills where it is not known.</summary>
public readonly record struct NamedItem(string Id, IReadOnlyList<SkillKey> Skills);

/// <summary>All items of all schools, in memory.</summary>
public sealed class ItemDirectory
{
    private const string Add = """
        INSERT INTO items (school, id, kind, options, minutes, learned) VALUES (@p0, @p1, 0, 0, 0, true)
        ON CONFLICT (school, id) DO NOTHING RETURNING key
        """;

    private const string AddSkill = "INSERT INTO item_skills (item, skill, place) VALUES (@p0, @p1, @p2) ON CONFLICT (item, skill) DO NOTHING";

    private readonly WriteLane lane;
    private readonly ConcurrentDictionary<int, ConcurrentDictionary<string, ItemRecord>> schools = new();
    private readonly ConcurrentDictionary<int, ItemRecord> byKey = new();

    internal ItemDirectory(WriteLane lane, RecordsFile file)
    {
        this.lane = lane;
        foreach (var item in file.Read(context => ItemReader.All(context).ToList())) Remember(item);
    }

    /// <summary>The item of a school with an id.</summary>
    public bool TryFind(SchoolKey school, ReadOnlySpan<char> id, [NotNullWhen(true)] out ItemRecord? item)
    {
        item = null;
        return schools.TryGetValue(school.Value, out var items) && items.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(id, out item);
    }

    /// <summary>The same for an id in UTF-8.</summary>
    public bool TryFindUtf8(SchoolKey school, ReadOnlySpan<byte> id, [NotNullWhen(true)] out ItemRecord? item)
    {
        Span<char> characters = stackalloc char[RecordId.MaxLength];
        item = null;
        return Utf8Id.TryWiden(id, characters, out var length) && TryFind(school, characters[..length], out item);
    }

    /// <summary>All items of a school, in no order.</summary>
    public IEnumerable<ItemRecord> All(SchoolKey school) => schools.TryGetValue(school.Value, out var items) ? items.Values : [];

    /// <summary>The item with a key; null where there is none.</summary>
    public ItemRecord? ByKey(ItemKey key) => byKey.GetValueOrDefault(key.Value);

    /// <summary>
    /// The items with these ids, in their order. Those that are not known are learned, each once however many name it at the same time;
    /// their rows are durable before it returns. Completes at once when all are known.
    /// </summary>
    /// <exception cref="ArgumentException">An id is malformed, or an item that is not known comes without a skill.</exception>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; send it again.</exception>
    public ValueTask<IReadOnlyList<ItemRecord>> FindOrLearnAsync(
        SchoolKey school, IReadOnlyList<NamedItem> items, CancellationToken cancellation = default)
    {
        var found = new ItemRecord[items.Count];
        List<NamedItem>? unknown = null;
        for (var i = 0; i < items.Count; i++)
        {
            if (TryFind(school, items[i].Id, out var item)) found[i] = item;
            else (unknown ??= []).Add(items[i]);
        }

        return unknown is null ? ValueTask.FromResult<IReadOnlyList<ItemRecord>>(found) : LearnAsync(school, items, unknown, cancellation);
    }

    internal void Remember(ItemRecord item)
    {
        schools.GetOrAdd(item.School.Value, _ => new(StringComparer.Ordinal))[item.Id] = item;
        byKey[item.Key.Value] = item;
    }

    private async ValueTask<IReadOnlyList<ItemRecord>> LearnAsync(
        SchoolKey school, IReadOnlyList<NamedItem> items, List<NamedItem> unknown, CancellationToken cancellation)
    {
        foreach (var item in unknown)
        {
            if (!RecordId.IsValid(item.Id)) throw new ArgumentException("An item's id is 1-64 characters [A-Za-z0-9._:-].", nameof(items));
            if (item.Skills.Count == 0) throw new ArgumentException("An unknown item can only be learned with its skills.", nameof(items));
        }

        await lane.RunAsync(
            3 * unknown.Count,
            connection => unknown.Select(item => Learn(connection, school, item)).OfType<ItemRecord>().ToList(),
            learned => learned.ForEach(Remember),
            cancellation);
        return [.. items.Select(item => schools[school.Value][item.Id])];
    }

    /// <summary>Null where somebody else made it first: then its commit came before this one, and it is in memory.</summary>
    private static ItemRecord? Learn(LaneConnection connection, SchoolKey school, NamedItem item)
    {
        if ((int?)connection.Number(Add, school.Value, item.Id) is not { } key) return null;
        for (var place = 0; place < item.Skills.Count; place++) connection.Run(AddSkill, key, item.Skills[place].Value, place);
        return new(new(key), school, item.Id, EvidenceKind.Practice, 0, null, 0, [.. item.Skills], Learned: true);
    }
}
