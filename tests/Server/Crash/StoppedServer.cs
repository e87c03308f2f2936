using System.Collections.Immutable;
using LiveClass.Engine;
using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Records;
using LiveClass.Records.Classrooms;
using LiveClass.Silo.Checkpoints;
using LiveClass.Silo.Grains.Classroom;
using LiveClass.Silo.Partitions;
using LiveClass.Silo.Turns;
using LiveClass.Simulator.Checking;

namespace LiveClass.Tests.Server.Crash;

/// <summary>
/// Reads the files of a server that has stopped: what its log holds, what its journal counted, and each classroom's state beside a
/// fresh fold of the log by the rules.
/// </summary>
internal sealed class StoppedServer(EmbeddedEngine engine, RecordsStore records)
{
    private const int ReadBytes = 1024 * 1024;
    private readonly List<LoggedAnswer> logged = [];
    private readonly List<CountedAnswer> counted = [];
    private readonly List<QuarantinedEntry> quarantined = [];
    private readonly HashSet<ClassroomKey> classrooms = [];

    /// <summary>Everything the checker needs, beside what the senders were told.</summary>
    public static async Task<CheckedRecords> ReadAsync(string dataDirectory, IReadOnlyCollection<AcknowledgedAnswer> acknowledged)
    {
        await using var engine = EmbeddedEngine.Open(new EngineOptions { DataDirectory = dataDirectory }, Scheduling.Default);
        await using var records = await RecordsStore.OpenAsync(new RecordsOptions { DataDirectory = dataDirectory }, TimeProvider.System);
        var reader = new StoppedServer(engine, records);
        for (var partition = 0; partition < Partitioning.Count; partition++)
        {
            await reader.ReadLogAsync(partition);
            await reader.ReadJournalAsync(partition);
            foreach (var row in await engine.Quarantine.PositionsAsync(partition, 0))
                reader.quarantined.Add(new QuarantinedEntry(partition, row.Position));
        }

        return new CheckedRecords
        {
            Acknowledged = acknowledged,
            Logged = reader.logged,
            Counted = reader.counted,
            Quarantined = reader.quarantined,
            Hashes = await reader.HashesAsync(),
        };
    }

    private async Task ReadLogAsync(int partition)
    {
        for (var after = 0L; ;)
        {
            var blocks = await engine.Log.ReadAsync(partition, after, ReadBytes);
            if (blocks.Count == 0) return;
            foreach (var block in blocks)
            {
                Assert.Equal(after + 1, block.First);
                after = block.Last;
                classrooms.Add(block.Classroom);
                var classroom = await records.Classrooms.FindAsync(block.Classroom) ?? throw new InvalidDataException("A classroom without a record.");
                foreach (var (position, evidence) in AnswersOf(block)) logged.Add(await LoggedAsync(classroom, block, position, evidence));
            }
        }
    }

    private static List<(long Position, Evidence Evidence)> AnswersOf(LogBlock block)
    {
        var answers = new List<(long, Evidence)>();
        var entries = new EntryCursor(block.Body.Span, block.First);
        while (entries.MoveNext())
            if (EntryFormat.KindOf(entries.Current) == EntryKind.Evidence) answers.Add((entries.Position, EntryFormat.ReadEvidence(entries.Current)));
        return answers;
    }

    private async Task<LoggedAnswer> LoggedAsync(ClassroomRecord classroom, LogBlock block, long position, Evidence evidence)
    {
        var skills = new string[evidence.Skills.Count];
        for (var i = 0; i < skills.Length; i++) skills[i] = classroom.Skill(evidence.Skills[i])!.Id;
        var fingerprint = AnswerFingerprint.Of(
            classroom.Id, classroom.Student(evidence.Student)!.Id, records.Items.ByKey(evidence.Item)!.Id, skills, evidence.Score,
            evidence.Kind.ToString().ToLowerInvariant(), evidence.Attempt, evidence.Hints, evidence.DurationMs);
        return new LoggedAnswer(
            block.Partition, position, await records.Sources.NameOfAsync(evidence.Source) ?? "?", evidence.Sequence, fingerprint);
    }

    private async Task ReadJournalAsync(int partition)
    {
        for (var row = 0L; ;)
        {
            var read = await engine.Journal.ReadPartitionAsync(partition, row, ReadBytes);
            if (read.Count == 0) return;
            row = read[^1].Row;
            foreach (var (_, block) in read)
                foreach (var (position, source, sequence) in CountedIn(block))
                    counted.Add(new CountedAnswer(partition, position, await records.Sources.NameOfAsync(source) ?? "?", sequence));
        }
    }

    private static List<(long Position, SourceKey Source, long Sequence)> CountedIn(JournalBlock block)
    {
        var rows = new List<LiveClass.Records.History.HistoryRow>();
        LiveClass.Silo.Reactors.HistoryReactor.AddRows(rows, block);
        return [.. rows.Select(row => (row.Position, row.Source, row.Sequence))];
    }

    private async Task<ImmutableArray<StateHashes>> HashesAsync()
    {
        var hashes = ImmutableArray.CreateBuilder<StateHashes>();
        foreach (var key in classrooms.OrderBy(key => key.Value))
        {
            var kept = await ClassroomLoader.LoadAsync(engine.Checkpoints, engine.Journal, key);
            var record = await records.Classrooms.FindAsync(key);
            hashes.Add(new StateHashes(record!.Id, CheckpointFormat.Hash(kept), CheckpointFormat.Hash(await RefoldAsync(key, record.Partition))));
        }

        return hashes.ToImmutable();
    }

    // From nothing, by the rules, through the whole log.
    private async Task<ClassroomState> RefoldAsync(ClassroomKey key, int partition)
    {
        var skip = (await engine.Quarantine.PositionsAsync(partition, 0))
            .Where(row => row.Reason is QuarantineReason.TurnFailed or QuarantineReason.ProcessDied)
            .ToDictionary(row => row.Position, row => row.Reason);
        var desk = new TurnDesk();
        var runner = new TurnRunner(desk);
        var grains = new ClassroomGrains(new ClassroomState(key), desk);
        for (var after = 0L; ;)
        {
            var blocks = await engine.Log.ReadClassroomAsync(key, after, ReadBytes);
            if (blocks.Count == 0) return grains.State;
            foreach (var block in blocks)
            {
                Refold(runner, grains, block, skip);
                after = block.Last;
            }
        }
    }

    private static void Refold(TurnRunner runner, ClassroomGrains grains, LogBlock block, Dictionary<long, QuarantineReason> skip)
    {
        var entries = new EntryCursor(block.Body.Span, block.First);
        while (entries.MoveNext())
        {
            if (skip.TryGetValue(entries.Position, out var reason))
                runner.StepOver(grains, entries.Position, block.Received, entries.Current, reason);
            else
                runner.Run(grains, entries.Position, block.Received, entries.Current);
        }
    }
}
