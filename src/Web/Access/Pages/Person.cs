using LiveClass.Grains.Abstractions;
using LiveClass.Records.Accounts;

namespace LiveClass.Web.Access.Pages;

/// <summary>An adult with an account, for the admin's pages.</summary>
/// <param name="Account">The account.</param>
/// <param name="Name">What people read.</param>
/// <param name="Email">Where there is one.</param>
public sealed record Person(AccountRecord Account, string Name, string Email)
{
    /// <summary>The key of the words for where it stands: disabled, locked, invited, has no password, or all is well.</summary>
    public string Standing(Instant now) => Account switch
    {
        { IsActive: false } => "people.now.disabled",
        { LockedUntil: var until } when until > now => "people.now.locked",
        { Invitation.IsDefault: false } when Account.InvitedUntil > now => "people.now.invited",
        { Password: null } => "people.now.no-password",
        _ => "people.now.active",
    };
}

/// <summary>Who is being added, as it was typed.</summary>
public sealed record PersonDraft(string Name = "", string Email = "", string UserName = "", AdultRole Role = AdultRole.Teacher);
