using System.Diagnostics;

namespace LiveClass.Bench.Latency;

/// <summary>An open loop: so many calls evenly over a time, whatever becomes of those before.</summary>
internal static class Pace
{
    /// <summary>Makes the calls; each gets its number from 0.</summary>
    public static async Task RunAsync(int calls, TimeSpan over, Action<int> call)
    {
        var from = Stopwatch.GetTimestamp();
        for (var made = 0; made < calls;)
        {
            var due = Math.Min(calls, (int)(Stopwatch.GetElapsedTime(from) / over * calls) + 1);
            while (made < due) call(made++);
            if (made < calls) await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        }
    }
}
