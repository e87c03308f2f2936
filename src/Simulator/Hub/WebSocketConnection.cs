using System.IO.Pipelines;
using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Connections;

namespace LiveClass.Simulator.Hub;

/// <summary>Connects a hub client straight over a WebSocket, without negotiation; the key goes in a header, never in the address.</summary>
internal sealed class WebSocketConnectionFactory(string key) : IConnectionFactory
{
    /// <inheritdoc/>
    public async ValueTask<ConnectionContext> ConnectAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        var socket = new ClientWebSocket();
        var connected = false;
        try
        {
            socket.Options.SetRequestHeader("Authorization", $"Bearer {key}");
            await socket.ConnectAsync(((UriEndPoint)endpoint).Uri, cancellationToken);
            connected = true;
            return new WebSocketConnection(socket);
        }
        finally
        {
            if (!connected) socket.Dispose();
        }
    }
}

/// <summary>A WebSocket as a pair of pipes. What comes in is written to one, what the hub client writes to the other goes out.</summary>
internal sealed class WebSocketConnection : DefaultConnectionContext
{
    private static readonly TimeSpan GoodbyeTime = TimeSpan.FromSeconds(2);
    private readonly ClientWebSocket socket;
    private readonly Pipe incoming = new();
    private readonly Pipe outgoing = new();
    private readonly Task loops;

    public WebSocketConnection(ClientWebSocket socket)
        : base("hub")
    {
        this.socket = socket;
        Transport = new PipePair(incoming.Reader, outgoing.Writer);
        loops = Task.WhenAll(ReceiveAsync(), SendAsync());
    }

    public override void Abort(ConnectionAbortedException abortReason) => socket.Abort();

    public override async ValueTask DisposeAsync()
    {
        // The hub client has written its last message: let it out and say goodbye, but do not wait long for an answer.
        await outgoing.Writer.CompleteAsync();
        await incoming.Reader.CompleteAsync();
        try
        {
            await loops.WaitAsync(GoodbyeTime, TimeProvider.System);
        }
        catch (TimeoutException)
        {
            socket.Abort();
            await loops;
        }
        socket.Dispose();
        await base.DisposeAsync();
    }

    private async Task ReceiveAsync()
    {
        Exception? failure = null;
        try
        {
            while (true)
            {
                var received = await socket.ReceiveAsync(incoming.Writer.GetMemory(4096), CancellationToken.None);
                if (received.MessageType == WebSocketMessageType.Close) break;
                incoming.Writer.Advance(received.Count);
                var flushed = await incoming.Writer.FlushAsync();
                if (flushed.IsCompleted) break;
            }
        }
        catch (Exception broken) when (broken is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            failure = broken;
        }
        await incoming.Writer.CompleteAsync(failure);
        outgoing.Reader.CancelPendingRead();
    }

    private async Task SendAsync()
    {
        try
        {
            while (true)
            {
                var read = await outgoing.Reader.ReadAsync();
                if (read.IsCanceled) break;
                foreach (var segment in read.Buffer)
                    await socket.SendAsync(segment, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
                outgoing.Reader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted) break;
            }
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }
        catch (Exception broken) when (broken is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The receiving side notices the same and tells the hub client.
            socket.Abort();
        }
        await outgoing.Reader.CompleteAsync();
    }

    private sealed class PipePair(PipeReader input, PipeWriter output) : IDuplexPipe
    {
        public PipeReader Input { get; } = input;

        public PipeWriter Output { get; } = output;
    }
}
