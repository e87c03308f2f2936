using LiveClass.Simulator.Checking;
using LiveClass.Simulator.Http;
using LiveClass.Simulator.Receipts;
using LiveClass.Simulator.Replay;

namespace LiveClass.Tests.Unit.Simulator;

public sealed class ReplayRunTests
{
    private static readonly ReplayPlan Plan = ReplayPlan.Of(SmallLog(), classrooms: 3, seed: "1");

    [Fact]
    public async Task A_first_run_ends_with_sent_acknowledged_and_counted_the_same()
    {
        await using var server = await FakeServer.StartAsync();
        var receipt = await PlayAsync(server);
        Assert.True(receipt.Ok, string.Join("; ", receipt.Differences) + receipt.Error);
        Assert.Equal(Plan.Total, receipt.Figures.Sent);
        Assert.Equal(Plan.Total, receipt.Figures.Accepted);
        Assert.Equal(0, receipt.Figures.Duplicates);
        Assert.Equal((0, Plan.Total), (receipt.Server!.Before, receipt.Server.After));
    }

    [Fact]
    public async Task A_second_run_with_the_same_seed_is_all_duplicates_and_changes_no_count()
    {
        await using var server = await FakeServer.StartAsync();
        await PlayAsync(server);
        var receipt = await PlayAsync(server);
        Assert.True(receipt.Ok);
        Assert.Equal((0, Plan.Total), (receipt.Figures.Accepted, receipt.Figures.Duplicates));
        Assert.Equal((Plan.Total, Plan.Total), (receipt.Server!.Before, receipt.Server.After));
    }

    [Fact]
    public async Task Cut_connections_and_busy_replies_are_survived_and_said()
    {
        await using var server = await FakeServer.StartAsync(
            Behaviour.CutBeforeTaking, Behaviour.CutAfterTaking, Behaviour.Busy, Behaviour.Unavailable, Behaviour.CutAfterTaking);
        var receipt = await PlayAsync(server);
        Assert.True(receipt.Ok, string.Join("; ", receipt.Differences) + receipt.Error);
        Assert.Equal(5, receipt.Figures.RepeatedBatches);
        Assert.Equal(new Dictionary<string, long>(StringComparer.Ordinal) { ["429"] = 1, ["503"] = 1, ["connection"] = 3 }, receipt.Figures.Failures);
        Assert.Equal(Plan.Total, receipt.Figures.Acknowledged);
        Assert.True(receipt.Figures.Duplicates > 0, "what was taken before the cut comes back as duplicates");
        Assert.Equal(Plan.Total, receipt.Server!.After);
    }

    [Fact]
    public async Task The_order_of_each_source_is_kept_through_repeats()
    {
        await using var server = await FakeServer.StartAsync(Behaviour.CutBeforeTaking, Behaviour.CutAfterTaking, Behaviour.CutBeforeTaking);
        await PlayAsync(server);
        foreach (var source in server.Received().SelectMany(static batch => batch).GroupBy(static item => item.Source, StringComparer.Ordinal))
        {
            var highest = 0L;
            foreach (var item in source)
            {
                Assert.True(item.Sequence <= highest + 1, $"{source.Key} jumped from {highest} to {item.Sequence}");
                highest = Math.Max(highest, item.Sequence);
            }
        }
    }

