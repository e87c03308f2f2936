namespace LiveClass.Tests.Unit.Records;

public sealed class CoachNamesTests : IDisposable
{
    private readonly OpenedRecords records = new();

    public void Dispose() => records.Dispose();

    [Fact]
    public async Task Names_are_allowed_where_a_teacher_said_so_and_that_outlives_a_restart()
    {
        var (one, other) = (new Grains.Abstractions.ClassroomKey(1), new Grains.Abstractions.ClassroomKey(2));

        Assert.False(records.Store.CoachNames.AreAllowed(one));
        await records.Store.CoachNames.AllowAsync(one, names: true);
        await records.Store.CoachNames.AllowAsync(one, names: true);
        records.Reopen();
        Assert.True(records.Store.CoachNames.AreAllowed(one));
        Assert.False(records.Store.CoachNames.AreAllowed(other));

        await records.Store.CoachNames.AllowAsync(one, names: false);
        records.Reopen();
        Assert.False(records.Store.CoachNames.AreAllowed(one));
    }
}
