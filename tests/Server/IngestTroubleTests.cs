using System.Text;
using LiveClass.Engine;
using LiveClass.Engine.InProcess;
using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Records;
using LiveClass.Records.Classrooms;
using LiveClass.Tests.Server.Running;
using LiveClass.Web.Ingest;

namespace LiveClass.Tests.Server;

/// <summary>What senders are told when the log takes nothing, or its turns are not heard of.</summary>
public sealed class IngestTroubleTests : IAsyncLifetime, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("liveclass-ingest-");
    private readonly FakeLog log = new();
    private readonly FakeHealth health = new();
    private TurnOutcomes? outcomes;
    private RecordsStore records = null!;
    private EvidenceIngest ingest = null!;

    public async Task InitializeAsync()
    {
        records = await RecordsStore.OpenAsync(new RecordsOptions { DataDirectory = folder.FullName }, TimeProvider.System);
        foreach (var id in new[] { "c", "d" })
        {
            await records.ClassroomWriter.PutAsync(
                records.Schools.All()[0].Key, id, new ClassroomPut { Skills = [new SkillPut("k1")], Students = [new StudentPut($"ana-{id}")] });
        }

        var resolver = new EvidenceResolver(records.Classrooms, records.Sources, records.Items, records.Misconceptions, records.Texts, new FullAbove(100));
        outcomes = new TurnOutcomes(new InProcessBroadcast(16), Scheduling.Default);
        ingest = new EvidenceIngest(resolver, log, health, outcomes);
        await outcomes.StartAsync(CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await outcomes!.StopAsync(CancellationToken.None);
        outcomes.Dispose();
        await records.DisposeAsync();
        folder.Delete(recursive: true);
    }

    public void Dispose() => outcomes?.Dispose();

    [Fact]
    public async Task A_full_queue_is_429_and_a_failing_store_is_503_each_with_a_time_to_come_again()
    {
        log.Results["c"] = AppendResult.Busy;
        var (_, busy) = await TakeAsync(Wire.Answer("c", "s", 1, "ana-c"));
        log.Results["c"] = AppendResult.Unavailable;
        var (_, unavailable) = await TakeAsync(Wire.Answer("c", "s", 1, "ana-c"));
        health.Condition = new StoreCondition(Ready: false, "The disk is full.");
        var (_, unready) = await TakeAsync(Wire.Answer("c", "s", 1, "ana-c"));

        Assert.Equal((429, "busy", 1), (busy!.Code.HttpStatus, busy.Code.Name, busy.RetryAfterSeconds));
        Assert.Equal((503, "unavailable", 1), (unavailable!.Code.HttpStatus, unavailable.Code.Name, unavailable.RetryAfterSeconds));
        Assert.Equal((503, "unavailable", 1), (unready!.Code.HttpStatus, unready.Code.Name, unready.RetryAfterSeconds));
    }

    [Fact]
    public async Task If_one_classroom_of_a_delivery_cannot_be_kept_nothing_of_it_is_acknowledged()
    {
        log.Results["d"] = AppendResult.Unavailable;

        var (_, problem) = await TakeAsync(Wire.Answer("c", "s", 1, "ana-c"), Wire.Answer("d", "t", 1, "ana-d"));

        Assert.Equal("unavailable", problem?.Code.Name);
    }

    [Fact]
    public async Task What_is_durable_and_not_heard_of_in_time_counts_as_accepted()
    {
        var (batch, problem) = await TakeAsync(Wire.Answer("c", "s", 1, "ana-c"), Wire.Answer("c", "s", 2, "ana-c"), Wire.Answer("c", "s", 3, "ana-d"));

        Assert.Null(problem);
        var answer = EvidenceAnswer.Of(batch);
        Assert.Equal((2, 0, "unknown-student"), (answer.Accepted, answer.Duplicates, Assert.Single(answer.Rejected).Code));
    }

    [Fact]
    public async Task A_full_source_is_refused_before_anything_of_it_is_taken()
    {
        var (batch, _) = await TakeAsync(Wire.Answer("c", "s", 101, "ana-c"));

        Assert.Equal("source-full", Assert.Single(EvidenceAnswer.Of(batch).Rejected).Code);
        Assert.Equal(0, log.Entries);
    }

    private async Task<(EvidenceBatch Batch, Web.Problems.Problem? Problem)> TakeAsync(params string[] items)
    {
        log.Names = (await records.Classrooms.AllAsync(records.Schools.All()[0].Key)).ToDictionary(c => c.Key, c => c.Id);
        var batch = new EvidenceBatch();
        batch.Take(Encoding.UTF8.GetBytes($"[{string.Join(',', items)}]"));
        return (batch, await ingest.TakeAsync(batch, records.Schools.All()[0].Key, new Instant(1), CancellationToken.None));
    }

    private sealed class FullAbove(long sequence) : ISourceLimits
    {
        public bool IsFull(ClassroomKey classroom, SourceKey source, long asked) => asked > sequence;
    }

    private sealed class FakeHealth : IStoreHealth
    {
        public StoreCondition Condition { get; set; } = new(Ready: true, "");
    }

    /// <summary>Ends every append of a classroom as it was told to.</summary>
    private sealed class FakeLog : IEventLog
    {
        public Dictionary<string, AppendResult> Results { get; } = new(StringComparer.Ordinal);

        public Dictionary<ClassroomKey, string> Names { get; set; } = [];

        public int Entries { get; private set; }

        public ValueTask<Appended> AppendAsync(LogAppend append, CancellationToken cancellation = default)
        {
            Entries += append.Count;
            return ValueTask.FromResult(new Appended(Results.GetValueOrDefault(Names[append.Classroom]), 1, new Instant(1)));
        }

        public ValueTask<IReadOnlyList<LogBlock>> ReadAsync(int partition, long after, int maxBytes, CancellationToken cancellation = default) => throw new NotSupportedException();

        public ValueTask<IReadOnlyList<LogBlock>> ReadClassroomAsync(ClassroomKey classroom, long after, int maxBytes, CancellationToken cancellation = default) => throw new NotSupportedException();

        public ValueTask<long> HeadAsync(int partition, CancellationToken cancellation = default) => throw new NotSupportedException();

        public ValueTask WaitAsync(int partition, long after, TimeSpan atMost, CancellationToken cancellation = default) => throw new NotSupportedException();
    }
}
