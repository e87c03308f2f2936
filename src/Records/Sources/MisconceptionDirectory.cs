using LiveClass.Grains.Abstractions;

namespace LiveClass.Records.Sources;

/// <summary>All misconceptions of all schools, in memory.</summary>
public sealed class MisconceptionDirectory
{
    /// <summary>The misconceptions with these ids, in their order; new ones are added, durable before it returns.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; send it again.</exception>
    public ValueTask<IReadOnlyList<MisconceptionKey>> FindOrAddAsync(SchoolKey school, IReadOnlyList<string> ids, CancellationToken cancellation = default) => throw new NotSupportedException();

    /// <summary>The id of a misconception; null where there is none with this key.</summary>
    public string? IdOf(MisconceptionKey key) => throw new NotSupportedException();
}
