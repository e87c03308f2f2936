using LiveClass.Grains.Abstractions;

namespace LiveClass.Records.Sources;

/// <summary>What is known of a source: its key, and whether it sends to another classroom than the one that was named.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Classroom">The one classroom that it sends to.</param>
/// <param name="BelongsElsewhere">True where that is not the classroom that was named: nothing may be taken.</param>
public readonly record struct SourceLookup(SourceKey Key, ClassroomKey Classroom, bool BelongsElsewhere);

/// <summary>The outboxes that send evidence. A source belongs to the classroom that it was first seen with, for ever.</summary>
public sealed class SourceDirectory
{
    /// <summary>The source of a school with a name, bound to this classroom where it is new. Durable before it returns; at once when it is in memory.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; send it again.</exception>
    public ValueTask<SourceLookup> FindOrAddAsync(SchoolKey school, ClassroomKey classroom, string name, CancellationToken cancellation = default) => throw new NotSupportedException();

    /// <summary>The name of a source; null where there is none with this key.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot be read now.</exception>
    public ValueTask<string?> NameOfAsync(SourceKey key, CancellationToken cancellation = default) => throw new NotSupportedException();
}
