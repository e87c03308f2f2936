using LiveClass.Grains.Abstractions;

namespace LiveClass.Records.ApiKeys;

/// <summary>The keys of programs. Only the SHA-256 of a secret is kept.</summary>
public sealed class ApiKeyStore
{
    /// <summary>The key that a secret opens; null where it opens none or was revoked. From memory, compared in constant time.</summary>
    public ApiKeyRecord? Find(ReadOnlySpan<char> secret) => throw new NotSupportedException();

    /// <summary>Makes a key. Its secret is in the answer and nowhere else.</summary>
    public Task<NewApiKey> CreateAsync(SchoolKey school, string name, IReadOnlyList<string> scopes, CancellationToken cancellation = default) => throw new NotSupportedException();

    /// <summary>Revokes a key; false where it was not there or revoked before.</summary>
    public Task<bool> RevokeAsync(SchoolKey school, int number, CancellationToken cancellation = default) => throw new NotSupportedException();

    /// <summary>A school's keys, revoked ones too, newest first.</summary>
    public IReadOnlyList<ApiKeyRecord> List(SchoolKey school) => throw new NotSupportedException();

    /// <summary>Brings the keys of the configuration to what it says: new ones are made, changed ones changed, and those that are gone revoked.</summary>
    public Task ConfigureAsync(IReadOnlyList<ConfiguredApiKey> keys, CancellationToken cancellation = default) => throw new NotSupportedException();
}
