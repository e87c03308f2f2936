using LiveClass.Grains.Abstractions;

namespace LiveClass.Records.Schools;

/// <summary>The schools of this server.</summary>
public sealed class SchoolStore
{
    /// <summary>The school with an id, made where there is none. Durable before it returns.</summary>
    public Task<SchoolRecord> FindOrCreateAsync(string id, string? name = null, CancellationToken cancellation = default) => throw new NotSupportedException();

    /// <summary>All schools in the order of their keys.</summary>
    public IReadOnlyList<SchoolRecord> All() => throw new NotSupportedException();

    /// <summary>The school with an id; null where there is none.</summary>
    public SchoolRecord? ById(string id) => throw new NotSupportedException();

    /// <summary>The school with a key; null where there is none.</summary>
    public SchoolRecord? ByKey(SchoolKey key) => throw new NotSupportedException();
}
