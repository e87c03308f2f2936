using System.Net;
using System.Net.WebSockets;
using System.Text;
using LiveClass.Simulator.Http;
using Microsoft.AspNetCore.SignalR;

namespace LiveClass.Simulator.Hub;

/// <summary>
/// Evidence over the hub: a fixed number of connections, each source always on the same one. A connection that breaks is made anew by
/// whoever sends next; trying again is the caller's part.
/// </summary>
public sealed class HubPath : IEvidencePath, IAsyncDisposable
{
    private readonly Link[] links;

    /// <summary>Connections to one server with one key; none is made yet.</summary>
    public HubPath(Uri server, string key, int connections) =>
        links = [.. Enumerable.Range(0, connections).Select(_ => new Link(server, key))];

    /// <summary>Makes the n-th connection, if it is not there.</summary>
    public Task ConnectAsync(int index, CancellationToken cancellation) => links[index].ConnectAsync(cancellation);

    /// <inheritdoc/>
    public Task<EvidenceReply> SendAsync(IReadOnlyList<EvidenceItem> batch, CancellationToken cancellation) =>
        links[(int)(SourceNumber(batch[0].Source) % (uint)links.Length)].SendAsync(batch, cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(links.Select(static link => link.DisposeAsync().AsTask()));
    }

    private static uint SourceNumber(string source)
    {
        var number = 2166136261u;
        foreach (var letter in Encoding.UTF8.GetBytes(source)) number = (number ^ letter) * 16777619u;
        return number;
    }

    private sealed class Link(Uri server, string key) : IAsyncDisposable
    {
        private readonly SemaphoreSlim gate = new(1, 1);
        private ClassroomHubClient? client;

        public async Task<ClassroomHubClient> ConnectAsync(CancellationToken cancellation)
        {
            await gate.WaitAsync(cancellation);
            try
            {
                if (client is { Closed.IsCompleted: false }) return client;
                if (client is not null) await client.DisposeAsync();
                client = null;
                client = await ClassroomHubClient.ConnectAsync(server, key, cancellation);
                return client;
            }
            catch (Exception failure) when (IsBrokenLink(failure, cancellation))
            {
                throw new UnavailableException("connection", inner: failure);
            }
            finally
            {
                gate.Release();
            }
        }

        public async Task<EvidenceReply> SendAsync(IReadOnlyList<EvidenceItem> batch, CancellationToken cancellation)
        {
            var hub = await ConnectAsync(cancellation);
            try
            {
                return await hub.SubmitAsync(batch, cancellation: cancellation);
            }
            catch (HubException failure) when (RetryAfter(failure.Message) is { } wait)
            {
                throw new UnavailableException("hub", wait, failure);
            }
            catch (HubException failure)
            {
                throw new RefusedException(HttpStatusCode.BadRequest, "Evidence over the hub", new Problem { Detail = failure.Message });
            }
            catch (Exception failure) when (IsBrokenLink(failure, cancellation))
            {
                await DropAsync(hub);
                throw new UnavailableException("connection", inner: failure);
            }
        }

        // The call fails before the client says that it is closed: without this a quick repeat would take the dead link again.
        private async Task DropAsync(ClassroomHubClient broken)
        {
            await gate.WaitAsync(CancellationToken.None);
            try
            {
                if (ReferenceEquals(client, broken)) client = null;
            }
            finally
            {
                gate.Release();
            }
            await broken.DisposeAsync();
        }

        public async ValueTask DisposeAsync()
        {
            if (client is not null) await client.DisposeAsync();
            gate.Dispose();
        }

        // The hub says by these words what HTTP says by 429 or 503 and its header; a refusal for good has no wait.
        private static TimeSpan? RetryAfter(string message)
        {
            const string Marker = "(Retry-After: ";
            var at = message.IndexOf(Marker, StringComparison.Ordinal);
            if (at < 0) return null;
            var end = message.IndexOf(')', at);
            return end > at && int.TryParse(message.AsSpan(at + Marker.Length, end - at - Marker.Length), out var seconds) ? TimeSpan.FromSeconds(seconds) : null;
        }

        // A call on a link that has just closed is told as an invalid operation or as cancelled.
        private static bool IsBrokenLink(Exception failure, CancellationToken cancellation) =>
            failure is WebSocketException or IOException or InvalidOperationException or HttpRequestException
            || (failure is OperationCanceledException && !cancellation.IsCancellationRequested);
    }
}
