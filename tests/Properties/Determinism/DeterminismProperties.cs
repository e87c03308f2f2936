using LiveClass.Grains.Abstractions.Outcomes;
using LiveClass.Silo.Checkpoints;
using LiveClass.Silo.Turns;

namespace LiveClass.Tests.Properties.Determinism;

/// <summary>The rules of determinism: the same log gives the same state, whatever happens to whoever handles it.</summary>
public sealed class DeterminismProperties
{
    [Fact]
    public void Checkpoints_and_restarts_anywhere_change_nothing() => DrawnLog.Check(log =>
    {
        var lines = LogWriter.Draw(log);
        var plain = new Room().RunAll(lines);
        var broken = new Room();
        var random = new Random(log.Seed);
        for (var i = 0; i < lines.Count; i++)
        {
            if (random.Next(8) == 0) broken.RestoreFromCheckpoint();
            if (random.Next(20) == 0) broken.RestoreFromJournal();
            broken.Run(lines[i], i + 1);
        }

        Assert.Equal(plain.Outcomes, broken.Outcomes);
        Assert.Equal(plain.Hash, broken.Hash);
        Assert.Equal(Room.Checkpoint(plain.State), Room.Checkpoint(broken.State));
    });

    [Fact]
    public void Folding_the_journal_gives_the_owner_s_state() => DrawnLog.Check(log =>
    {
        var room = new Room().RunAll(LogWriter.Draw(log));
        var folded = room.FoldJournal();
        Assert.Equal(room.Hash, CheckpointFormat.Hash(folded));
        Assert.Equal(Room.Checkpoint(room.State), Room.Checkpoint(folded));
    });

    [Fact]
    public void A_checkpoint_that_was_read_is_written_with_the_same_bytes() => DrawnLog.Check(log =>
    {
        var room = new Room().RunAll(LogWriter.Draw(log));
        var before = Room.Checkpoint(room.State);
        room.RestoreFromCheckpoint();
        Assert.Equal(before, Room.Checkpoint(room.State));
    });

    [Fact]
    public void Repeats_added_anywhere_after_their_originals_change_nothing() => DrawnLog.Check(log =>
    {
        var lines = LogWriter.Draw(log);
        var plain = new Room().RunAll(lines);
        var repeated = new Room();
        var position = 0L;
        foreach (var (line, isRepeat) in Repeats.Added(lines, plain.Outcomes, new Random(log.Seed)))
        {
            var before = isRepeat ? repeated.Hash : "";
            repeated.Run(line, ++position);
            if (isRepeat && before != repeated.Hash) Assert.Fail($"A repeat of line {line.Id} ({line.Kind}) changed the state at position {position}");
        }

        Assert.Equal(plain.Hash, repeated.Hash);
        Assert.Equal(plain.State.Counts.Evidence, repeated.State.Counts.Evidence);
    });

    [Fact]
    public void The_order_of_entries_of_different_classrooms_changes_nothing() => DrawnLog.Check(log =>
    {
        var one = LogWriter.Draw(log);
        var other = LogWriter.Draw(log with { Seed = log.Seed ^ 0x5A5A5A }, key: 2);
        var first = Interleaved(one, other, new Random(1));
        var second = Interleaved(one, other, new Random(log.Seed));
        Assert.Equal(new Room().RunAll(one).Hash, first.One);
        Assert.Equal(first, second);
    });

    [Fact]
    public void An_answer_that_counts_changes_the_hash_and_one_that_does_not_does_not() => DrawnLog.Check(log =>
    {
        var room = new Room();
        var position = 0;
        foreach (var line in LogWriter.Draw(log with { Lines = log.Lines / 4 }))
        {
            var before = room.Hash;
            var outcome = room.Run(line, ++position);
            if (line.Kind == LineKind.Answer) Assert.Equal(outcome.Kind == OutcomeKind.Accepted, before != room.Hash);
        }
    });

    // Two classrooms of a partition: each in its own order, mixed by the seed, on one desk.
    private static (string One, string Other) Interleaved(List<LogLine> one, List<LogLine> other, Random random)
    {
        var desk = new TurnDesk();
        var rooms = (One: new Room(1, desk), Other: new Room(2, desk));
        var position = 0L;
        for (int i = 0, j = 0; i < one.Count || j < other.Count;)
        {
            position += random.Next(1, 4); // further classrooms stand between
            if (j == other.Count || (i < one.Count && random.Next(2) == 0)) rooms.One.Run(one[i++], position);
            else rooms.Other.Run(other[j++], position);
        }

        return (rooms.One.Hash, rooms.Other.Hash);
    }
}
