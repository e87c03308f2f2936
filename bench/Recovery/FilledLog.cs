using LiveClass.Bench.Grains;
using LiveClass.Bench.Measuring;
using LiveClass.Engine;
using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Silo;
using LiveClass.Silo.Grains.Classroom;
using LiveClass.Silo.Partitions;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveClass.Bench.Recovery;

/// <summary>
/// Puts many answers into the log of a stopped server, past the edge: engine and grains run in this process as they do in the server, so
/// that journal and checkpoints are what they would be. Only the history rows are left out.
/// </summary>
internal sealed class FilledLog(string dataDirectory, int seed)
{
    private const string HistoryCursor = "history";
    private const int FirstSource = 1_000_000;
    private const int AnswersInBlock = 10 * SchoolShape.Students;
    private readonly Random random = new(seed);
    private readonly Dictionary<StudentKey, long> sequences = [];

    /// <summary>Fills it; gives how many answers were added.</summary>
    public async Task<long> AddAsync(long answers, IProgress<long> progress)
    {
        await using var engine = EmbeddedEngine.Open(new EngineOptions { DataDirectory = dataDirectory }, Scheduling.Default);
        var classrooms = await ClassroomsAsync(engine);
        var ports = new SiloPorts(
            engine.Log, engine.Journal, engine.Checkpoints, engine.Quarantine, engine.Leases, engine.Broadcast, engine.TurnMarks,
            engine.ReactorCursors, Scheduling.Default);
        var added = 0L;
        await using (var silo = new SiloHost(ports, new SiloOptions(), NullLoggerFactory.Instance))
        {
            silo.Start();
            var body = classrooms.Select(_ => new ByteWriter(AnswersInBlock * 32)).ToArray();
            var appends = new Task<Appended>[classrooms.Count];
            while (added < answers)
            {
                for (var i = 0; i < classrooms.Count; i++) appends[i] = engine.Log.AppendAsync(Draw(classrooms[i], body[i])).AsTask();
                foreach (var appended in await Task.WhenAll(appends))
                    BenchFailureException.Unless(appended.Result == AppendResult.Appended, $"An append ended as {appended.Result}.");
                added += AnswersInBlock * classrooms.Count;
                progress.Report(added);
                await HandledAsync(engine, allowedBehind: 100_000);
            }

            await HandledAsync(engine, allowedBehind: 0);
        }

        await SkipHistoryAsync(engine);
        return added;
    }

    private static async Task<List<(int Partition, ClassroomState State)>> ClassroomsAsync(EmbeddedEngine engine)
    {
        var classrooms = new List<(int, ClassroomState)>();
        for (var partition = 0; partition < Partitioning.Count; partition++)
        {
            foreach (var head in await engine.Checkpoints.HeadsAsync(partition))
                classrooms.Add((partition, await ClassroomLoader.LoadAsync(engine.Checkpoints, engine.Journal, head.Classroom)));
        }

        return classrooms;
    }

    private LogAppend Draw((int Partition, ClassroomState State) classroom, ByteWriter body)
    {
        body.Clear();
        var state = classroom.State;
        for (var i = 0; i < AnswersInBlock; i++)
        {
            var student = state.Students[i % state.Students.Count].Key;
            var item = state.Items[random.Next(state.Items.Length)];
            sequences[student] = sequences.GetValueOrDefault(student) + 1;
            EntryFormat.Write(body, new Evidence
            {
                Source = new SourceKey(FirstSource + student.Value),
                Sequence = sequences[student],
                BodyHash = (uint)random.Next(),
                Student = student,
                Item = item.Key,
                Skills = item.Skills,
                Score = random.NextDouble() < .6 ? 1 : 0,
                Kind = EvidenceKind.Practice,
                Attempt = 1,
                DurationMs = random.Next(2000, 40_000),
            });
        }

        return new LogAppend(classroom.Partition, state.Key, AnswersInBlock, EntryFormat.Version, body.WrittenMemory);
    }

    private static async Task HandledAsync(EmbeddedEngine engine, long allowedBehind)
    {
        for (var partition = 0; partition < Partitioning.Count; partition++)
        {
            while (await engine.Log.HeadAsync(partition) - await engine.Journal.CursorAsync(partition) > allowedBehind)
                await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }
    }

    // Its rows would be written in the background of the next start, which is not what is measured.
    private static async Task SkipHistoryAsync(EmbeddedEngine engine)
    {
        for (var partition = 0; partition < Partitioning.Count; partition++)
        {
            var row = 0L;
            while (await engine.Journal.ReadPartitionAsync(partition, row, 4 * 1024 * 1024) is { Count: > 0 } read) row = read[^1].Row;
            if (row > 0) await engine.ReactorCursors.SetAsync(HistoryCursor, partition, row);
        }
    }
}
