using System.Net;
using System.Text.RegularExpressions;
using LiveClass.Web.Access;
using Microsoft.Extensions.DependencyInjection;

namespace LiveClass.Tests.Server.Running;

/// <summary>A browser's side of signing in: cookies and the tokens of forms.</summary>
internal static partial class SignedIn
{
    /// <summary>A client with cookies, as a browser has it.</summary>
    public static HttpClient Browser(this RunningServer server)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        return client;
    }

    /// <summary>What the first admin signs in with after the link.</summary>
    public const string AdminName = "boss@school.example", AdminPassword = "four words in a row";

    /// <summary>Opens the link that is printed at start, chooses how to sign in from now on, and presses its button.</summary>
    public static async Task<HttpResponseMessage> SignInAsync(this HttpClient browser, RunningServer server)
    {
        var code = server.Services.GetRequiredService<FirstAdmin>().Code;
        var page = await browser.GetStringAsync($"/sign-in/first?code={code}");
        return await browser.PostFormAsync("/sign-in/first", page, ("code", code), ("name", "Ms Boss"), ("userName", AdminName), ("password", AdminPassword));
    }

    /// <summary>Signs in by name and password.</summary>
    public static async Task<HttpResponseMessage> SignInAsync(this HttpClient browser, string userName, string password, string to = "") =>
        await browser.PostFormAsync("/sign-in", await browser.GetStringAsync("/sign-in"), ("userName", userName), ("password", password), ("to", to));

    /// <summary>Posts a form with the token that a page carries.</summary>
    public static async Task<HttpResponseMessage> PostFormAsync(this HttpClient browser, string path, string page, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Append(("form-token", TokenOf(page))).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        return await browser.PostAsync(path, form);
    }

    /// <summary>The token of a page's first form; empty where it has none.</summary>
    public static string TokenOf(string page) => WebUtility.HtmlDecode(Token().Match(page).Groups["value"].Value);

    [GeneratedRegex("name=\"form-token\" value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
