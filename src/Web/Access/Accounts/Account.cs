using LiveClass.Records.Accounts;

namespace LiveClass.Web.Access.Accounts;

/// <summary>An account while Identity works on it: a snapshot that is replaced, part by part, until it is kept.</summary>
/// <param name="record">The account as it was read, or a draft without an adult.</param>
/// <param name="adultId">The outside id of its adult.</param>
/// <param name="name">What people read.</param>
/// <param name="email">Where there is one.</param>
internal sealed class Account(AccountRecord record, string adultId, string name, string? email)
{
    /// <summary>The account with what was changed so far.</summary>
    public AccountRecord Record { get; set; } = record;

    /// <summary>The outside id of its adult.</summary>
    public string AdultId => adultId;

    /// <summary>What people read.</summary>
    public string Name => name;

    /// <summary>Where there is one.</summary>
    public string? Email => email;
}
