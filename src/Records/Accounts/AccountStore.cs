using System.Collections.Concurrent;
using System.Collections.Immutable;
using LiveClass.Grains.Abstractions;
using LiveClass.Records.Lane;
using LiveClass.Records.Model;
using LiveClass.Records.Schools;

namespace LiveClass.Records.Accounts;

/// <summary>
/// The accounts of adults, in memory: whoever asks on each request whether one may still come in gets the answer of the last commit.
/// Written on the one lane as everything else in Records.
/// </summary>
public sealed class AccountStore
{
    /// <summary>The most characters of what is typed to sign in.</summary>
    public const int LongestUserName = 254;

    private readonly WriteLane lane;
    private readonly AdultStore adults;
    private readonly TimeProvider time;
    private readonly ConcurrentDictionary<int, AccountRecord> byAdult = new();
    private readonly ConcurrentDictionary<string, int> bySignIn = new(StringComparer.Ordinal);

    internal AccountStore(WriteLane lane, RecordsFile file, AdultStore adults, TimeProvider time)
    {
        this.lane = lane;
        this.adults = adults;
        this.time = time;
        foreach (var row in file.Read(context => context.Accounts.ToList())) Remember(RecordOf(row));
    }

    /// <summary>The account of an adult; null where there is none.</summary>
    public AccountRecord? ByAdult(AdultKey adult) => byAdult.GetValueOrDefault(adult.Value);

    /// <summary>The account that signs in by a name, as names are compared; null where there is none.</summary>
    public AccountRecord? BySignIn(string signIn) =>
        bySignIn.TryGetValue(signIn, out var adult) ? byAdult.GetValueOrDefault(adult) : null;

    /// <summary>The accounts of a school, in the order of their making.</summary>
    public IReadOnlyList<AccountRecord> Of(SchoolKey school) =>
        [.. byAdult.Values.Where(account => account.School == school).OrderBy(account => account.Adult.Value)];

    /// <summary>Makes an account, and its adult where there is none; null where the name to sign in with, or the adult's account, is there.</summary>
    /// <exception cref="ArgumentException">A part is malformed.</exception>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; nothing was made.</exception>
    public async Task<AccountRecord?> AddAsync(NewAccount wanted, CancellationToken cancellation = default)
    {
        if (!RecordId.IsValid(wanted.AdultId)) throw new ArgumentException("An adult's id is 1-64 characters [A-Za-z0-9._:-].", nameof(wanted));
        if (!RecordId.IsName(wanted.Name)) throw new ArgumentException("A name is 1-200 characters.", nameof(wanted));
        if (wanted.UserName.Length is 0 or > LongestUserName || wanted.SignIn.Length is 0 or > LongestUserName)
            throw new ArgumentException($"A name to sign in with is 1-{LongestUserName} characters.", nameof(wanted));
        var now = Instant.Of(time.GetUtcNow());
        var (_, made) = await lane.RunAsync(
            2,
            connection =>
            {
                using var context = connection.Context();
                if (context.Accounts.Any(row => row.SignIn == wanted.SignIn)) return default;
                var adult = AdultStore.Write(connection, wanted.School, wanted.AdultId, wanted.Name, wanted.Email);
                if (context.Accounts.Any(row => row.Adult == adult.Key.Value)) return default;
                var row = new AccountRow
                {
                    Adult = adult.Key.Value,
                    UserName = wanted.UserName,
                    SignIn = wanted.SignIn,
                    Role = (int)wanted.Role,
                    Password = wanted.Password,
                    Stamp = wanted.Stamp,
                    Version = 1,
                    Created = now.Milliseconds,
                };
                context.Accounts.Add(row);
                context.SaveChanges();
                return (Adult: adult, Account: Of(row, wanted.School));
            },
            written =>
            {
                if (written.Account is null) return;
                adults.Remember(written.Adult);
                Remember(written.Account);
            },
            cancellation);
        return made;
    }

    /// <summary>
    /// Keeps a changed account as it is given; null, and nothing changed, where it was changed since this one was read or where another has
    /// its name to sign in with. School and adult stay.
    /// </summary>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; send it again.</exception>
    public Task<AccountRecord?> ChangeAsync(AccountRecord changed, CancellationToken cancellation = default) => lane.RunAsync(
        1,
        connection =>
        {
            using var context = connection.Context();
            var row = context.Accounts.SingleOrDefault(row => row.Adult == changed.Adult.Value && row.Version == changed.Version);
            if (row is null || context.Accounts.Any(other => other.SignIn == changed.SignIn && other.Adult != row.Adult)) return null;
            Write(row, changed);
            context.SaveChanges();
            return Of(row, changed.School);
        },
        kept =>
        {
            if (kept is not null) Remember(kept);
        },
        cancellation);

    private static void Write(AccountRow row, AccountRecord from)
    {
        (row.UserName, row.SignIn, row.Role, row.Password, row.Stamp) = (from.UserName, from.SignIn, (int)from.Role, from.Password, from.Stamp);
        (row.Failures, row.LockedUntil, row.Disabled, row.Language) =
            (from.Failures, from.LockedUntil.Milliseconds, from.Disabled.Milliseconds, from.Language);
        (row.Invitation, row.InvitedUntil) = (from.Invitation.IsDefault ? null : [.. from.Invitation], from.InvitedUntil.Milliseconds);
        row.Version = from.Version + 1;
    }

    private AccountRecord RecordOf(AccountRow row) => Of(row, adults.ByKey(new(row.Adult))?.School
        ?? throw new InvalidOperationException($"The account of the adult {row.Adult} has no adult."));

    private static AccountRecord Of(AccountRow row, SchoolKey school) => new()
    {
        Adult = new(row.Adult),
        School = school,
        UserName = row.UserName,
        SignIn = row.SignIn,
        Role = (AdultRole)row.Role,
        Password = row.Password,
        Stamp = row.Stamp,
        Version = row.Version,
        Failures = row.Failures,
        LockedUntil = new(row.LockedUntil),
        Disabled = new(row.Disabled),
        Language = row.Language,
        Invitation = row.Invitation is null ? default : [.. row.Invitation],
        InvitedUntil = new(row.InvitedUntil),
        Created = new(row.Created),
    };

    // A name that was given up points nowhere before the new one points here.
    private void Remember(AccountRecord account)
    {
        if (byAdult.TryGetValue(account.Adult.Value, out var before) && before.SignIn != account.SignIn) bySignIn.TryRemove(before.SignIn, out _);
        byAdult[account.Adult.Value] = account;
        bySignIn[account.SignIn] = account.Adult.Value;
    }
}