    [Theory]
    [InlineData(-2, "2 of ")]
    [InlineData(3, "3 too many")]
    public async Task A_count_that_differs_fails_and_names_the_classroom(long wrongBy, string says)
    {
        await using var server = await FakeServer.StartAsync();
        server.CountedWrongBy["replay-1-02"] = wrongBy;
        var receipt = await PlayAsync(server);
        Assert.False(receipt.Ok);
        var difference = Assert.Single(receipt.Differences);
        Assert.Equal(("replay-1-02", "evidence"), (difference.Classroom, difference.What));
        Assert.Equal(wrongBy, difference.Found - difference.Expected);
        Assert.Contains(says, difference.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rejected_answer_is_told_by_its_code_and_fails_the_run()
    {
        await using var server = await FakeServer.StartAsync();
        server.UnknownStudents.Add("s2");
        var ledger = new Ledger();
        var receipt = await PlayAsync(server, ledger);
        var expected = SmallLog().Count(static response => response.Student == "s2");
        Assert.False(receipt.Ok);
        Assert.Equal(expected, receipt.Figures.RejectedByCode["unknown-student"]);
        Assert.Equal(Plan.Total, receipt.Figures.Acknowledged);
        Assert.Equal(Plan.Total - expected, ledger.ToList().Count);
    }

    [Fact]
    public async Task A_server_that_stays_away_ends_the_run_when_patience_is_over()
    {
        await using var server = await FakeServer.StartAsync([.. Enumerable.Repeat(Behaviour.Unavailable, 1000)]);
        var receipt = await PlayAsync(server);
        Assert.False(receipt.Ok);
        Assert.Contains("503", receipt.Error, StringComparison.Ordinal);
        Assert.True(receipt.Figures.Acknowledged < receipt.Planned);
    }

    [Fact]
    public async Task A_key_without_the_scope_ends_the_run_with_the_servers_words()
    {
        await using var server = await FakeServer.StartAsync(Behaviour.Refuse);
        var receipt = await PlayAsync(server);
        Assert.False(receipt.Ok);
        Assert.Contains("This key may not send evidence.", receipt.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_that_does_not_add_up_is_not_believed()
    {
        await using var server = await FakeServer.StartAsync(Behaviour.Miscount);
        var receipt = await PlayAsync(server);
        Assert.False(receipt.Ok);
        Assert.Contains("add up", receipt.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_is_stopped_tells_what_was_done_until_then()
    {
        await using var server = await FakeServer.StartAsync();
        using var stop = new CancellationTokenSource();
        var receipt = await PlayAsync(server, progress: done =>
        {
            if (done >= 30) stop.Cancel();
        }, cancellation: stop.Token);
        Assert.Equal(Receipt.Stopped, receipt.Error);
        Assert.InRange(receipt.Figures.Acknowledged, 30, Plan.Total - 1);
    }

    [Fact]
    public async Task A_lesson_that_runs_already_is_as_good()
    {
        await using var server = await FakeServer.StartAsync();
        server.LessonStatus = 409;
        server.LessonOutcome = """{ "outcome": "refused", "code": "lesson-running" }""";
        Assert.True((await PlayAsync(server)).Ok);
        Assert.Equal(Plan.Classrooms[0].Targets.ToArray(), server.Commands[0].Targets!.Value.ToArray());
    }

    [Fact]
    public async Task A_lesson_that_is_refused_for_another_reason_ends_the_run()
    {
        await using var server = await FakeServer.StartAsync();
        server.LessonStatus = 409;
        server.LessonOutcome = """{ "outcome": "refused", "code": "unknown-skill" }""";
        await Assert.ThrowsAsync<InvalidDataException>(() => PlayAsync(server));
    }

    [Fact]
    public async Task The_pace_waits_until_an_answer_is_due()
    {
        await using var server = await FakeServer.StartAsync();
        Assert.True(Pace.TryParse("0.5", out var pace));
        var time = new SteppedTime();
        var one = ReplayPlan.Of(SmallLog(), classrooms: 1, seed: "1");
        var receipt = await PlayAsync(server, time: time, plan: one, pace: pace);
        Assert.True(receipt.Ok);
        Assert.Equal((one.Total - 1) / 0.5, receipt.Seconds, 3);
    }

    private static async Task<Receipt> PlayAsync(
        FakeServer server, Ledger? ledger = null, SteppedTime? time = null, ReplayPlan? plan = null, Pace? pace = null, Action<long>? progress = null,
        CancellationToken cancellation = default)
    {
        time ??= new SteppedTime();
        using var client = new ServerClient(server.Address, "k", 4);
        var patience = new Patience(PatienceOptions.Default, time, 1);
        var options = new ReplayOptions(pace ?? Pace.Max, 4, 7, TimeSpan.FromSeconds(2));
        return await ReplayRun.PlayAsync(client, patience, time, options, plan ?? Plan, ledger, progress ?? (static _ => { }), cancellation);
    }

    private static List<LoggedResponse> SmallLog()
    {
        var random = new Random(5);
        return [.. Enumerable.Range(0, 150).Select(_ => new LoggedResponse(
            $"s{random.Next(9)}", $"i{random.Next(20)}", [$"k{random.Next(15)}"], 0, random.Next(2)))];
    }
}
