using LiveClass.Grains.Abstractions;
using LiveClass.Records.Accounts;
using LiveClass.Records.Classrooms;
using LiveClass.Simulator.Demo;
using LiveClass.Web.Demo.Past;

namespace LiveClass.Web.Demo;

/// <summary>
/// The adults of the demo school: a teacher, a coach, an admin. None has a password: they are signed in by the demo's own page while the
/// demo is there, and in no other way.
/// </summary>
internal sealed class DemoAccounts(AccountStore accounts, MembershipStore memberships, ClassroomDirectory classrooms, TimeProvider time)
{
    /// <summary>The account of a role; made where it is not there, a member of the demo's rooms, opened where it was closed.</summary>
    public async Task<AccountRecord> FindAsync(SchoolKey school, AdultRole role)
    {
        var (id, name) = Who(role);
        var account = accounts.BySignIn(SignInOf(id)) ?? await accounts.AddAsync(
            new NewAccount(school, id, name, null, id, SignInOf(id), role, Password: null, Guid.NewGuid().ToString("N")));
        if (account is null || account.School != school) throw new InvalidOperationException($"The name {id} is taken by another account.");
        if (!account.IsActive) account = await accounts.ChangeAsync(account with { Disabled = default }) ?? accounts.ByAdult(account.Adult)!;
        foreach (var room in DemoRoom.All)
        {
            if (await classrooms.FindAsync(school, room.Id) is { } classroom && !memberships.Has(classroom.Key, account.Adult))
                await memberships.AddAsync(classroom.Key, account.Adult);
        }

        return account;
    }

    /// <summary>Opens all of them: members of the rooms as they now are.</summary>
    public async Task OpenAsync(SchoolKey school)
    {
        foreach (var role in Enum.GetValues<AdultRole>()) await FindAsync(school, role);
    }

    /// <summary>Closes all of them: whoever is signed in as one is no longer.</summary>
    public async Task CloseAsync(SchoolKey school)
    {
        foreach (var account in accounts.Of(school).Where(account => account.IsActive))
            await accounts.ChangeAsync(account with { Disabled = Instant.Of(time.GetUtcNow()), Stamp = Guid.NewGuid().ToString("N") });
    }

    private static (string Id, string Name) Who(AdultRole role) => role switch
    {
        AdultRole.Teacher => (PastRoster.Teacher, PastRoster.TeacherName),
        AdultRole.Coach => ("demo-coach", "Mr Oro"),
        _ => ("demo-admin", "Ms Alvarez"),
    };

    private static string SignInOf(string id) => id.ToUpperInvariant();
}
