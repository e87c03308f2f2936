using LiveClass.Records.Accounts;
using LiveClass.Web.Words;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace LiveClass.Web.Access.Accounts;

/// <summary>
/// Signing in with a password. Whatever is wrong (the name, the password, a locked or disabled account, too many tries) costs the same
/// time and gets the same answer, so that nobody learns which names there are.
/// </summary>
internal sealed class SignInDesk(
    UserManager<Account> accounts, IPasswordHasher<Account> hasher, AccountPrincipal principals, ILogger<SignInDesk> logger)
{
    // Many who fail at once change the same row; each failure counts in the end.
    private const int MostRetries = 20;

    private static readonly Account Nobody = new(new AccountRecord
    {
        Adult = default,
        School = default,
        UserName = "",
        SignIn = "",
        Role = AdultRole.Teacher,
        Stamp = "",
    }, "nobody", "", email: null);

    private static string? decoy;

    /// <summary>The account that a name and a password open; null where they open none.</summary>
    public async Task<AccountRecord?> FindAsync(string userName, string password)
    {
        var account = userName.Length is > 0 and <= AccountStore.LongestUserName ? await accounts.FindByNameAsync(userName) : null;
        if (account is not { Record: { IsActive: true, Password: not null } } || password.Length > PasswordRules.Longest || await accounts.IsLockedOutAsync(account))
        {
            decoy ??= hasher.HashPassword(Nobody, Guid.NewGuid().ToString());
            hasher.VerifyHashedPassword(Nobody, decoy, password.Length > PasswordRules.Longest ? "" : password);
            return null;
        }

        if (!await accounts.CheckPasswordAsync(account, password))
        {
            await CountFailureAsync(account);
            return null;
        }

        if (account.Record.Failures > 0) await accounts.ResetAccessFailedCountAsync(account);
        return account.Record;
    }

    /// <summary>Gives the browser its cookie, and the language that the adult chose.</summary>
    public async Task SignInAsync(HttpContext context, AccountRecord account)
    {
        await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, principals.Of(account));
        if (account.Language is { } language) LanguageChoice.Remember(context, language);
        AccountLog.SignedIn(logger, account.Adult.Value);
    }

    private async Task CountFailureAsync(Account account)
    {
        for (var tries = 0; tries < MostRetries; tries++)
        {
            if ((await accounts.AccessFailedAsync(account)).Succeeded)
            {
                if (account.Record.LockedUntil.IsSome) AccountLog.Locked(logger, account.Record.Adult.Value);
                return;
            }

            if (await accounts.FindByNameAsync(account.Record.UserName) is not { } newer) return;
            account = newer;
        }
    }
}
