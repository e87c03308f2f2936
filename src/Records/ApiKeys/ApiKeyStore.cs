using System.Buffers.Text;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using LiveClass.Grains.Abstractions;
using LiveClass.Records.Lane;
using LiveClass.Records.Model;
using LiveClass.Records.Schools;
using Microsoft.EntityFrameworkCore;

namespace LiveClass.Records.ApiKeys;

/// <summary>The keys of programs, in memory. Only the SHA-256 of a secret is kept; secrets are long and random, so that needs no salt.</summary>
public sealed class ApiKeyStore
{
    /// <summary>The fewest characters of a configured secret. Short ones are the operator's own risk: the start warns of them.</summary>
    public const int ShortestSecret = 1;

    /// <summary>The most characters of a secret.</summary>
    public const int LongestSecret = 256;

    private readonly WriteLane lane;
    private readonly AdultStore adults;
    private readonly TimeProvider time;
    private ImmutableArray<(byte[] Hash, ApiKeyRecord Key)> keys;

    internal ApiKeyStore(WriteLane lane, RecordsFile file, AdultStore adults, TimeProvider time)
    {
        this.lane = lane;
        this.adults = adults;
        this.time = time;
        keys = file.Read(ReadAll);
    }

    /// <summary>The key that a secret opens; null where it opens none or was revoked. From memory; the hashes are compared in constant time.</summary>
    public ApiKeyRecord? Find(ReadOnlySpan<char> secret)
    {
        if (secret.Length is < ShortestSecret or > LongestSecret) return null;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Hash(secret, hash);
        ApiKeyRecord? found = null;
        foreach (var (known, key) in keys)
            if (CryptographicOperations.FixedTimeEquals(known, hash) && !key.Revoked.IsSome) found = key;
        return found;
    }

    /// <summary>Makes a key. Its secret is in the answer and nowhere else.</summary>
    /// <exception cref="ArgumentException">The name or a scope is malformed.</exception>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; nothing was made.</exception>
    public async Task<NewApiKey> CreateAsync(
        SchoolKey school, string name, IReadOnlyList<string> scopes, CancellationToken cancellation = default)
    {
        var secret = $"lc_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32))}";
        var wanted = Check(new(school, name, secret, [.. scopes]));
        var hash = Hash(wanted.Secret);
        await lane.RunAsync(2, connection => Apply(connection, [wanted], configured: false), Remember, cancellation);
        return new(keys.First(entry => entry.Hash.AsSpan().SequenceEqual(hash)).Key, secret);
    }

    /// <summary>Revokes a key; false where it was not there or revoked before.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; send it again.</exception>
    public async Task<bool> RevokeAsync(SchoolKey school, int number, CancellationToken cancellation = default)
    {
        var now = Instant.Of(time.GetUtcNow()).Milliseconds;
        var revoked = await lane.RunAsync(
            1,
            connection =>
            {
                using var context = connection.Context();
                var row = context.ApiKeys.SingleOrDefault(key => key.Key == number && key.School == school.Value && key.Revoked == 0);
                if (row is not null) row.Revoked = now;
                context.SaveChanges();
                return (Found: row is not null, All: ReadAll(context));
            },
            written => keys = written.All,
            cancellation);
        return revoked.Found;
    }

    /// <summary>A school's keys, revoked ones too, newest first.</summary>
    public IReadOnlyList<ApiKeyRecord> List(SchoolKey school) =>
        [.. keys.Select(entry => entry.Key).Where(key => key.School == school).OrderByDescending(key => key.Number)];

