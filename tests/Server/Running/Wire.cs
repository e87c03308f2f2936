using System.Net;
using System.Text;
using System.Text.Json;

namespace LiveClass.Tests.Server.Running;

/// <summary>Bodies and answers.</summary>
internal static class Wire
{
    /// <summary>A JSON body.</summary>
    public static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    /// <summary>An answer of a student.</summary>
    public static string Answer(
        string classroom, string source, long sequence, string student = "ana", double score = 1, string item = "i1", string skill = "k1", string more = "") =>
        $$"""{"source":"{{source}}","sequence":{{sequence}},"classroom":"{{classroom}}","student":"{{student}}","item":"{{item}}","skills":["{{skill}}"],"score":{{score}},"kind":"practice"{{more}}}""";

    /// <summary>Sends and reads an answer as JSON.</summary>
    public static async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(this HttpClient client, HttpMethod method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : Json(body) };
        return await client.SendJsonAsync(request);
    }

    /// <summary>Sends and reads an answer as JSON.</summary>
    public static async Task<(HttpStatusCode Status, JsonElement Body)> SendJsonAsync(this HttpClient client, HttpRequestMessage request)
    {
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text));
    }

    /// <summary>Posts answers.</summary>
    public static Task<(HttpStatusCode Status, JsonElement Body)> DeliverAsync(this HttpClient client, params string[] items) =>
        client.SendAsync(HttpMethod.Post, "/api/v1/evidence", $"[{string.Join(',', items)}]");

    /// <summary>Sends a command.</summary>
    public static Task<(HttpStatusCode Status, JsonElement Body)> CommandAsync(this HttpClient client, string classroom, string command) =>
        client.SendAsync(HttpMethod.Post, $"/api/v1/classrooms/{classroom}/commands", command);

    /// <summary>The code of a problem, an item or a refusal.</summary>
    public static string? Code(this JsonElement json) => json.TryGetProperty("code", out var code) ? code.GetString() : null;

    /// <summary>accepted, duplicates and the codes of what was rejected.</summary>
    public static (int Accepted, int Duplicates, string Rejected) Counts(this JsonElement answer) => (
        answer.GetProperty("accepted").GetInt32(), answer.GetProperty("duplicates").GetInt32(),
        string.Join(' ', answer.GetProperty("rejected").EnumerateArray().Select(r => $"{r.GetProperty("index").GetInt32()}:{r.Code()}")));

    /// <summary>Asks until the answer is as wished, for at most ten seconds; the last answer.</summary>
    public static async Task<JsonElement> UntilAsync(this HttpClient client, string path, Func<JsonElement, bool> wished)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (true)
        {
            var (_, body) = await client.SendAsync(HttpMethod.Get, path);
            if (wished(body) || patience.IsCancellationRequested) return body;
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, CancellationToken.None);
        }
    }
}
