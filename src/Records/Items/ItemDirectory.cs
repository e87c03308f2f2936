using LiveClass.Grains.Abstractions;

namespace LiveClass.Records.Items;

/// <summary>An item as an answer names it: learned with these skills where it is not known.</summary>
public readonly record struct NamedItem(string Id, IReadOnlyList<SkillKey> Skills);

/// <summary>All items of all schools, in memory.</summary>
public sealed class ItemDirectory
{
    /// <summary>The item of a school with an id.</summary>
    public bool TryFind(SchoolKey school, ReadOnlySpan<char> id, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out ItemRecord? item) => throw new NotSupportedException();

    /// <summary>The same for an id in UTF-8.</summary>
    public bool TryFindUtf8(SchoolKey school, ReadOnlySpan<byte> id, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out ItemRecord? item) => throw new NotSupportedException();

    /// <summary>The item with a key; null where there is none.</summary>
    public ItemRecord? ByKey(ItemKey key) => throw new NotSupportedException();

    /// <summary>
    /// The items with these ids, in their order. Those that are not known are learned, each once however many name it at the same time;
    /// their rows are durable before it returns. Completes at once when all are known.
    /// </summary>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; send it again.</exception>
    public ValueTask<IReadOnlyList<ItemRecord>> FindOrLearnAsync(SchoolKey school, IReadOnlyList<NamedItem> items, CancellationToken cancellation = default) => throw new NotSupportedException();
}
