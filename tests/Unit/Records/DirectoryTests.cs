using System.Text;

namespace LiveClass.Tests.Unit.Records;

public sealed class DirectoryTests : IDisposable
{
    private readonly OpenedRecords records = new();

    public void Dispose() => records.Dispose();

    [Fact]
    public async Task A_classroom_in_memory_is_found_at_once_and_is_the_same_snapshot()
    {
        var made = await records.WithClassroomAsync();
        var again = records.Store.Classrooms.FindAsync(records.School, "6a");
        Assert.True(again.IsCompletedSuccessfully);
        Assert.Same(made, await again);
        Assert.Same(made, await records.Store.Classrooms.FindAsync(made.Key));
    }

    [Fact]
    public async Task A_write_is_seen_by_whoever_looks_after_it()
    {
        await records.WithClassroomAsync();
        for (var i = 0; i < 20; i++)
        {
            var result = await records.PutAsync("6a", new() { Name = $"name {i}" });
            var seen = await records.FindAsync("6a");
            Assert.Equal(($"name {i}", result.Revision), (seen.Name, seen.Revision));
        }
    }

    [Fact]
    public async Task Readers_beside_a_writer_never_keep_an_old_snapshot()
    {
        await records.WithClassroomAsync();
        var writing = WriteAsync();
        while (!writing.IsCompleted) await records.FindAsync("6a");
        await writing;
        Assert.Equal("name 99", (await records.FindAsync("6a")).Name);

        async Task WriteAsync()
        {
            for (var i = 0; i < 100; i++) await records.PutAsync("6a", new() { Name = $"name {i}" });
        }
    }

    [Fact]
    public async Task Ids_are_found_as_text_and_as_bytes_and_others_are_not()
    {
        var classroom = await records.WithClassroomAsync();
        var ana = classroom.Student("ana")!;
        Assert.Same(ana, classroom.StudentByUtf8("ana"u8));
        Assert.Same(ana, classroom.Student(ana.Key));
        Assert.Same(classroom.Skill("k1"), classroom.SkillByUtf8("k1"u8));
        Assert.Same(classroom.Skill("k1"), classroom.Skill(classroom.Skill("k1")!.Key));
        Assert.Same(classroom.Station("teacher"), classroom.Station(classroom.Stations[0].Key));
        Assert.Null(classroom.Student("Ana"));
        Assert.Null(classroom.StudentByUtf8([]));
        Assert.Null(classroom.StudentByUtf8([0xff, 0xfe]));
        Assert.Null(classroom.StudentByUtf8(Encoding.UTF8.GetBytes(new string('x', 5_000))));
        Assert.Null(classroom.Student(new Grains.Abstractions.StudentKey(99)));
    }

    [Fact]
    public async Task All_classrooms_of_a_school_come_in_the_order_of_their_ids_and_of_that_school_alone()
    {
        var other = await records.Store.Schools.FindOrCreateAsync("other", "The other one");
        await records.Store.ClassroomWriter.PutAsync(other.Key, "zz", new());
        foreach (var id in new[] { "7b", "10a", "6a" }) await records.PutAsync(id, new());
        Assert.Equal(["10a", "6a", "7b"], (await records.Store.Classrooms.AllAsync(records.School)).Select(classroom => classroom.Id));
        Assert.Equal("other", Assert.Single(await records.Store.Classrooms.AllAsync(other.Key)).SchoolId);
        Assert.Null(await records.Store.Classrooms.FindAsync(records.School, "zz"));
        Assert.Equal("The other one", records.Store.Schools.ByKey(other.Key)!.Name);
    }

    [Fact]
    public async Task The_same_ids_in_two_schools_are_different_people_and_skills()
    {
        var mine = await records.WithClassroomAsync();
        var other = await records.Store.Schools.FindOrCreateAsync("other");
        await records.Store.ClassroomWriter.PutAsync(other.Key, "6a", new() { Skills = [new("k0"), new("k1")], Students = [new("ana")] });
        var theirs = await records.Store.Classrooms.FindAsync(other.Key, "6a");
        Assert.NotEqual(mine.Student("ana")!.Key, theirs!.Student("ana")!.Key);
        Assert.NotEqual(mine.Skill("k1")!.Key, theirs.Skill("k1")!.Key);
        Assert.Empty(theirs.Skill("k1")!.Prerequisites);
    }

    [Fact]
    public async Task An_adult_keeps_the_key_and_what_is_not_sent_again()
    {
        var made = await records.Store.Adults.PutAsync(records.School, "admin", "Ada", "ada@example.org");
        var again = await records.Store.Adults.PutAsync(records.School, "admin");
        Assert.Equal(made, again);
        records.Reopen();
        Assert.Equal(made, records.Store.Adults.ByKey(made.Key));
    }
}
