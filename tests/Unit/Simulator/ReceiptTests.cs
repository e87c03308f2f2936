using System.Text.Json;
using LiveClass.Simulator.Http;
using LiveClass.Simulator.Receipts;
using LiveClass.Simulator.Showing;

namespace LiveClass.Tests.Unit.Simulator;

public sealed class ReceiptTests
{
    [Fact]
    public void An_answer_sent_twice_is_sent_once_and_repeated_once()
    {
        var tally = new Tally();
        tally.Send(10);
        tally.Repeat(10, "connection");
        tally.Acknowledge(new EvidenceReply { Accepted = 3, Duplicates = 6, Rejected = [new RejectedItem(2, "unknown-skill", null)] });
        var figures = tally.Read();
        Assert.Equal((10, 10, 3, 6, 1), (figures.Sent, figures.Acknowledged, figures.Accepted, figures.Duplicates, figures.Rejected));
        Assert.Equal((1, 10), (figures.RepeatedBatches, figures.RepeatedAnswers));
        Assert.Equal(1, figures.RejectedByCode["unknown-skill"]);
    }

    [Fact]
    public void What_was_not_acknowledged_makes_a_receipt_bad()
    {
        Assert.True(Receipt(new Figures { Sent = 5, Acknowledged = 5 }).Ok);
        Assert.False(Receipt(new Figures { Sent = 5, Acknowledged = 4 }).Ok);
        Assert.False(Receipt(new Figures { Sent = 4, Acknowledged = 4 }).Ok);
        Assert.False((Receipt(new Figures { Sent = 5, Acknowledged = 5 }) with { Error = "It was stopped." }).Ok);
        Assert.False((Receipt(new Figures { Sent = 5, Acknowledged = 5 }) with { Differences = [new CountDifference("c", "evidence", 5, 4)] }).Ok);
    }

    [Fact]
    public void The_last_line_is_one_object_with_the_figures()
    {
        var receipt = Receipt(new Figures { Sent = 5, Acknowledged = 5, Accepted = 5 }) with { Seconds = 2, More = new Dictionary<string, double> { ["handsRaised"] = 3 } };
        var line = ReceiptJson.Write(receipt);
        Assert.DoesNotContain('\n', line);
        using var json = JsonDocument.Parse(line);
        Assert.True(json.RootElement.GetProperty("ok").GetBoolean());
        Assert.Equal(5, json.RootElement.GetProperty("sent").GetInt64());
        Assert.Equal(2.5, json.RootElement.GetProperty("answersPerSecond").GetDouble());
        Assert.Equal(3, json.RootElement.GetProperty("handsRaised").GetDouble());
    }

    [Fact]
    public void The_words_say_what_failed()
    {
        var receipt = Receipt(new Figures { Sent = 5, Acknowledged = 5 }) with { Differences = [new CountDifference("c7", "evidence", 5, 4)] };
        Assert.Contains(ReceiptText.Lines(receipt), static line => line.StartsWith("FAILED c7: 1 of 5", StringComparison.Ordinal));
    }

    [Fact]
    public void Sources_of_other_classrooms_come_with_the_cure()
    {
        var figures = new Figures { Sent = 5, Acknowledged = 5, Rejected = 5, RejectedByCode = new Dictionary<string, long> { ["source-elsewhere"] = 5 } };
        Assert.Contains(ReceiptText.Lines(Receipt(figures)), static line => line.Contains("--sources", StringComparison.Ordinal));
    }

    [Fact]
    public void A_range_holds_what_may_or_may_not_have_been_taken()
    {
        var expected = new ExpectedCount("c", 10, 12);
        Assert.False(expected.Holds(new BoardCounts(9, 0, 0)));
        Assert.True(expected.Holds(new BoardCounts(10, 0, 0)));
        Assert.True(expected.Holds(new BoardCounts(12, 0, 0)));
        Assert.False(expected.Holds(new BoardCounts(13, 0, 0)));
    }

    [Fact]
    public void A_quarantine_that_grew_is_a_difference()
    {
        var difference = Assert.Single(CountCheck.Compare(
            [new ExpectedCount("c", 5, 5)],
            new Dictionary<string, BoardCounts> { ["c"] = new(0, 0, 1) },
            new Dictionary<string, BoardCounts> { ["c"] = new(5, 0, 3) }));
        Assert.Equal(("quarantined", 1, 3), (difference.What, difference.Expected, difference.Found));
    }

    [Fact]
    public void Percentiles_are_exact()
    {
        var latencies = new Latencies();
        Assert.Null(latencies.Read());
        foreach (var milliseconds in Enumerable.Range(1, 200).Reverse()) latencies.Add(TimeSpan.FromMilliseconds(milliseconds));
        Assert.Equal(new LatencyFigures(200, 100, 180, 198, 200), latencies.Read());
    }

    [Fact]
    public void One_latency_is_every_percentile()
    {
        var latencies = new Latencies();
        latencies.Add(TimeSpan.FromMilliseconds(7));
        Assert.Equal(new LatencyFigures(1, 7, 7, 7, 7), latencies.Read());
    }

    private static Receipt Receipt(Figures figures) => new() { Command = "replay", Planned = 5, Figures = figures };
}
