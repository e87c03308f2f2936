using System.Net;
using LiveClass.Tests.Server.Running;
using LiveClass.Web.Access;
using Microsoft.Extensions.DependencyInjection;

namespace LiveClass.Tests.Server;

/// <summary>Has a server of its own: its link works once.</summary>
public sealed class SignInTests : IAsyncLifetime
{
    private readonly RunningServer server = new();

    public Task InitializeAsync() => server.InitializeAsync();

    public Task DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task The_link_signs_in_once_and_a_preview_does_not_use_it_up()
    {
        using var preview = server.Browser();
        using var browser = server.Browser();
        using var late = server.Browser();
        var code = server.Services.GetRequiredService<FirstAdmin>().Code;

        using var seen = await preview.GetAsync($"/sign-in/first?code={code}");
        using var first = await browser.SignInAsync(server);
        using var again = await late.PostFormAsync("/sign-in/first", await preview.GetStringAsync($"/sign-in"), ("code", code));

        Assert.Equal(HttpStatusCode.OK, seen.StatusCode);
        Assert.Equal((HttpStatusCode.Redirect, "/"), (first.StatusCode, first.Headers.Location?.ToString()));
        var cookie = Assert.Single(first.Headers.GetValues("Set-Cookie"), c => c.StartsWith("liveclass=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.NotEqual(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/admin/keys")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await late.GetAsync("/admin/keys")).StatusCode);
    }

    [Fact]
    public async Task A_wrong_code_and_a_used_one_are_refused()
    {
        using var browser = server.Browser();
        var page = await browser.GetStringAsync("/sign-in/first?code=x");

        using var wrong = await browser.PostFormAsync("/sign-in/first", page, ("code", "AAAAAAAAAAAAAAAAAAAAAA"));
        using var right = await browser.SignInAsync(server);
        var code = server.Services.GetRequiredService<FirstAdmin>().Code;
        using var used = await browser.PostFormAsync("/sign-in/first", await browser.GetStringAsync("/admin/keys"), ("code", code));

        Assert.Equal(HttpStatusCode.Forbidden, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, used.StatusCode);
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        using var browser = server.Browser();
        var code = server.Services.GetRequiredService<FirstAdmin>().Code;

        using var response = await browser.PostAsync("/sign-in/first", new FormUrlEncodedContent([KeyValuePair.Create("code", code)]));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.True(server.Services.GetRequiredService<FirstAdmin>().IsOpen);
    }

    [Fact]
    public async Task A_key_that_an_admin_makes_works_until_it_is_revoked()
    {
        using var browser = server.Browser();
        (await browser.SignInAsync(server)).Dispose();
        var page = await browser.GetStringAsync("/admin/keys");

        using var made = await browser.PostFormAsync("/admin/keys", page, ("name", "Tablets <1>"), ("scope", "boards:read"));
        var shown = await made.Content.ReadAsStringAsync();
        var secret = shown.Split("class=\"secret\">")[1].Split('<')[0];
        using var program = server.Client(secret);
        using var allowed = await program.GetAsync("/api/v1/classrooms");
        using var beyond = await program.PutAsync("/api/v1/items", Wire.Json("{\"items\":[]}"));
        var revoke = shown.Split("action=\"/admin/keys/")[1].Split('"')[0];
        using var revoked = await browser.PostFormAsync($"/admin/keys/{revoke}", shown);
        using var after = await program.GetAsync("/api/v1/classrooms");

        Assert.DoesNotContain("<1>", shown, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, beyond.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, revoked.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
        Assert.DoesNotContain(secret, await browser.GetStringAsync("/admin/keys"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_ends_it()
    {
        using var browser = server.Browser();
        (await browser.SignInAsync(server)).Dispose();

        using var signedOut = await browser.PostFormAsync("/sign-out", await browser.GetStringAsync("/admin/keys"));

        Assert.Equal(HttpStatusCode.Redirect, signedOut.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/admin/keys")).StatusCode);
    }

    [Fact]
    public async Task Too_many_tries_to_sign_in_have_to_wait()
    {
        using var browser = server.Browser();
        var statuses = new List<HttpStatusCode>();
        TimeSpan? wait = null;
        for (var i = 0; i < 25; i++)
        {
            using var response = await browser.GetAsync("/sign-in/first?code=guess");
            statuses.Add(response.StatusCode);
            wait = response.Headers.RetryAfter?.Delta ?? wait;
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
        Assert.True(wait > TimeSpan.Zero);
    }
}
