using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Records.Classrooms;

namespace LiveClass.Tests.Unit.Records;

public sealed class AccommodationTests : IDisposable
{
    private readonly OpenedRecords records = new();

    public void Dispose() => records.Dispose();

    [Fact]
    public async Task They_are_kept_with_the_student_and_are_there_after_a_start()
    {
        var before = await records.WithClassroomAsync();
        await SetAsync(Accommodation.Calm, Accommodation.ExtraTime, Accommodation.LargerType125);
        records.Reopen();

        var after = await records.FindAsync("6a");

        Assert.Empty(before.Student("ana")!.Accommodations);
        Assert.Equal([Accommodation.ExtraTime, Accommodation.LargerType125, Accommodation.Calm], after.Student("ana")!.Accommodations.AsEnumerable());
        Assert.Empty(after.Student("ben")!.Accommodations);
        Assert.Equal(before.Revision + 1, after.Revision);
    }

    [Fact]
    public async Task A_body_without_them_changes_nothing_and_an_empty_list_takes_them_away()
    {
        await records.WithClassroomAsync();
        await SetAsync(Accommodation.ReadAloud);
        await records.PutAsync("6a", new() { Students = [new("ana", "Ana Lima"), new("ben")] });
        var kept = (await records.FindAsync("6a")).Student("ana")!;
        await SetAsync();

        Assert.Equal(("Ana Lima", Accommodation.ReadAloud), (kept.Name, Assert.Single(kept.Accommodations)));
        Assert.Empty((await records.FindAsync("6a")).Student("ana")!.Accommodations);
    }

    [Fact]
    public async Task Of_two_sizes_of_type_the_larger_counts()
    {
        await records.WithClassroomAsync();
        await SetAsync(Accommodation.LargerType150, Accommodation.LargerType125);

        Assert.Equal([Accommodation.LargerType150], (await records.FindAsync("6a")).Student("ana")!.Accommodations.AsEnumerable());
    }

    [Fact]
    public async Task Another_class_of_the_student_knows_them_and_no_log_is_told()
    {
        await records.WithClassroomAsync();
        await records.PutAsync("7b", new() { Students = [new("ana")] });
        foreach (var row in await records.Store.Outbox.PendingAsync(10)) await records.Store.Outbox.MarkRelayedAsync(row.Id, 7);
        Assert.Empty((await records.FindAsync("7b")).Student("ana")!.Accommodations);

        await SetAsync(Accommodation.FewerItems);

        Assert.Equal([Accommodation.FewerItems], (await records.FindAsync("7b")).Student("ana")!.Accommodations.AsEnumerable());
        Assert.Empty(await records.Store.Outbox.PendingAsync(10));
    }

    [Fact]
    public async Task The_same_again_is_no_change()
    {
        await records.WithClassroomAsync();
        await SetAsync(Accommodation.Calm);

        Assert.Equal(PutKind.Unchanged, (await SetAsync(Accommodation.Calm)).Kind);
        Assert.Equal((await records.FindAsync("6a")).Student("ana"), (await FreshAsync()).Student("ana"));
    }

    private Task<PutResult> SetAsync(params Accommodation[] list) =>
        records.PutAsync("6a", new() { Students = [new("ana", Accommodations: list), new("ben")] });

    private async Task<ClassroomRecord> FreshAsync()
    {
        records.Reopen();
        return await records.FindAsync("6a");
    }
}
