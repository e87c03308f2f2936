using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions.Outcomes;
using LiveClass.Web.Ingest;

namespace LiveClass.Tests.Unit.Web;

public class TurnOutcomesTests
{
    private static readonly Outcome Repeat = new(OutcomeKind.Duplicate, RefusalCode.None, 0, 0);

    [Fact]
    public async Task A_wait_ends_when_turns_are_through_its_last_entry()
    {
        var turns = new PartitionOutcomes();
        turns.Take(new TurnsMessage(0, 0, 4, []));
        var wait = turns.WaitAsync(last: 6, deadline: long.MaxValue);

        turns.Take(new TurnsMessage(0, 4, 5, []));
        Assert.False(wait.IsCompleted);
        turns.Take(new TurnsMessage(0, 5, 7, [new EntryOutcome(6, Repeat)]));

        Assert.True(await wait);
        Assert.Equal(OutcomeKind.Accepted, turns.Get(5).Kind);
        Assert.Equal(OutcomeKind.Duplicate, turns.Get(6).Kind);
        Assert.Equal(OutcomeKind.Unknown, turns.Get(8).Kind);
    }

    [Fact]
    public async Task What_was_told_before_anybody_waited_is_still_known()
    {
        var turns = new PartitionOutcomes();
        turns.Take(new TurnsMessage(0, 10, 12, [new EntryOutcome(12, Repeat)]));

        Assert.True(await turns.WaitAsync(last: 12, deadline: 0));
        Assert.Equal((OutcomeKind.Accepted, OutcomeKind.Duplicate), (turns.Get(11).Kind, turns.Get(12).Kind));
    }

    [Fact]
    public async Task A_wait_that_is_late_ends_without_an_outcome()
    {
        var turns = new PartitionOutcomes();
        var (late, early) = (turns.WaitAsync(last: 1, deadline: 100), turns.WaitAsync(last: 1, deadline: 200));

        turns.EndWaits(now: 150);

        Assert.False(await late);
        Assert.False(early.IsCompleted);
        Assert.Equal(OutcomeKind.Unknown, turns.Get(1).Kind);
    }

    [Fact]
    public void After_a_lost_message_nothing_is_said_of_what_it_told()
    {
        var turns = new PartitionOutcomes();
        turns.Take(new TurnsMessage(0, 0, 4, []));

        turns.Take(new TurnsMessage(0, 8, 9, []));

        Assert.Equal(OutcomeKind.Unknown, turns.Get(6).Kind);
        Assert.Equal(OutcomeKind.Unknown, turns.Get(3).Kind);
        Assert.Equal(OutcomeKind.Accepted, turns.Get(9).Kind);
    }

    [Fact]
    public void Old_outcomes_are_forgotten_whole_so_that_none_is_taken_for_accepted()
    {
        var turns = new PartitionOutcomes();
        turns.Take(new TurnsMessage(0, 0, 40_000, [.. Enumerable.Range(1, 40_000).Select(p => new EntryOutcome(p, Repeat))]));

        Assert.Equal(OutcomeKind.Unknown, turns.Get(1).Kind);
        Assert.Equal(OutcomeKind.Unknown, turns.Get(20_000).Kind);
        Assert.Equal(OutcomeKind.Duplicate, turns.Get(40_000).Kind);
    }
}
