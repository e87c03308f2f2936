namespace LiveClass.Tests.Unit.Records;

public sealed class SourceTests : IDisposable
{
    private readonly OpenedRecords records = new();

    public void Dispose() => records.Dispose();

    [Fact]
    public async Task A_source_belongs_to_the_classroom_that_it_was_first_seen_with()
    {
        var (first, second) = (await records.WithClassroomAsync("6a"), await records.WithClassroomAsync("7b"));
        var mine = await records.Store.Sources.FindOrAddAsync(records.School, first.Key, "tablet-17.9f2c41d07a3be588");
        Assert.False(mine.BelongsElsewhere);
        for (var i = 0; i < 2; i++)
        {
            var theirs = await records.Store.Sources.FindOrAddAsync(records.School, second.Key, "tablet-17.9f2c41d07a3be588");
            Assert.Equal((mine.Key, first.Key, true), (theirs.Key, theirs.Classroom, theirs.BelongsElsewhere));
            records.Reopen();
        }

        Assert.Equal("tablet-17.9f2c41d07a3be588", await records.Store.Sources.NameOfAsync(mine.Key));
        Assert.Null(await records.Store.Sources.NameOfAsync(new(99_999)));
    }

    [Fact]
    public async Task Two_classrooms_that_race_for_a_source_agree_on_its_owner()
    {
        var (first, second) = (await records.WithClassroomAsync("6a"), await records.WithClassroomAsync("7b"));
        var all = await Task.WhenAll(Enumerable.Range(0, 40).Select(i =>
            records.Store.Sources.FindOrAddAsync(records.School, i % 2 == 0 ? first.Key : second.Key, "race").AsTask()));
        Assert.Single(all.Select(lookup => (lookup.Key, lookup.Classroom)).Distinct());
        Assert.Equal(20, all.Count(lookup => lookup.BelongsElsewhere));
    }

    [Fact]
    public async Task The_same_name_in_another_school_is_another_source()
    {
        var classroom = await records.WithClassroomAsync();
        var other = await records.Store.Schools.FindOrCreateAsync("other");
        await records.Store.ClassroomWriter.PutAsync(other.Key, "6a", new());
        var theirs = await records.Store.Classrooms.FindAsync(other.Key, "6a");
        var left = await records.Store.Sources.FindOrAddAsync(records.School, classroom.Key, "s");
        var right = await records.Store.Sources.FindOrAddAsync(other.Key, theirs!.Key, "s");
        Assert.NotEqual(left.Key, right.Key);
        Assert.False(right.BelongsElsewhere);
    }

    [Fact]
    public async Task Nobody_can_send_as_a_classrooms_own_source()
    {
        var classroom = await records.WithClassroomAsync();
        await Assert.ThrowsAsync<ArgumentException>(async () =>
            await records.Store.Sources.FindOrAddAsync(records.School, classroom.Key, $"~records.{classroom.Key.Value}"));
    }

    [Fact]
    public async Task Misconceptions_are_added_once_and_read_back_by_key()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            records.Store.Misconceptions.FindOrAddAsync(records.School, ["adds-bottoms", "adds-tops", "adds-bottoms"]).AsTask()));
        Assert.Single(all.Select(keys => string.Join(' ', keys)).Distinct());
        Assert.Equal(all[0][0], all[0][2]);
        records.Reopen();
        Assert.Equal("adds-tops", records.Store.Misconceptions.IdOf(all[0][1]));
        Assert.Null(records.Store.Misconceptions.IdOf(new(99)));
    }
}
