using LiveClass.Web.Access.Pages;
using Microsoft.AspNetCore.Identity;

namespace LiveClass.Web.Access.Accounts;

/// <summary>Accounts: ASP.NET Core Identity over Records.</summary>
internal static class AccountsHosting
{
    /// <summary>Rounds of PBKDF2 with HMAC-SHA512, as OWASP's password storage cheat sheet asks.</summary>
    private const int HashRounds = 210_000;

    /// <summary>Adds Identity's core, its store, and what signs in and changes accounts.</summary>
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddScoped<IPasswordValidator<Account>, PasswordRules>();
        services.AddScoped<IUserStore<Account>, AccountUserStore>();
        services.AddIdentityCore<Account>(identity =>
        {
            // Any letters of any language; the routes hold names to their length.
            identity.User.AllowedUserNameCharacters = "";
            identity.Lockout.MaxFailedAccessAttempts = 10;
            identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
        });
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = HashRounds);
        services.AddSingleton<AccountPrincipal>();
        services.AddScoped<SignInDesk>();
        services.AddScoped<AccountDesk>();
        services.AddScoped<PersonPages>();
    }
}
