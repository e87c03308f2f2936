using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using LiveClass.Grains.Abstractions;
using LiveClass.Records.Accounts;
using LiveClass.Web.Hubs;
using Microsoft.AspNetCore.Identity;

namespace LiveClass.Web.Access.Accounts;

/// <summary>
/// Changes of accounts. What takes a right away ends the live connections of its adult before the one who did it is answered: the
/// pages that are open then load again and see what is left.
/// </summary>
internal sealed class AccountDesk(
    UserManager<Account> users, AccountStore accounts, MembershipStore memberships, LiveConnections connections, ILookupNormalizer names,
    TimeProvider time, ILogger<AccountDesk> logger)
{
    /// <summary>How long an invitation can be used.</summary>
    public static readonly TimeSpan InvitationLasts = TimeSpan.FromDays(7);

    private const int MostRetries = 5;

    /// <summary>Makes an account; the key of the sentence that says what is wrong, and the field that it belongs to.</summary>
    public async Task<(AccountRecord? Account, FormProblem? Problem)> AddAsync(
        SchoolKey school, string adultId, string name, string? email, string userName, AdultRole role, string? password)
    {
        var account = new Account(new AccountRecord { Adult = default, School = school, UserName = userName, SignIn = "", Role = role, Stamp = "" }, adultId, name, email);
        var result = password is null ? await users.CreateAsync(account) : await users.CreateAsync(account, password);
        return result.Succeeded ? (account.Record, null) : (null, ProblemOf(result));
    }

    /// <summary>
    /// Sets a password. Whatever was signed in signs in again; an invitation that was open is void. With the account as it was invited: sets
    /// it for the first alone who uses that invitation, and is neither account nor problem for others.
    /// </summary>
    public async Task<(AccountRecord? Account, FormProblem? Problem)> SetPasswordAsync(
        AdultKey adult, string password, AdultKey by, AccountRecord? invited = null)
    {
        for (var tries = 0; ; tries++)
        {
            var account = await FindAsync(adult);
            if (PasswordRules.Problem(password, account.Record.UserName) is { } problem) return (null, new("password", problem));
            if (invited is not null && (account.Record.Invitation.IsDefault || !account.Record.Invitation.SequenceEqual(invited.Invitation))) return default;
            account.Record = account.Record with
            {
                Password = users.PasswordHasher.HashPassword(account, password),
                Failures = 0,
                LockedUntil = default,
                Invitation = default,
                InvitedUntil = default,
            };
            if (!(await users.UpdateSecurityStampAsync(account)).Succeeded)
            {
                if (tries == MostRetries) throw new InvalidOperationException($"The account of the adult {adult.Value} changes all the time.");
                continue;
            }

            AccountLog.Changed(logger, by.Value, adult.Value, "password");
            await connections.RevokeAsync(adult, "signed-out");
            return (account.Record, null);
        }
    }

    /// <summary>True where it is the adult's password now.</summary>
    public async Task<bool> IsPasswordAsync(AdultKey adult, string password) =>
        password.Length <= PasswordRules.Longest && await users.CheckPasswordAsync(await FindAsync(adult), password);

    /// <summary>Signs everything out that is signed in, in every browser.</summary>
    public async Task<AccountRecord> SignOutEverywhereAsync(AdultKey adult, AdultKey by)
    {
        var changed = await ChangeAsync(adult, account => account with { Stamp = NewStamp() });
        AccountLog.Changed(logger, by.Value, adult.Value, "signed out everywhere");
        await connections.RevokeAsync(adult, "signed-out");
        return changed;
    }

    /// <summary>Lets an account in or keeps it out, from now on.</summary>
    public async Task SetActiveAsync(AdultKey adult, bool active, AdultKey by)
    {
        var now = Instant.Of(time.GetUtcNow());
        await ChangeAsync(adult, account => account with
        {
            Disabled = active ? default : now,
            Stamp = NewStamp(),
            Invitation = default,
            InvitedUntil = default,
            Failures = 0,
            LockedUntil = default,
        });
        AccountLog.Changed(logger, by.Value, adult.Value, active ? "active" : "disabled");
        if (!active) await connections.RevokeAsync(adult, "signed-out");
    }

    /// <summary>Gives an adult another role; it signs in anew.</summary>
    public async Task SetRoleAsync(AdultKey adult, AdultRole role, AdultKey by)
    {
        if (accounts.ByAdult(adult)?.Role == role) return;
        await ChangeAsync(adult, account => account with { Role = role, Stamp = NewStamp() });
        AccountLog.Changed(logger, by.Value, adult.Value, "role");
        await connections.RevokeAsync(adult, "signed-out");
    }

    /// <summary>Keeps the language that an adult chose; null for the browser's.</summary>
    public Task SetLanguageAsync(AdultKey adult, string? language) => ChangeAsync(adult, account => account with { Language = language });

    /// <summary>Makes the adult a member of these classrooms and no others.</summary>
    public async Task SetRoomsAsync(AdultKey adult, IReadOnlyCollection<ClassroomKey> rooms, AdultKey by)
    {
        var ended = await memberships.SetAsync(adult, rooms);
        AccountLog.Changed(logger, by.Value, adult.Value, "classes");
        if (ended) await connections.RevokeAsync(adult, "rights-changed");
    }

    /// <summary>Makes an invitation: its code is in the answer and nowhere else, and an earlier one is void.</summary>
    public async Task<string> InviteAsync(AdultKey adult, AdultKey by)
    {
        var code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        var until = Instant.Of(time.GetUtcNow() + InvitationLasts);
        await ChangeAsync(adult, account => account with { Invitation = [.. HashOf(code)], InvitedUntil = until });
        AccountLog.Changed(logger, by.Value, adult.Value, "invitation");
        return code;
    }

    /// <summary>The account that an invitation is for; null where it was used, replaced, is over, or never was.</summary>
    public AccountRecord? Invited(int adult, string code)
    {
        if (accounts.ByAdult(new(adult)) is not { IsActive: true, Invitation.IsDefault: false } account) return null;
        return CryptographicOperations.FixedTimeEquals(account.Invitation.AsSpan(), HashOf(code)) && Instant.Of(time.GetUtcNow()) < account.InvitedUntil
            ? account
            : null;
    }

    /// <summary>True where no other active admin of the school can sign in.</summary>
    public bool IsLastAdmin(AccountRecord account) => account is { Role: AdultRole.Admin, IsActive: true }
        && !accounts.Of(account.School).Any(other => other.Adult != account.Adult && other is { Role: AdultRole.Admin, IsActive: true, Password: not null });

    /// <summary>A name to sign in with as names are compared.</summary>
    public string SignInOf(string userName) => names.NormalizeName(userName);

    /// <summary>What Identity found wrong, as a sentence at a field.</summary>
    private static FormProblem ProblemOf(IdentityResult result)
    {
        var code = result.Errors.First().Code;
        return code switch
        {
            _ when code.StartsWith("people.password", StringComparison.Ordinal) => new("password", code),
            nameof(IdentityErrorDescriber.DuplicateUserName) => new("userName", "people.user-name.taken"),
            _ => new("userName", "people.user-name.bad"),
        };
    }

    private async Task<AccountRecord> ChangeAsync(AdultKey adult, Func<AccountRecord, AccountRecord> change)
    {
        for (var tries = 0; tries < MostRetries; tries++)
        {
            var account = accounts.ByAdult(adult) ?? throw new InvalidOperationException($"The adult {adult.Value} has no account.");
            if (await accounts.ChangeAsync(change(account)) is { } kept) return kept;
        }

        throw new InvalidOperationException($"The account of the adult {adult.Value} changes all the time.");
    }

    private async Task<Account> FindAsync(AdultKey adult) =>
        await users.FindByIdAsync(adult.Value.ToString()) ?? throw new InvalidOperationException($"The adult {adult.Value} has no account.");

    private static string NewStamp() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(20));

    private static byte[] HashOf(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code));
}
