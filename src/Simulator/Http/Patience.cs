namespace LiveClass.Simulator.Http;

/// <summary>How long and how often the same thing is tried again.</summary>
/// <param name="Longest">Counted from the first failure; after that it gives up.</param>
/// <param name="First">The wait after the first failure.</param>
/// <param name="Most">The longest wait between two tries, unless the server asks for a longer one.</param>
public sealed record PatienceOptions(TimeSpan Longest, TimeSpan First, TimeSpan Most)
{
    /// <summary>Two minutes, waiting from 100 ms to 2 s.</summary>
    public static PatienceOptions Default { get; } = new(TimeSpan.FromSeconds(120), TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(2));
}

/// <summary>
/// Tries the same thing again while the server is away: waits double up to a bound, with jitter from a seed, so that many senders do not
/// come back at the same moment.
/// </summary>
public sealed class Patience(PatienceOptions options, TimeProvider time, int seed)
{
    private int calls;

    /// <summary>Runs a try until it succeeds, is refused for good, or the patience is over.</summary>
    /// <param name="attempt">One try.</param>
    /// <param name="beforeRepeat">Told of each failure after which the try is made again.</param>
    /// <param name="cancellation">Ends it at once.</param>
    /// <exception cref="UnavailableException">The last failure, when patience is over.</exception>
    public async Task<T> KeepTryingAsync<T>(
        Func<CancellationToken, Task<T>> attempt, Action<UnavailableException>? beforeRepeat, CancellationToken cancellation)
    {
        Random? jitter = null;
        long? firstFailure = null;
        for (var wait = options.First; ; wait = Shorter(wait * 2, options.Most))
        {
            try
            {
                return await attempt(cancellation);
            }
            catch (UnavailableException failure)
            {
                jitter ??= new Random(unchecked((seed * 7919) + Interlocked.Increment(ref calls)));
                firstFailure ??= time.GetTimestamp();
                var pause = wait * (0.5 + (jitter.NextDouble() / 2));
                if (failure.RetryAfter is { } asked && asked > pause) pause = asked;
                if (time.GetElapsedTime(firstFailure.Value) + pause > options.Longest) throw;
                beforeRepeat?.Invoke(failure);
                await Task.Delay(pause, time, cancellation);
            }
        }
    }

    /// <summary>The same for a try that gives nothing back.</summary>
    public Task KeepTryingAsync(Func<CancellationToken, Task> attempt, CancellationToken cancellation) => KeepTryingAsync(
        async stop =>
        {
            await attempt(stop);
            return true;
        },
        null,
        cancellation);

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
