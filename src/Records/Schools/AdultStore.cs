using LiveClass.Grains.Abstractions;

namespace LiveClass.Records.Schools;

/// <summary>The adults of the schools, and the callers behind API keys.</summary>
public sealed class AdultStore
{
    /// <summary>The adult with an id, made where there is none; a name or email that is given replaces the old one. Durable before it returns.</summary>
    public Task<AdultRecord> PutAsync(SchoolKey school, string id, string? name = null, string? email = null, CancellationToken cancellation = default) => throw new NotSupportedException();

    /// <summary>The adult with a key; null where there is none.</summary>
    public AdultRecord? ByKey(AdultKey key) => throw new NotSupportedException();
}
