namespace LiveClass.Tests.Contracts.Engine;

public sealed class MappedTurnMarksTests() : TurnMarksContract(new SqliteHouse());

public sealed class InMemoryTurnMarksTests() : TurnMarksContract(new InMemoryHouse());

public abstract class TurnMarksContract(House house) : EngineContract(house)
{
    private async Task<(long Position, int Deaths)> DieWithInHand(long position)
    {
        Engine.TurnMarks.Set(6, position);
        await ReopenAsync(); // the mark stands in the file whether the process ends well or not
        return Engine.TurnMarks.TakeDeaths(6);
    }

    [Fact]
    public void A_new_store_knows_of_no_death() => Assert.Equal((0, 0), Engine.TurnMarks.TakeDeaths(6));

    [Fact]
    public async Task Deaths_on_the_same_position_are_counted()
    {
        Assert.Equal((41, 1), await DieWithInHand(41));
        Assert.Equal((41, 2), await DieWithInHand(41));
        Assert.Equal((41, 3), await DieWithInHand(41));
    }

    [Fact]
    public async Task A_death_on_another_position_begins_anew()
    {
        await DieWithInHand(41);
        Assert.Equal((42, 1), await DieWithInHand(42));
        Assert.Equal((41, 1), await DieWithInHand(41));
    }

    [Fact]
    public async Task A_death_with_nothing_in_hand_ends_the_row()
    {
        await DieWithInHand(41);
        Assert.Equal((0, 0), await DieWithInHand(0));
        Assert.Equal((41, 1), await DieWithInHand(41));
    }

    [Fact]
    public async Task What_was_taken_is_not_counted_twice()
    {
        await DieWithInHand(41);
        Assert.Equal((0, 0), Engine.TurnMarks.TakeDeaths(6));
    }

    [Fact]
    public void Partitions_have_marks_of_their_own()
    {
        Engine.TurnMarks.Set(63, 9);
        Assert.Equal((0, 0), Engine.TurnMarks.TakeDeaths(0));
        Assert.Equal((9, 1), Engine.TurnMarks.TakeDeaths(63));
    }
}
