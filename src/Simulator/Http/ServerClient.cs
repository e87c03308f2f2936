using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace LiveClass.Simulator.Http;

/// <summary>
/// One try at each route of the public surface. A failure is either <see cref="UnavailableException"/>, after which the same may be
/// sent again, or <see cref="RefusedException"/>. Trying again is <see cref="Patience"/>'s part.
/// </summary>
public sealed class ServerClient : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private readonly HttpClient http;

    /// <summary>A client of one server with one key.</summary>
    /// <param name="server">Where it listens.</param>
    /// <param name="key">An API key.</param>
    /// <param name="connections">The most connections at once.</param>
    /// <param name="timeout">How long one request may take; 30 s where null.</param>
    public ServerClient(Uri server, string key, int connections, TimeSpan? timeout = null)
    {
        var handler = new SocketsHttpHandler
        {
            MaxConnectionsPerServer = connections,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20),
            UseCookies = false,
            UseProxy = false,
            AllowAutoRedirect = false,
        };
        http = new HttpClient(handler, disposeHandler: true) { BaseAddress = server, Timeout = timeout ?? TimeSpan.FromSeconds(30) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    /// <summary>Makes a classroom, or brings it to what is sent.</summary>
    public Task PutClassroomAsync(string classroom, ClassroomBody body, CancellationToken cancellation) =>
        PutAsync($"api/v1/classrooms/{classroom}", JsonSerializer.SerializeToUtf8Bytes(body, WireJson.Default.ClassroomBody), cancellation);

    /// <summary>Makes items known.</summary>
    public Task PutItemsAsync(ItemsBody body, CancellationToken cancellation) =>
        PutAsync("api/v1/items", JsonSerializer.SerializeToUtf8Bytes(body, WireJson.Default.ItemsBody), cancellation);

    /// <summary>Sends a batch of evidence.</summary>
    /// <param name="batch">A JSON array of <see cref="EvidenceItem"/>.</param>
    /// <param name="sentAt">The sender's clock, where items carry <c>at</c>.</param>
    /// <param name="cancellation">Stops waiting; what was sent may have been taken.</param>
    public async Task<EvidenceReply> PostEvidenceAsync(ReadOnlyMemory<byte> batch, DateTimeOffset? sentAt, CancellationToken cancellation)
    {
        using var request = Request(HttpMethod.Post, "api/v1/evidence", batch);
        if (sentAt is { } clock) request.Headers.Add("LiveClass-Sent-At", clock.ToString("O"));
        return await SendAsync(request, "Evidence", WireJson.Default.EvidenceReply, static status => status == HttpStatusCode.OK, cancellation);
    }

    /// <summary>Sends a command. A refusal by the classroom (409) is a reply, not an exception.</summary>
    public async Task<CommandReply> CommandAsync(string classroom, CommandBody command, CancellationToken cancellation)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(command, WireJson.Default.CommandBody);
        using var request = Request(HttpMethod.Post, $"api/v1/classrooms/{classroom}/commands", body);
        return await SendAsync(request, $"Command {command.Type}", WireJson.Default.CommandReply, IsOutcome, cancellation);
    }

    /// <summary>Reads what became of a command.</summary>
    public async Task<CommandReply> CommandOutcomeAsync(string classroom, string commandId, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"api/v1/classrooms/{classroom}/commands/{commandId}");
        return await SendAsync(request, "The command's outcome", WireJson.Default.CommandReply, IsOutcome, cancellation);
    }

    /// <summary>Reads a classroom's board.</summary>
    public async Task<BoardReading> BoardAsync(string classroom, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"api/v1/classrooms/{classroom}/board");
        return await SendAsync(
            request, $"The board of {classroom}", WireJson.Default.BoardReading, static status => status == HttpStatusCode.OK, cancellation);
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private static bool IsOutcome(HttpStatusCode status) => status is HttpStatusCode.OK or HttpStatusCode.Accepted or HttpStatusCode.Conflict;

    private static HttpRequestMessage Request(HttpMethod method, string path, ReadOnlyMemory<byte> body) =>
        new(method, path) { Content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = Json } } };

    private async Task PutAsync(string path, byte[] body, CancellationToken cancellation)
    {
        using var request = Request(HttpMethod.Put, path, body);
        await ExchangeAsync(request, path, static (_, _) => Task.FromResult(true), static status => (int)status is >= 200 and < 300, cancellation);
    }

    private Task<T> SendAsync<T>(
        HttpRequestMessage request, string what, JsonTypeInfo<T> type, Func<HttpStatusCode, bool> good, CancellationToken cancellation) =>
        ExchangeAsync(request, what, (response, stop) => ReadAsync(response, type, stop), good, cancellation);

    private async Task<T> ExchangeAsync<T>(
        HttpRequestMessage request, string what, Func<HttpResponseMessage, CancellationToken, Task<T>> read, Func<HttpStatusCode, bool> good,
        CancellationToken cancellation)
    {
        try
        {
            using var response = await http.SendAsync(request, cancellation);
            if (good(response.StatusCode)) return await read(response, cancellation);
            if (response.StatusCode == HttpStatusCode.TooManyRequests || (int)response.StatusCode >= 500)
                throw new UnavailableException(((int)response.StatusCode).ToString(), response.Headers.RetryAfter?.Delta);
            throw new RefusedException(response.StatusCode, what, await ProblemAsync(response, cancellation));
        }
        catch (HttpRequestException failure)
        {
            throw new UnavailableException("connection", inner: failure);
        }
        catch (IOException failure)
        {
            throw new UnavailableException("connection", inner: failure);
        }
        catch (OperationCanceledException failure) when (!cancellation.IsCancellationRequested)
        {
            throw new UnavailableException("timeout", inner: failure);
        }
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(cancellation);
            return await JsonSerializer.DeserializeAsync(body, type, cancellation) ?? throw new UnavailableException("garbled");
        }
        catch (JsonException failure)
        {
            throw new UnavailableException("garbled", inner: failure);
        }
    }

    private static async Task<Problem?> ProblemAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(cancellation);
            return await JsonSerializer.DeserializeAsync(body, WireJson.Default.Problem, cancellation);
        }
        catch (JsonException)
        {
            // An answer without a problem document still has its status, which is what is reported then.
            return null;
        }
    }
}
