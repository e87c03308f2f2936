using System.Security.Claims;
using LiveClass.Records.Accounts;
using LiveClass.Records.Schools;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace LiveClass.Web.Access.Accounts;

/// <summary>An adult as a cookie carries it, and whether that still holds.</summary>
internal sealed class AccountPrincipal(AccountStore accounts, AdultStore adults, SchoolStore schools)
{
    /// <summary>The principal of an account as it is now.</summary>
    public ClaimsPrincipal Of(AccountRecord account)
    {
        var school = schools.ByKey(account.School) ?? throw new InvalidOperationException($"There is no school {account.School.Value}.");
        return new(new ClaimsIdentity(
            [
                new Claim(ClaimTypes.Name, adults.ByKey(account.Adult)?.Name ?? account.UserName),
                new Claim(ClaimNames.Adult, account.Adult.Value.ToString()),
                new Claim(ClaimNames.School, school.Key.Value.ToString()),
                new Claim(ClaimNames.SchoolId, school.Id),
                new Claim(ClaimNames.Role, account.Role.ToString()),
                new Claim(ClaimNames.Stamp, account.Stamp),
            ],
            CookieAuthenticationDefaults.AuthenticationScheme));
    }

    /// <summary>True where the account is still there, active, in the same role, and was not signed out everywhere since. True for keys: they have their own store.</summary>
    public bool Holds(ClaimsPrincipal user) =>
        user.Identity is KeyIdentity
        || user.FindFirst(ClaimNames.Adult) is not { } adult
        || accounts.ByAdult(new(int.Parse(adult.Value))) is { IsActive: true } account
            && user.HasClaim(ClaimNames.Stamp, account.Stamp) && user.HasClaim(ClaimNames.Role, account.Role.ToString());

    /// <summary>Asked for each request that brings a cookie.</summary>
    public static Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (context.Principal is { } user && user.HasClaim(claim => claim.Type == ClaimNames.Adult)
            && context.HttpContext.RequestServices.GetRequiredService<AccountPrincipal>().Holds(user))
        {
            return Task.CompletedTask;
        }

        context.RejectPrincipal();
        return context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }
}
