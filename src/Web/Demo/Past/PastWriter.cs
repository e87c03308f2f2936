using LiveClass.Engine;
using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Records;
using LiveClass.Silo;

namespace LiveClass.Web.Demo.Past;

/// <summary>Writes a rehearsed past into an empty data directory, through the engine and by the past's own clock.</summary>
internal static class PastWriter
{
    private const int TextsAtOnce = 1_000;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    /// <summary>Writes what belongs in Records.</summary>
    /// <exception cref="InvalidOperationException">The tables were not empty.</exception>
    public static async Task WriteAsync(RehearsedPast past, RecordsStore records, SchoolKey school)
    {
        var misconceptions = await records.Misconceptions.FindOrAddAsync(school, past.Records.Misconceptions);
        for (var n = 0; n < misconceptions.Count; n++) Expect(misconceptions[n].Value, n + 1);
        var key = 0L;
        foreach (var some in past.Records.Texts.Chunk(TextsAtOnce))
            foreach (var kept in await records.Texts.WriteAsync(some)) Expect(kept.Value, ++key);
    }

    /// <summary>Writes the log, block by block with each one's time, and lets its owner handle it: what the grains made of it is kept.</summary>
    public static async Task WriteAsync(RehearsedPast past, EngineOptions options, ILoggerFactory loggers)
    {
        var clock = new SetClock();
        var time = new Scheduling(TaskScheduler.Default, clock);
        await using var engine = EmbeddedEngine.Open(options, time);
        foreach (var moment in past.Blocks.GroupBy(block => block.Received.Milliseconds))
        {
            clock.Now = new Instant(moment.Key).ToDateTimeOffset();
            // All of a moment share its commit; as commands they keep their order.
            var appends = moment.Select(block => (block, Append: engine.Log.AppendAsync(
                new LogAppend(block.Partition, block.Classroom, block.Count, block.Format, block.Body, Priority: true)).AsTask())).ToList();
            foreach (var (block, append) in appends)
            {
                var appended = await append;
                if (appended.Result != AppendResult.Appended) throw new StoreUnavailableException(engine.Health.Condition.Detail);
                Expect(appended.First, block.First);
            }
        }

        clock.Now = past.Ends;
        await HandleAsync(past, engine, time, loggers);
    }

    private static async Task HandleAsync(RehearsedPast past, EmbeddedEngine engine, Scheduling time, ILoggerFactory loggers)
    {
        var ports = new SiloPorts(
            engine.Log, engine.Journal, engine.Checkpoints, engine.Quarantine, engine.Leases, engine.Broadcast, engine.TurnMarks, engine.ReactorCursors, time);
        // The whole log at one look: the owner's clock must not find a lesson of yesterday still running.
        var options = new SiloOptions { ReadBytes = 64 * 1024 * 1024 };
        await using var silo = new SiloHost(ports, options, loggers, past.Blocks.Select(block => block.Partition).Distinct());
        silo.Start();
        while (!silo.Ready) await Task.Delay(Look, TimeProvider.System);
    }

    private static void Expect(long number, long must)
    {
        if (number != must) throw new InvalidOperationException("The past of the demo school is written into an empty data directory alone.");
    }

    /// <summary>A clock that shows what it is set to. Its timers are the machine's.</summary>
    private sealed class SetClock : TimeProvider
    {
        private long ticks;

        public DateTimeOffset Now
        {
            get => new(Interlocked.Read(ref ticks), TimeSpan.Zero);
            set => Interlocked.Exchange(ref ticks, value.UtcTicks);
        }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
