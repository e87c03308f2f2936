using System.Net;
using System.Net.WebSockets;
using System.Text;
using LiveClass.Grains.Abstractions;
using LiveClass.Records.Accounts;
using LiveClass.Records.Classrooms;
using LiveClass.Records.Schools;
using LiveClass.Web.Access.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace LiveClass.Tests.Server.Running;

/// <summary>A person who is signed in with a browser.</summary>
internal sealed record SignedInPerson(AdultKey Adult, HttpClient Browser, string Cookie) : IDisposable
{
    /// <summary>Sends a form with the token of the person's own pages.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) =>
        await Browser.PostFormAsync(path, await Browser.GetStringAsync("/account"), fields);

    /// <inheritdoc/>
    public void Dispose() => Browser.Dispose();
}

/// <summary>People of a running server.</summary>
internal static class People
{
    private const string Password = "seven quiet rivers";

    /// <summary>A new person of the school who is a member of these classrooms, signed in.</summary>
    public static async Task<SignedInPerson> PersonAsync(this RunningServer server, AdultRole role, params string[] rooms)
    {
        using var scope = server.Services.CreateScope();
        var desk = scope.ServiceProvider.GetRequiredService<AccountDesk>();
        var school = server.Services.GetRequiredService<SchoolStore>().ById("school")!.Key;
        var name = $"person-{server.NewName()}";
        var (account, problem) = await desk.AddAsync(school, name, name, email: null, name, role, Password);
        Assert.Null(problem);
        var classrooms = server.Services.GetRequiredService<ClassroomDirectory>();
        foreach (var room in rooms)
            await server.Services.GetRequiredService<MembershipStore>().AddAsync((await classrooms.FindAsync(school, room))!.Key, account!.Adult);
        var browser = server.Browser();
        using var signedIn = await browser.SignInAsync(name, Password);
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        var cookie = signedIn.Headers.GetValues("Set-Cookie").First(c => c.StartsWith("liveclass=", StringComparison.Ordinal)).Split(';')[0]["liveclass=".Length..];
        return new(account!.Adult, browser, cookie);
    }

    /// <summary>Does something to accounts as an admin would.</summary>
    public static async Task ChangeAsync(this RunningServer server, Func<AccountDesk, Task> change)
    {
        using var scope = server.Services.CreateScope();
        await change(scope.ServiceProvider.GetRequiredService<AccountDesk>());
    }

    /// <summary>A hub connection with a person's cookie.</summary>
    public static async Task<CookieHub> HubAsync(this RunningServer server, string cookie)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Cookie", $"liveclass={cookie}");
        socket.Options.SetRequestHeader("Origin", server.Address.GetLeftPart(UriPartial.Authority));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        await socket.ConnectAsync(new UriBuilder(new Uri(server.Address, "/hubs/classroom")) { Scheme = "ws" }.Uri, patience.Token);
        var hub = new CookieHub(socket);
        await hub.SendAsync("""{"protocol":"json","version":1}""");
        return hub;
    }
}

/// <summary>The hub's protocol by hand, as a page with a cookie speaks it.</summary>
internal sealed class CookieHub(ClientWebSocket socket) : IDisposable
{
    private readonly StringBuilder heard = new();
    private int calls;

    /// <summary>Calls a method: its answer as JSON, with "error" where it was refused; null where the connection ended.</summary>
    public async Task<string?> CallAsync(string method, string arguments)
    {
        var id = $"{++calls}";
        await SendAsync($$"""{"type":1,"invocationId":"{{id}}","target":"{{method}}","arguments":{{arguments}}}""");
        return await UntilAsync(message => message.Contains("\"type\":3", StringComparison.Ordinal) && message.Contains($"\"invocationId\":\"{id}\"", StringComparison.Ordinal));
    }

    /// <summary>Waits for a call of the server; null where the connection ended before.</summary>
    public Task<string?> ToldAsync(string target) => UntilAsync(message => message.Contains($"\"target\":\"{target}\"", StringComparison.Ordinal));

    /// <summary>Waits for a message; null where the connection ended before.</summary>
    public Task<string?> HeardAsync(Func<string, bool> wished) => UntilAsync(wished);

    /// <summary>True once the server has closed the connection.</summary>
    public async Task<bool> EndsAsync() => await UntilAsync(_ => false) is null;

    public Task SendAsync(string message) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(message + '\u001e'), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    public void Dispose() => socket.Dispose();

    private async Task<string?> UntilAsync(Func<string, bool> wished)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var buffer = new byte[64 * 1024];
        try
        {
            while (true)
            {
                var text = heard.ToString();
                var end = text.IndexOf('\u001e', StringComparison.Ordinal);
                if (end >= 0)
                {
                    heard.Remove(0, end + 1);
                    if (wished(text[..end])) return text[..end];
                    continue;
                }

                var received = await socket.ReceiveAsync(buffer, patience.Token);
                if (received.MessageType == WebSocketMessageType.Close) return null;
                heard.Append(Encoding.UTF8.GetString(buffer, 0, received.Count));
            }
        }
        catch (WebSocketException)
        {
            return null;
        }
    }
}
