using System.Diagnostics;
using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions.Tracing;

namespace LiveClass.Engine.Writing;

/// <summary>An append that waits for its commit. Its own promise, so that a flood costs one object each.</summary>
internal sealed class PendingAppend(LogAppend append)
    : TaskCompletionSource<Appended>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    /// <summary>What an entry of the queue costs beside its body, so that many tiny appends are bounded too.</summary>
    private const int Overhead = 160;

    public LogAppend Append { get; } = append;

    /// <summary>The trace that it belongs to; none where nobody listens.</summary>
    public ActivityContext Trace { get; } = Hop.Current;

    public long Cost => Append.Body.Length + Overhead;
}
