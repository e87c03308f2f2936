using System.Diagnostics;
using LiveClass.Bench.Measuring;
using LiveClass.Bench.Serving;
using LiveClass.Engine;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Silo.Checkpoints;
using LiveClass.Silo.Grains.Classroom;
using SQLitePCL;

namespace LiveClass.Bench.Recovery;

/// <summary>The whole past of a stopped server played again: the log by the rules, the journal by the fold; beside them their bare reading.</summary>
internal sealed class ReplayRun(string dataDirectory)
{
    private const int ReadBytes = 4 * 1024 * 1024;
    private string[] byRules = [];
    private string[] byFold = [];

    /// <summary>Answers that each way counted.</summary>
    public long Answers { get; private set; }

    /// <summary>Answers in the log, with those that came twice.</summary>
    public long Logged { get; private set; }

    /// <summary>Seconds to play the log by the rules.</summary>
    public double Rules() => Timed(() =>
    {
        var replay = new LogReplay();
        Engine(engine => EachPartition(async partition =>
        {
            var after = 0L;
            while (await engine.Log.ReadAsync(partition, after, ReadBytes) is { Count: > 0 } blocks)
            {
                foreach (var block in blocks) replay.Play(block);
                after = blocks[^1].Last;
            }
        }));
        Count(replay.Answers);
        byRules = HashesOf(replay.States);
    });

    /// <summary>Seconds to fold the journal.</summary>
    public double Fold() => Timed(() =>
    {
        var states = new Dictionary<ClassroomKey, ClassroomState>();
        Engine(engine => EachPartition(async partition =>
        {
            var row = 0L;
            while (await engine.Journal.ReadPartitionAsync(partition, row, ReadBytes) is { Count: > 0 } read)
            {
                foreach (var (_, block) in read)
                {
                    if (!states.TryGetValue(block.Classroom, out var state)) states.Add(block.Classroom, state = new ClassroomState(block.Classroom));
                    ClassroomFold.Apply(state, block.Format, block.Body.Span);
                }

                row = read[^1].Row;
            }
        }));
        Count(states.Values.Sum(state => state.Counts.Evidence));
        byFold = HashesOf(states.Values);
    });

    /// <summary>Seconds to read and parse the log, and no more.</summary>
    public double BareLog() => Timed(() => Logged = Bare("SELECT body FROM log ORDER BY place", ParseLog));

    /// <summary>Seconds to read and parse the journal, and no more.</summary>
    public double BareJournal() => Timed(() => Count(Bare("SELECT body FROM journal ORDER BY \"row\"", ParseJournal)));

    /// <summary>Both ways must have come to the same state of every classroom.</summary>
    public void Verify()
    {
        BenchFailureException.Unless(
            byRules.Length > 0 && byRules.SequenceEqual(byFold), "The log by the rules and the journal by the fold give different states.");
        BenchFailureException.Unless(Logged >= Answers, $"The log holds {Logged} answers where {Answers} were counted.");
    }

    private static double Timed(Action work)
    {
        var from = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(from).TotalSeconds;
    }

    private static string[] HashesOf(IEnumerable<ClassroomState> states) =>
        [.. states.OrderBy(state => state.Key.Value).Select(state => $"{state.Key.Value} {CheckpointFormat.Hash(state)}")];

    private void Engine(Func<EmbeddedEngine, Task> work) => Task.WaitAll(EngineAsync(work));

    private async Task EngineAsync(Func<EmbeddedEngine, Task> work)
    {
        await using var engine = EmbeddedEngine.Open(new EngineOptions { DataDirectory = dataDirectory }, Scheduling.Default);
        await work(engine);
    }

    private static async Task EachPartition(Func<int, Task> work)
    {
        for (var partition = 0; partition < Partitioning.Count; partition++) await work(partition);
    }

    private void Count(long answers)
    {
        BenchFailureException.Unless(Answers == 0 || Answers == answers, $"One way counted {answers} answers, another {Answers}.");
        Answers = answers;
    }

    private long Bare(string sql, Func<ReadOnlySpan<byte>, int> parse)
    {
        using var store = RawSqlite.Read(Path.Combine(dataDirectory, "log.db"));
        var answers = 0L;
        var rows = store[sql];
        while (store.Step(rows)) answers += parse(raw.sqlite3_column_blob(rows, 0));
        return answers;
    }

    private static int ParseLog(ReadOnlySpan<byte> body)
    {
        var answers = 0;
        var entries = new EntryCursor(body, 1);
        while (entries.MoveNext())
        {
            if (EntryFormat.KindOf(entries.Current) != EntryKind.Evidence) continue;
            if (EntryFormat.ReadEvidence(entries.Current).Sequence > 0) answers++;
        }

        return answers;
    }

    private static int ParseJournal(ReadOnlySpan<byte> body)
    {
        var answers = 0;
        var from = new ByteReader(body);
        while (!from.AtEnd)
        {
            switch ((EventTag)from.Byte())
            {
                case EventTag.Entry: from.Number(); from.Number(); break;
                case EventTag.AnswerCounted: if (EventFormat.ReadAnswerCounted(ref from).Evidence.Sequence > 0) answers++; break;
                case EventTag.EstimateMoved: EventFormat.ReadEstimateMoved(ref from); break;
                case EventTag.NextStepChosen: EventFormat.ReadNextStepChosen(ref from); break;
                case EventTag.HelpChanged: EventFormat.ReadHelpChanged(ref from); break;
                case EventTag.NumberSeen: EventFormat.ReadNumberSeen(ref from); break;
                case EventTag.EntryQuarantined: EventFormat.ReadEntryQuarantined(ref from); break;
                case EventTag.RepeatDropped: break;
                case EventTag.Json: from.Bytes(); break;
                case var other: throw new BenchFailureException($"The journal holds an event of kind {other}.");
            }
        }

        return answers;
    }
}
