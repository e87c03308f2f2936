using System.Net;
using LiveClass.Grains.Abstractions;
using LiveClass.Records.Accounts;
using LiveClass.Records.Schools;
using LiveClass.Tests.Server.Running;
using Microsoft.Extensions.DependencyInjection;

namespace LiveClass.Tests.Server;

/// <summary>Accounts over HTTP, each test on a server of its own: their limits count by address.</summary>
public sealed class PeopleTests : IAsyncLifetime
{
    private const string NewPassword = "a quite different sentence";

    private readonly RunningServer server = new();

    public Task InitializeAsync() => server.InitializeAsync();

    public Task DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task The_first_admin_signs_in_by_password_from_then_on_in_any_letter_case_of_the_name()
    {
        using var first = server.Browser();
        using var later = server.Browser();
        (await first.SignInAsync(server)).Dispose();

        using var signedIn = await later.SignInAsync(SignedIn.AdminName.ToUpperInvariant(), SignedIn.AdminPassword, to: "/admin/people");

        Assert.Equal((HttpStatusCode.Redirect, "/admin/people"), (signedIn.StatusCode, signedIn.Headers.Location?.ToString()));
        Assert.Contains("Ms Boss", await later.GetStringAsync("/admin/people"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tiny pass", "too short")]
    [InlineData("passwordpassword", "first that are guessed")]
    [InlineData("aaaaaaaaaaaaaaaa", "first that are guessed")]
    [InlineData("boss@school.example1", "made of your name")]
    public async Task A_bad_first_password_is_refused_at_its_field_keeps_what_was_typed_and_uses_nothing_up(string password, string sentence)
    {
        using var browser = server.Browser();
        var code = server.Services.GetRequiredService<LiveClass.Web.Access.FirstAdmin>().Code;
        var page = await browser.GetStringAsync($"/sign-in/first?code={code}");

        using var refused = await browser.PostFormAsync("/sign-in/first", page, ("code", code), ("name", "Ms Boss"), ("userName", SignedIn.AdminName), ("password", password));
        var shown = await refused.Content.ReadAsStringAsync();
        using var right = await browser.SignInAsync(server);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains(sentence, shown, StringComparison.Ordinal);
        Assert.Contains("value=\"Ms Boss\"", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(password, shown, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
    }

    [Fact]
    public async Task An_unknown_name_and_a_wrong_password_get_the_same_answer()
    {
        using var browser = server.Browser();
        (await browser.SignInAsync(server)).Dispose();
        using var guesser = server.Browser();

        using var unknown = await guesser.SignInAsync("nobody@school.example", "whatever it may be");
        using var wrong = await guesser.SignInAsync(SignedIn.AdminName, "whatever it may be");

        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
        Assert.Equal(unknown.StatusCode, wrong.StatusCode);
        Assert.Equal(Bare(await unknown.Content.ReadAsStringAsync(), "nobody@school.example"), Bare(await wrong.Content.ReadAsStringAsync(), SignedIn.AdminName));
        Assert.Equal(HttpStatusCode.Redirect, (await guesser.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task Ten_wrong_passwords_lock_the_account_and_the_right_one_opens_it_when_the_time_is_over()
    {
        using var browser = server.Browser();
        (await browser.SignInAsync(server)).Dispose();
        using var guesser = server.Browser();
        for (var i = 0; i < 10; i++) (await guesser.SignInAsync(SignedIn.AdminName, $"wrong password {i}")).Dispose();

        using var locked = await guesser.SignInAsync(SignedIn.AdminName, SignedIn.AdminPassword);
        var accounts = server.Services.GetRequiredService<AccountStore>();
        var account = Assert.Single(accounts.Of(server.Services.GetRequiredService<SchoolStore>().ById("school")!.Key));
        Assert.NotNull(await accounts.ChangeAsync(account with { LockedUntil = new Instant(1) }));
        using var open = await guesser.SignInAsync(SignedIn.AdminName, SignedIn.AdminPassword);

        Assert.Equal(HttpStatusCode.BadRequest, locked.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, open.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task Failures_count_against_an_address_and_successes_do_not()
    {
        using var browser = server.Browser();
        (await browser.SignInAsync(server)).Dispose();
        for (var i = 0; i < 25; i++)
        {
            using var right = await browser.SignInAsync(SignedIn.AdminName, SignedIn.AdminPassword);
            Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        }

        // At once: a slow machine gives tries back while they come one after the other.
        var tries = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => browser.SignInAsync($"nobody-{i}", "x")));
        var statuses = tries.Select(response => response.StatusCode).ToList();
        foreach (var response in tries) response.Dispose();

        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
        Assert.DoesNotContain(HttpStatusCode.Redirect, statuses);
    }

    [Fact]
    public async Task A_form_leads_back_to_a_page_of_this_server_alone()
    {
        using var browser = server.Browser();
        (await browser.SignInAsync(server)).Dispose();
        foreach (var to in new[] { "https://evil.example/", "//evil.example", "/\\evil.example", "evil", "" })
        {
            using var signedIn = await browser.SignInAsync(SignedIn.AdminName, SignedIn.AdminPassword, to);
            Assert.Equal("/", signedIn.Headers.Location?.ToString());
        }
    }

    [Fact]
    public async Task A_person_who_is_added_chooses_a_password_by_a_link_that_works_once()
    {
        using var admin = server.Browser();
        (await admin.SignInAsync(server)).Dispose();
        var shown = await AddAsync(admin, "Mr <Oro>", "oro@school.example");
        var link = LinkOf(shown);
        using var oro = server.Browser();
        using var late = server.Browser();
        var (page, lateOne) = (await oro.GetStringAsync(link), await late.GetStringAsync(link));
        var fields = FieldsOf(link);

        using var weak = await oro.PostFormAsync("/invitation", page, [.. fields, ("password", "short")]);
        using var chosen = await oro.PostFormAsync("/invitation", page, [.. fields, ("password", NewPassword)]);
        using var again = await late.PostFormAsync("/invitation", lateOne, [.. fields, ("password", "another one for me")]);
        using var signedIn = await late.SignInAsync("oro@school.example", NewPassword);

        Assert.DoesNotContain("<Oro>", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Oro", link, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.BadRequest, weak.StatusCode);
        Assert.Equal((HttpStatusCode.Redirect, "/"), (chosen.StatusCode, chosen.Headers.Location?.ToString()));
        Assert.Equal(HttpStatusCode.Forbidden, again.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        Assert.Contains("has been used", await late.GetStringAsync(link), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await oro.GetAsync("/admin/people")).StatusCode);
    }

    [Fact]
    public async Task A_name_to_sign_in_with_is_given_once_and_a_bad_person_is_told_at_the_field()
    {
        using var admin = server.Browser();
        (await admin.SignInAsync(server)).Dispose();
        var page = await admin.GetStringAsync("/admin/people");

        using var taken = await admin.PostFormAsync("/admin/people", page, ("name", "Else"), ("userName", SignedIn.AdminName.ToUpperInvariant()), ("role", "teacher"));
        using var noName = await admin.PostFormAsync("/admin/people", page, ("name", " "), ("userName", "else"), ("role", "coach"));
        using var noMail = await admin.PostFormAsync("/admin/people", page, ("name", "Else"), ("email", "else at school"), ("role", "coach"));
        using var nothing = await admin.PostFormAsync("/admin/people", page, ("name", "Else"));

        foreach (var (response, sentence) in new[] { (taken, "Choose another."), (noName, "Write a name"), (noMail, "no e-mail address"), (nothing, "to sign in with") })
        {
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.Contains(sentence, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Contains("value=\"Else\"", await noMail.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_password_signs_every_other_browser_out()
    {
        using var here = server.Browser();
        using var there = server.Browser();
        (await here.SignInAsync(server)).Dispose();
        (await there.SignInAsync(SignedIn.AdminName, SignedIn.AdminPassword)).Dispose();
        var page = await here.GetStringAsync("/account");

        using var wrong = await here.PostFormAsync("/account/password", page, ("current", "not this one"), ("password", NewPassword));
        using var changed = await here.PostFormAsync("/account/password", page, ("current", SignedIn.AdminPassword), ("password", NewPassword));

        Assert.Contains("not your present password", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("password is changed", await changed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await there.SignInAsync(SignedIn.AdminName, SignedIn.AdminPassword)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await there.SignInAsync(SignedIn.AdminName, NewPassword)).StatusCode);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_browser()
    {
        using var here = server.Browser();
        using var there = server.Browser();
        (await here.SignInAsync(server)).Dispose();
        (await there.SignInAsync(SignedIn.AdminName, SignedIn.AdminPassword)).Dispose();

        using var ended = await here.PostFormAsync("/account/sign-out-everywhere", await here.GetStringAsync("/account"));

        Assert.Equal(HttpStatusCode.Redirect, (await here.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task The_last_admin_stays_one_and_the_servers_link_opens_a_shut_one()
    {
        using var admin = server.Browser();
        (await admin.SignInAsync(server)).Dispose();
        var account = server.Services.GetRequiredService<AccountStore>().BySignIn(SignedIn.AdminName.ToUpperInvariant())!;
        var path = $"/admin/people/{account.Adult.Value}";
        var page = await admin.GetStringAsync(path);

        using var demoted = await admin.PostFormAsync(path, page, ("name", "Ms Boss"), ("role", "teacher"));
        using var disabled = await admin.PostFormAsync($"{path}/disable", page);

        Assert.Contains("the last admin", await demoted.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("cannot disable yourself", await disabled.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task The_language_that_an_adult_chose_comes_with_signing_in()
    {
        using var here = server.Browser();
        using var there = server.Browser();
        (await here.SignInAsync(server)).Dispose();

        using var saved = await here.PostFormAsync("/account", await here.GetStringAsync("/account"), ("name", "Sra. Boss"), ("language", "es"));
        (await there.SignInAsync(SignedIn.AdminName, SignedIn.AdminPassword)).Dispose();

        Assert.Contains("Mi cuenta", await here.GetStringAsync("/account"), StringComparison.Ordinal);
        var account = await there.GetStringAsync("/account");
        Assert.Contains("lang=\"es\"", account, StringComparison.Ordinal);
        Assert.Contains("Sra. Boss", account, StringComparison.Ordinal);
    }

    private static async Task<string> AddAsync(HttpClient admin, string name, string email, string role = "teacher")
    {
        using var added = await admin.PostFormAsync("/admin/people", await admin.GetStringAsync("/admin/people"), ("name", name), ("email", email), ("role", role));
        Assert.Equal(HttpStatusCode.OK, added.StatusCode);
        return await added.Content.ReadAsStringAsync();
    }

    private static string LinkOf(string page) => new Uri(WebUtility.HtmlDecode(page.Split("id=\"invitation-link\">")[1].Split('<')[0])).PathAndQuery;

    private static (string Name, string Value)[] FieldsOf(string link)
    {
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(link[link.IndexOf('?', StringComparison.Ordinal)..]);
        return [("for", query["for"].ToString()), ("code", query["code"].ToString())];
    }

    // Without what differs in every page: the form's token and the name that was typed.
    private static string Bare(string page, string typed) => page.Replace(SignedIn.TokenOf(page), "", StringComparison.Ordinal).Replace(typed, "", StringComparison.Ordinal);
}
