using System.Collections.Immutable;
using LiveClass.Grains.Abstractions;

namespace LiveClass.Records.Accounts;

/// <summary>What an adult is in the school. Kept as a number: never change one.</summary>
public enum AdultRole
{
    /// <summary>Teaches the classrooms that she is a member of.</summary>
    Teacher = 1,

    /// <summary>Looks into the classrooms that were granted, and writes notes.</summary>
    Coach = 2,

    /// <summary>Sees and changes everything of the school.</summary>
    Admin = 3,
}

/// <summary>The account of an adult who signs in: an immutable snapshot. Name and e-mail are the adult's.</summary>
public sealed record AccountRecord
{
    /// <summary>The adult.</summary>
    public required AdultKey Adult { get; init; }

    /// <summary>The adult's school.</summary>
    public required SchoolKey School { get; init; }

    /// <summary>What is typed to sign in, as it was chosen: a name or an e-mail address.</summary>
    public required string UserName { get; init; }

    /// <summary>The same as it is compared; one a server.</summary>
    public required string SignIn { get; init; }

    /// <summary>What the adult may do.</summary>
    public required AdultRole Role { get; init; }

    /// <summary>The hash of the password; null until one is set.</summary>
    public string? Password { get; init; }

    /// <summary>Changes when everything that is signed in must sign in again.</summary>
    public required string Stamp { get; init; }

    /// <summary>Grows with each change; a change of an older one is refused.</summary>
    public long Version { get; init; }

    /// <summary>Wrong passwords since the last right one.</summary>
    public int Failures { get; init; }

    /// <summary>Until when no password is right; none where it is not locked.</summary>
    public Instant LockedUntil { get; init; }

    /// <summary>Since when it may not sign in; none where it may.</summary>
    public Instant Disabled { get; init; }

    /// <summary>The language that its owner chose; null where the browser decides.</summary>
    public string? Language { get; init; }

    /// <summary>The hash of the open invitation's code; default where there is none.</summary>
    public ImmutableArray<byte> Invitation { get; init; }

    /// <summary>Until when the invitation can be used.</summary>
    public Instant InvitedUntil { get; init; }

    /// <summary>When it was made.</summary>
    public Instant Created { get; init; }

    /// <summary>True where it may sign in, once it has a password.</summary>
    public bool IsActive => !Disabled.IsSome;
}

/// <summary>Who gets an account.</summary>
/// <param name="School">The school.</param>
/// <param name="AdultId">The adult's outside id; an adult who is there is linked.</param>
/// <param name="Name">What people read.</param>
/// <param name="Email">Where there is one.</param>
/// <param name="UserName">What is typed to sign in.</param>
/// <param name="SignIn">The same as it is compared.</param>
/// <param name="Role">What the adult may do.</param>
/// <param name="Password">The hash of a password, or null for none yet.</param>
/// <param name="Stamp">Its first stamp.</param>
public sealed record NewAccount(
    SchoolKey School, string AdultId, string Name, string? Email, string UserName, string SignIn, AdultRole Role, string? Password, string Stamp);
