using LiveClass.Simulator.Http;
using LiveClass.Simulator.Load;
using LiveClass.Simulator.Receipts;

namespace LiveClass.Tests.Unit.Simulator;

public sealed class LoadRunTests
{
    private static readonly LoadPlan Plan = new("r1", Seed: 3, Students: 50, Rate: 40, Seconds: 5);

    [Fact]
    public void Students_fill_classrooms_of_thirty()
    {
        Assert.Equal(2, Plan.ClassroomCount);
        Assert.Equal([30, 20], [Plan.Classroom(0).Students.Length, Plan.Classroom(1).Students.Length]);
        Assert.Empty(Plan.Classroom(0).Students.Intersect(Plan.Classroom(1).Students));
    }

    [Fact]
    public void Every_answer_comes_from_a_student_of_its_classroom()
    {
        var rosters = Enumerable.Range(0, 2).ToDictionary(LoadPlan.ClassroomId, index => Plan.Classroom(index).Students.Select(static s => s.Id).ToHashSet());
        Assert.All(Enumerable.Range(0, Plan.Total).Select(Plan.Answer), item => Assert.Contains(item.Student, rosters[item.Classroom]));
    }

    [Fact]
    public void Each_sources_numbers_run_from_one_without_gaps()
    {
        foreach (var source in Enumerable.Range(0, Plan.Total).Select(Plan.Answer).GroupBy(static item => item.Source, StringComparer.Ordinal))
            Assert.Equal(Enumerable.Range(1, source.Count()).Select(static n => (long)n), source.Select(static item => item.Sequence));
    }

    [Fact]
    public void Answers_are_due_evenly_whatever_became_of_those_before() => Assert.Equal(TimeSpan.FromSeconds(2.5), Plan.Due(100));

    [Fact]
    public void Another_run_has_other_sources() => Assert.NotEqual(Plan.Answer(0).Source, (Plan with { Run = "r2" }).Answer(0).Source);

    [Fact]
    public async Task A_load_is_sent_whole_and_counted_once()
    {
        await using var server = await FakeServer.StartAsync(Behaviour.CutAfterTaking, Behaviour.CutBeforeTaking);
        var receipt = await RunAsync(server);
        Assert.True(receipt.Ok, receipt.Error + string.Join("; ", receipt.Differences));
        Assert.Equal((Plan.Total, Plan.Total), (receipt.Figures.Acknowledged, receipt.Server!.After));
        Assert.Equal(2, receipt.Figures.RepeatedBatches);
        Assert.Equal(Plan.Total, receipt.Latency!.Count);
    }

    [Fact]
    public async Task Latency_counts_from_when_an_answer_was_due()
    {
        // The fake asks one sender to wait for 7 s, and no other: its answer alone must be charged with it.
        await using var server = await FakeServer.StartAsync(Behaviour.Unavailable);
        var receipt = await RunAsync(server);
        Assert.True(receipt.Ok);
        Assert.True(receipt.Latency!.Max >= 7_000, $"max {receipt.Latency.Max} ms");
    }

    [Fact]
    public async Task A_count_that_differs_fails_a_load()
    {
        await using var server = await FakeServer.StartAsync();
        server.DropNextFrom = "load-002";
        var receipt = await RunAsync(server);
        Assert.False(receipt.Ok);
        Assert.Equal(("load-002", -1), (receipt.Differences.Single().Classroom, receipt.Differences.Single().Found - receipt.Differences.Single().Expected));
    }

    [Fact]
    public async Task A_refused_load_ends_with_the_reason()
    {
        await using var server = await FakeServer.StartAsync(Behaviour.Refuse);
        var receipt = await RunAsync(server);
        Assert.False(receipt.Ok);
        Assert.Contains("This key may not send evidence.", receipt.Error, StringComparison.Ordinal);
    }

    private static async Task<Receipt> RunAsync(FakeServer server, LoadPlan? plan = null)
    {
        var time = new SteppedTime();
        using var client = new ServerClient(server.Address, "k", 16);
        using var path = new HttpPath(client, 16);
        return await new LoadRun(client, new Patience(PatienceOptions.Default, time, 1), path, time).RunAsync(plan ?? Plan, static _ => { }, CancellationToken.None);
    }
}
