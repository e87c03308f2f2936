using LiveClass.Engine.Ports;

namespace LiveClass.Tests.Contracts.Engine;

public sealed class SqliteReactorCursorsTests() : ReactorCursorsContract(new SqliteHouse());

public sealed class InMemoryReactorCursorsTests() : ReactorCursorsContract(new InMemoryHouse());

public abstract class ReactorCursorsContract(House house) : EngineContract(house)
{
    [Fact]
    public async Task A_cursor_begins_at_zero_and_stays_where_it_is_moved()
    {
        Assert.Equal(0, await Engine.ReactorCursors.GetAsync("history", 6));
        Assert.Equal(CommitResult.Committed, await Engine.ReactorCursors.SetAsync("history", 6, 40));
        await Engine.ReactorCursors.SetAsync("history", 6, 41);
        await ReopenAsync();

        Assert.Equal(41, await Engine.ReactorCursors.GetAsync("history", 6));
    }

    [Fact]
    public async Task Each_reactor_has_its_own_in_each_partition()
    {
        await Engine.ReactorCursors.SetAsync("history", 6, 40);
        await Engine.ReactorCursors.SetAsync("summary", 6, 3);

        Assert.Equal(40, await Engine.ReactorCursors.GetAsync("history", 6));
        Assert.Equal(3, await Engine.ReactorCursors.GetAsync("summary", 6));
        Assert.Equal(0, await Engine.ReactorCursors.GetAsync("history", 7));
    }
}
