using LiveClass.Grains.Abstractions;
using LiveClass.Records.Accounts;

namespace LiveClass.Tests.Unit.Records;

public sealed class AccountTests : IDisposable
{
    private readonly OpenedRecords records = new();

    public void Dispose() => records.Dispose();

    [Fact]
    public async Task An_account_links_the_adult_who_is_there_and_outlives_a_restart()
    {
        var adult = await records.Store.Adults.PutAsync(records.School, "admin", "Old name");

        var made = await records.Store.Accounts.AddAsync(New("admin", "Ito"));
        records.Reopen();

        Assert.Equal(adult.Key, made!.Adult);
        Assert.Equal("Ms Ito", records.Store.Adults.ByKey(adult.Key)!.Name);
        Assert.Equal(made, records.Store.Accounts.BySignIn("ITO"));
        Assert.Equal(AdultRole.Admin, records.Store.Accounts.ByAdult(adult.Key)!.Role);
    }

    [Fact]
    public async Task A_name_to_sign_in_with_and_an_adults_account_exist_once()
    {
        var first = await records.Store.Accounts.AddAsync(New("a", "Ito"));

        Assert.Null(await records.Store.Accounts.AddAsync(New("b", "ito")));
        Assert.Null(await records.Store.Accounts.AddAsync(New("a", "other")));
        var other = await records.Store.Accounts.AddAsync(New("c", "third"));
        Assert.Null(await records.Store.Accounts.ChangeAsync(other! with { SignIn = "ITO" }));
        Assert.Equal(first!.Adult, records.Store.Accounts.BySignIn("ITO")!.Adult);
        Assert.Equal(2, records.Store.Accounts.Of(records.School).Count);
    }

    [Fact]
    public async Task Of_many_who_change_what_they_read_one_wins()
    {
        var account = await records.Store.Accounts.AddAsync(New("a", "Ito"));

        var changed = await Task.WhenAll(Enumerable.Range(1, 20).Select(n => records.Store.Accounts.ChangeAsync(account! with { Failures = n })));

        var kept = Assert.Single(changed, one => one is not null)!;
        Assert.Equal(kept.Failures, records.Store.Accounts.ByAdult(account!.Adult)!.Failures);
        Assert.Equal(account.Version + 1, kept.Version);
    }

    [Fact]
    public async Task Every_part_of_an_account_is_kept()
    {
        var account = await records.Store.Accounts.AddAsync(New("a", "Ito"));

        var changed = await records.Store.Accounts.ChangeAsync(account! with
        {
            UserName = "Ito2",
            SignIn = "ITO2",
            Role = AdultRole.Coach,
            Password = "hash",
            Stamp = "other",
            Failures = 3,
            LockedUntil = new Instant(5),
            Disabled = new Instant(6),
            Language = "es",
            Invitation = [1, 2, 3],
            InvitedUntil = new Instant(7),
        });
        records.Reopen();

        Assert.Equivalent(changed, records.Store.Accounts.BySignIn("ITO2"));
        Assert.Null(records.Store.Accounts.BySignIn("ITO"));
        Assert.False(records.Store.Accounts.ByAdult(account.Adult)!.IsActive);
    }

    [Fact]
    public async Task Memberships_are_set_added_and_ended_and_outlive_a_restart()
    {
        var (a, b) = (await records.WithClassroomAsync("6a"), await records.WithClassroomAsync("6b"));
        var account = await records.Store.Accounts.AddAsync(New("a", "Ito"));
        var adult = account!.Adult;

        await records.Store.Memberships.AddAsync(a.Key, adult);
        await records.Store.Memberships.AddAsync(a.Key, adult);
        var nothingEnded = await records.Store.Memberships.SetAsync(adult, [a.Key, b.Key]);
        var ended = await records.Store.Memberships.SetAsync(adult, [b.Key]);
        records.Reopen();

        Assert.False(nothingEnded);
        Assert.True(ended);
        Assert.False(records.Store.Memberships.Has(a.Key, adult));
        Assert.True(records.Store.Memberships.Has(b.Key, adult));
        Assert.Equal([b.Key], records.Store.Memberships.Of(adult));
        Assert.Equal([adult], records.Store.Memberships.In(b.Key));
    }

    private NewAccount New(string id, string userName) =>
        new(records.School, id, "Ms Ito", null, userName, userName.ToUpperInvariant(), AdultRole.Admin, null, "stamp");
}
