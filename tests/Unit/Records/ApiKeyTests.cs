using LiveClass.Records.ApiKeys;

namespace LiveClass.Tests.Unit.Records;

public sealed class ApiKeyTests : IDisposable
{
    private readonly OpenedRecords records = new();

    private ApiKeyStore Keys => records.Store.ApiKeys;

    public void Dispose() => records.Dispose();

    [Fact]
    public async Task A_new_key_opens_with_its_secret_alone()
    {
        var made = await Keys.CreateAsync(records.School, "import", ["roster:write", "records:read"]);
        var found = Keys.Find(made.Secret)!;
        Assert.Equal((made.Key.Number, "import", records.School), (found.Number, found.Name, found.School));
        Assert.True(found.Has("roster:write"));
        Assert.False(found.Has("roster"));
        Assert.Null(Keys.Find(made.Secret.AsSpan(0, made.Secret.Length - 1)));
        Assert.Null(Keys.Find(made.Secret + "x"));
        Assert.Null(Keys.Find(string.Empty));
        Assert.Null(Keys.Find(new string('x', 10_000)));
        Assert.Equal("import", records.Store.Adults.ByKey(found.Adult)!.Name);
    }

    [Fact]
    public async Task Two_keys_have_secrets_and_people_of_their_own()
    {
        var (first, second) = (await Keys.CreateAsync(records.School, "a", []), await Keys.CreateAsync(records.School, "a", []));
        Assert.NotEqual(first.Secret, second.Secret);
        Assert.NotEqual(first.Key.Adult, second.Key.Adult);
    }

    [Fact]
    public async Task A_secret_is_nowhere_in_the_file()
    {
        var made = await Keys.CreateAsync(records.School, "import", []);
        records.Store.Dispose();
        Assert.DoesNotContain(made.Secret, System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(records.Options.Path)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revoked_key_opens_nothing_after_a_restart_either()
    {
        var made = await Keys.CreateAsync(records.School, "import", []);
        var other = await records.Store.Schools.FindOrCreateAsync("other");
        Assert.False(await Keys.RevokeAsync(other.Key, made.Key.Number));
        Assert.NotNull(Keys.Find(made.Secret));
        Assert.True(await Keys.RevokeAsync(records.School, made.Key.Number));
        Assert.False(await Keys.RevokeAsync(records.School, made.Key.Number));
        Assert.Null(Keys.Find(made.Secret));
        records.Reopen();
        Assert.Null(Keys.Find(made.Secret));
        Assert.True(Assert.Single(Keys.List(records.School)).Revoked.IsSome);
    }

    [Fact]
    public async Task Configured_keys_follow_the_configuration()
    {
        var kept = await Keys.CreateAsync(records.School, "by hand", []);
        await Keys.ConfigureAsync([Configured("a", "aaaaaaaaaaaaaaaa", "evidence:write"), Configured("b", "bbbbbbbbbbbbbbbb")]);
        var first = Keys.Find("aaaaaaaaaaaaaaaa")!;
        await Keys.ConfigureAsync([Configured("renamed", "aaaaaaaaaaaaaaaa", "boards:read")]);
        var second = Keys.Find("aaaaaaaaaaaaaaaa")!;
        Assert.Equal((first.Number, first.Adult, "renamed"), (second.Number, second.Adult, second.Name));
        Assert.Equal(["boards:read"], second.Scopes.AsEnumerable());
        Assert.Null(Keys.Find("bbbbbbbbbbbbbbbb"));
        Assert.NotNull(Keys.Find(kept.Secret));
        await Keys.ConfigureAsync([Configured("b", "bbbbbbbbbbbbbbbb")]);
        Assert.NotNull(Keys.Find("bbbbbbbbbbbbbbbb"));
        Assert.Null(Keys.Find("aaaaaaaaaaaaaaaa"));
    }

    [Fact]
    public async Task A_configured_key_that_is_empty_too_long_or_doubled_is_refused_by_name_without_its_secret()
    {
        var tooLong = new string('x', ApiKeyStore.LongestSecret + 1);
        foreach (var secret in new[] { "", tooLong })
        {
            var refused = await Assert.ThrowsAsync<ArgumentException>(() => Keys.ConfigureAsync([Configured("demo", secret)]));
            Assert.Contains("'demo'", refused.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(tooLong, refused.Message, StringComparison.Ordinal);
        }

        await Assert.ThrowsAsync<ArgumentException>(() => Keys.ConfigureAsync([Configured("a", "aaaaaaaaaaaaaaaa"), Configured("b", "aaaaaaaaaaaaaaaa")]));
    }

    private ConfiguredApiKey Configured(string name, string secret, params string[] scopes) => new(records.School, name, secret, [.. scopes]);
}