    /// <summary>Brings the keys of the configuration to what it says: new ones are made, changed ones changed, and those that are gone revoked.</summary>
    /// <exception cref="ArgumentException">A key is malformed, or two have the same secret; the message names the key, never the secret.</exception>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; nothing was changed.</exception>
    public Task ConfigureAsync(IReadOnlyList<ConfiguredApiKey> wanted, CancellationToken cancellation = default)
    {
        foreach (var key in wanted) Check(key);
        if (wanted.GroupBy(key => key.Secret, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new ArgumentException($"The API keys {string.Join(" and ", twice.Select(key => $"'{key.Name}'"))} have the same secret.", nameof(wanted));
        return lane.RunAsync(1 + wanted.Count, connection => Apply(connection, wanted, configured: true), Remember, cancellation);
    }

    private (List<AdultRecord> Adults, ImmutableArray<(byte[] Hash, ApiKeyRecord Key)> All) Apply(
        LaneConnection connection, IReadOnlyList<ConfiguredApiKey> wanted, bool configured)
    {
        var now = Instant.Of(time.GetUtcNow()).Milliseconds;
        using var context = connection.Context();
        var rows = context.ApiKeys.ToList();
        var touched = new List<AdultRecord>();
        foreach (var key in wanted)
        {
            var hash = Hash(key.Secret);
            var row = rows.Find(candidate => candidate.Hash.AsSpan().SequenceEqual(hash));
            if (row is null)
            {
                context.ApiKeys.Add(row = new() { Name = key.Name, Hash = hash, Scopes = string.Empty, Created = now });
                rows.Add(row);
            }

            // '~' is in no outside id, so that nobody can be made who passes for a key.
            var adult = AdultStore.Write(connection, key.School, $"~key.{Convert.ToHexStringLower(hash.AsSpan(0, 16))}", key.Name, email: null);
            touched.Add(adult);
            (row.School, row.Adult, row.Name, row.Scopes, row.Configured, row.Revoked) =
                (key.School.Value, adult.Key.Value, key.Name, string.Join(' ', key.Scopes), configured, 0);
        }

        if (configured)
        {
            var kept = wanted.Select(key => Convert.ToHexString(Hash(key.Secret))).ToHashSet(StringComparer.Ordinal);
            foreach (var row in rows.Where(row => row.Configured && row.Revoked == 0 && !kept.Contains(Convert.ToHexString(row.Hash)))) row.Revoked = now;
        }

        context.SaveChanges();
        return (touched, ReadAll(context));
    }

    private void Remember((List<AdultRecord> Adults, ImmutableArray<(byte[] Hash, ApiKeyRecord Key)> All) written)
    {
        written.Adults.ForEach(adults.Remember);
        keys = written.All;
    }

    private static ImmutableArray<(byte[] Hash, ApiKeyRecord Key)> ReadAll(RecordsContext context) =>
        [.. context.ApiKeys.AsNoTracking().OrderBy(row => row.Key).AsEnumerable().Select(row => (row.Hash, new ApiKeyRecord(
            row.Key, new(row.Adult), new(row.School), row.Name, [.. row.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries)],
            row.Configured, new(row.Created), new(row.Revoked))))];

    private static ConfiguredApiKey Check(ConfiguredApiKey key)
    {
        if (!RecordId.IsName(key.Name)) throw new ArgumentException("An API key's name is 1-200 characters.", nameof(key));
        if (key.Secret.Length is < ShortestSecret or > LongestSecret)
            throw new ArgumentException($"The secret of the API key '{key.Name}' must have {ShortestSecret} to {LongestSecret} characters.", nameof(key));
        if (key.Scopes.Any(scope => scope.Length == 0 || scope.Any(char.IsWhiteSpace)))
            throw new ArgumentException($"A scope of the API key '{key.Name}' is empty or holds a blank.", nameof(key));
        return key;
    }

    private static byte[] Hash(ReadOnlySpan<char> secret)
    {
        var hash = new byte[SHA256.HashSizeInBytes];
        Hash(secret, hash);
        return hash;
    }

    private static void Hash(ReadOnlySpan<char> secret, Span<byte> into)
    {
        Span<byte> bytes = stackalloc byte[LongestSecret * 3];
        SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(secret, bytes)], into);
    }
}
