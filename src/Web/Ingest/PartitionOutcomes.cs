using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions.Outcomes;

namespace LiveClass.Web.Ingest;

/// <summary>What is known of one partition's turns: how far they are, the newest outcomes worth naming, and who waits.</summary>
internal sealed class PartitionOutcomes
{
    // Outcomes are asked for within milliseconds of their turn; a partition handles far fewer in the seconds that a command waits.
    private const int KeepOutcomes = 16_384;

    private readonly Lock gate = new();
    private readonly Dictionary<long, Outcome> notable = [];
    private readonly Queue<long> notableInOrder = new();
    private readonly List<Waiter> waiters = [];
    private long heardAfter = -1;
    private long through = -1;

    /// <summary>Ends when turns are through a position (true), or late (false).</summary>
    public Task<bool> WaitAsync(long last, long deadline)
    {
        lock (gate)
        {
            if (through >= last) return Task.FromResult(true);
            var waiter = new Waiter(last, deadline);
            waiters.Add(waiter);
            return waiter.Task;
        }
    }

    /// <summary>What is known of a position.</summary>
    public Outcome Get(long position)
    {
        lock (gate)
        {
            if (notable.TryGetValue(position, out var outcome)) return outcome;
            return position > heardAfter && position <= through && heardAfter >= 0 ? Outcome.Accepted(position) : default;
        }
    }

    /// <summary>Takes what the owner tells.</summary>
    public void Take(TurnsMessage turns)
    {
        lock (gate)
        {
            // After a gap (a message was lost) or a new owner nothing is known of what lies before.
            if (turns.After != through) heardAfter = turns.After;
            through = turns.Through;
            foreach (var (position, outcome) in turns.Notable) Keep(position, outcome);
            for (var i = waiters.Count - 1; i >= 0; i--)
                if (waiters[i].Last <= through) End(i, inTime: true);
        }
    }

    /// <summary>Ends what has waited long enough.</summary>
    public void EndWaits(long now)
    {
        if (waiters.Count == 0) return;
        lock (gate)
        {
            for (var i = waiters.Count - 1; i >= 0; i--)
                if (waiters[i].Deadline <= now) End(i, inTime: false);
        }
    }

    private void Keep(long position, Outcome outcome)
    {
        if (notable.TryAdd(position, outcome)) notableInOrder.Enqueue(position);
        else notable[position] = outcome;
        while (notableInOrder.Count > KeepOutcomes)
        {
            var oldest = notableInOrder.Dequeue();
            notable.Remove(oldest);
            heardAfter = Math.Max(heardAfter, oldest);
        }
    }

    private void End(int index, bool inTime)
    {
        var waiter = waiters[index];
        waiters[index] = waiters[^1];
        waiters.RemoveAt(waiters.Count - 1);
        waiter.SetResult(inTime);
    }

    private sealed class Waiter(long last, long deadline) : TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public long Last => last;

        public long Deadline => deadline;
    }
}
