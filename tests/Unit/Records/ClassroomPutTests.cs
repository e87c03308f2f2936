using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Records.Classrooms;

namespace LiveClass.Tests.Unit.Records;

public sealed class ClassroomPutTests : IDisposable
{
    private readonly OpenedRecords records = new();

    public void Dispose() => records.Dispose();

    [Fact]
    public async Task A_new_classroom_is_made_with_its_partition_and_its_own_sources()
    {
        var result = await records.PutAsync("6a", new() { Name = "Class 6a" });
        var classroom = await records.FindAsync("6a");
        Assert.Equal((PutKind.Created, 1L), (result.Kind, result.Revision));
        Assert.Equal(("Class 6a", "school", 1L), (classroom.Name, classroom.SchoolId, classroom.Revision));
        Assert.Equal(Partitioning.Of("school", "6a"), classroom.Partition);
        Assert.NotEqual(classroom.RecordsSource, classroom.ReleaseSource);
        Assert.Equal($"~records.{classroom.Key.Value}", await records.Store.Sources.NameOfAsync(classroom.RecordsSource));
        var row = Assert.Single(result.Outbox);
        Assert.Equal((classroom.Key, classroom.Partition, classroom.RecordsSource, 1L), (row.Classroom, row.Partition, row.Source, row.Sequence));
    }

    [Theory]
    [InlineData("demo-6a", 36)]
    [InlineData("demo-7b", 27)]
    public async Task A_classrooms_partition_is_the_one_of_the_design(string id, int partition)
    {
        var demo = await records.Store.Schools.FindOrCreateAsync("demo");
        await records.Store.ClassroomWriter.PutAsync(demo.Key, id, new());
        Assert.Equal(partition, (await records.Store.Classrooms.FindAsync(demo.Key, id))!.Partition);
    }

    [Fact]
    public async Task A_classroom_without_a_name_is_called_by_its_id() =>
        Assert.Equal("6a", (await records.WithClassroomAsync()).Name);

    [Fact]
    public async Task The_outbox_carries_the_whole_classroom_in_keys()
    {
        var classroom = await records.WithClassroomAsync();
        var row = Assert.Single(await records.Store.Outbox.PendingAsync(10));
        var configured = Assert.IsType<ClassroomConfigured>(row.Change);
        Assert.Equal(records.School, configured.School);
        Assert.Equal(classroom.Students.Select(student => new RosterLine(student.Key, false)), configured.Students);
        Assert.Equal(classroom.Skills.Select(skill => skill.Key), configured.Skills.Select(line => line.Skill));
        Assert.Equal([classroom.Skills[0].Key], configured.Skills[1].Prerequisites.AsEnumerable());
        Assert.Equal([new StationLine(classroom.Stations[0].Key, 1, StationKind.TeacherLed, 6, 1)], configured.Stations.AsEnumerable());
    }

    [Fact]
    public async Task The_same_body_again_changes_nothing_and_tells_nobody()
    {
        var body = new ClassroomPut
        {
            Name = "6a",
            Skills = [new("k0", "Zero"), new("k1", "One", ["k0"])],
            Students = [new("ana", "Ana")],
            Stations = [new("s1", "One", 1, StationKind.Online, 12, 0, "tablets")],
        };
        var first = await records.PutAsync("6a", body);
        await records.Store.Outbox.MarkRelayedAsync(first.Outbox[0].Id, 7);
        var second = await records.PutAsync("6a", body);
        Assert.Equal((PutKind.Unchanged, first.Revision), (second.Kind, second.Revision));
        Assert.Empty(second.Outbox);
        Assert.Empty(await records.Store.Outbox.PendingAsync(10));
    }

    [Fact]
    public async Task A_repeat_before_the_relay_still_names_what_must_get_into_the_log()
    {
        var first = await records.PutAsync("6a", new() { Name = "6a" });
        var second = await records.PutAsync("6a", new() { Name = "6a" });
        Assert.Equal(PutKind.Unchanged, second.Kind);
        Assert.Equal(first.Outbox.Select(row => row.Id), second.Outbox.Select(row => row.Id));
    }

    [Fact]
    public async Task An_absent_key_changes_nothing()
    {
        var before = await records.WithClassroomAsync();
        var result = await records.PutAsync("6a", new() { Name = "renamed" });
        var after = await records.FindAsync("6a");
        Assert.Equal((PutKind.Updated, 2L), (result.Kind, result.Revision));
        Assert.Equal("renamed", after.Name);
        Assert.Equal(before.Students.AsEnumerable(), after.Students.AsEnumerable());
        Assert.Equal(before.Skills.Select(skill => skill.Key), after.Skills.Select(skill => skill.Key));
        Assert.Equal(before.Stations.AsEnumerable(), after.Stations.AsEnumerable());
    }

    [Fact]
    public async Task A_change_of_names_alone_does_not_trouble_the_grain()
    {
        await records.WithClassroomAsync();
        var pending = await records.Store.Outbox.PendingAsync(10);
        var result = await records.PutAsync("6a", new() { Students = [new("ana", "Anna"), new("ben")] });
        Assert.Equal(PutKind.Updated, result.Kind);
        Assert.Equal(pending.Count, (await records.Store.Outbox.PendingAsync(10)).Count);
        Assert.Equal("Anna", (await records.FindAsync("6a")).Student("ana")!.Name);
        Assert.Equal("Ben", (await records.FindAsync("6a")).Student("ben")!.Name);
    }

    [Fact]
    public async Task A_student_who_is_left_out_is_ended_and_comes_back_when_sent_again()
    {
        var made = await records.WithClassroomAsync();
        await records.PutAsync("6a", new() { Students = [new("ben"), new("cleo")] });
        var without = await records.FindAsync("6a");
        Assert.Equal([("ben", false), ("cleo", false), ("ana", true)], without.Students.Select(student => (student.Id, student.Ended)));
        Assert.Equal(made.Student("ana")!.Key, without.Student("ana")!.Key);

        var result = await records.PutAsync("6a", new() { Students = [new("ana"), new("ben"), new("cleo")] });
        var configured = Assert.IsType<ClassroomConfigured>(result.Outbox[^1].Change);
        Assert.Equal([made.Student("ana")!.Key], configured.Students.Take(1).Select(line => line.Student));
        Assert.DoesNotContain(configured.Students, line => line.Ended);
    }

    [Fact]
    public async Task A_station_that_is_left_out_is_ended_and_no_longer_told()
    {
        await records.WithClassroomAsync();
        var result = await records.PutAsync("6a", new() { Stations = [new("online", Kind: StationKind.Online, Capacity: 12)] });
        var classroom = await records.FindAsync("6a");
        Assert.Equal([("online", false), ("teacher", true)], classroom.Stations.Select(station => (station.Id, station.Ended)));
        var configured = Assert.IsType<ClassroomConfigured>(result.Outbox[^1].Change);
        Assert.Equal([classroom.Station("online")!.Key], configured.Stations.Select(station => station.Station));
    }

    [Fact]
    public async Task Stations_without_numbers_come_after_the_others_in_the_order_they_were_sent()
    {
        await records.PutAsync("6a", new()
        {
            Stations =
            [
                new("x", Kind: StationKind.Online, Capacity: 1), new("b", Number: 2, Kind: StationKind.Project, Capacity: 1),
                new("y", Kind: StationKind.Independent, Capacity: 1), new("a", Number: 1, Kind: StationKind.TeacherLed, Capacity: 1, Adults: 2),
            ],
        });
        Assert.Equal([("a", 1), ("b", 2), ("x", 3), ("y", 4)], (await records.FindAsync("6a")).Stations.Select(station => (station.Id, station.Number)));
    }

    [Fact]
    public async Task Sent_station_fields_replace_and_absent_ones_stay()
    {
        await records.PutAsync("6a", new() { Stations = [new("s", "Old", 3, StationKind.Online, 12, 1, "tablets")] });
        await records.PutAsync("6a", new() { Stations = [new("s", Capacity: 8, Materials: "")] });
        var station = (await records.FindAsync("6a")).Station("s")!;
        Assert.Equal(("Old", 3, StationKind.Online, 8, 1, null), (station.Name, station.Number, station.Kind, station.Capacity, station.Adults, station.Materials));
    }

    [Fact]
    public async Task The_order_of_skills_is_the_order_sent()
    {
        await records.WithClassroomAsync();
        await records.PutAsync("6a", new() { Skills = [new("k1"), new("k2"), new("k0")] });
        var classroom = await records.FindAsync("6a");
        Assert.Equal(["k1", "k2", "k0"], classroom.Skills.Select(skill => skill.Id));
        Assert.Equal([classroom.Skill("k0")!.Key], classroom.Skill("k1")!.Prerequisites.AsEnumerable());
    }

    [Fact]
    public async Task A_skill_off_the_list_stays_a_skill_of_the_school()
    {
        await records.WithClassroomAsync();
        await records.PutAsync("6a", new() { Skills = [new("k1")] });
        Assert.Null((await records.FindAsync("6a")).Skill("k0"));
        Assert.Equal("k0", records.Store.Skills.ById(records.School, "k0")!.Id);
        var result = await records.PutAsync("6a", new() { Skills = [new("k1"), new("k2", Prerequisites: ["k0"])] });
        Assert.Equal(PutKind.Updated, result.Kind);
    }

    [Fact]
    public async Task If_match_holds_the_revision_that_the_sender_saw()
    {
        var made = await records.WithClassroomAsync();
        var kept = await records.PutAsync("6a", new() { Name = "b" }, new(IfMatch: made.Revision));
        Assert.Equal(PutKind.Updated, kept.Kind);
        var stale = await records.PutAsync("6a", new() { Name = "c" }, new(IfMatch: made.Revision));
        Assert.Equal(PutRefusal.PreconditionFailed, stale.Refusal?.Code);
        Assert.Equal("b", (await records.FindAsync("6a")).Name);
        Assert.Equal(PutRefusal.PreconditionFailed, (await records.PutAsync("7b", new(), new(MustExist: true))).Refusal?.Code);
        Assert.Equal(PutRefusal.PreconditionFailed, (await records.PutAsync("7b", new(), new(IfMatch: 1))).Refusal?.Code);
        Assert.Null(await records.Store.Classrooms.FindAsync(records.School, "7b"));
    }

    [Fact]
    public async Task An_empty_list_counts_only_when_it_is_meant()
    {
        await records.WithClassroomAsync();
        foreach (var body in new ClassroomPut[] { new() { Students = [] }, new() { Skills = [] }, new() { Stations = [] } })
            Assert.Equal(PutRefusal.EmptyList, (await records.PutAsync("6a", body)).Refusal?.Code);
        var result = await records.PutAsync("6a", new() { Students = [], Skills = [], Stations = [] }, new(AllowEmpty: true));
        var classroom = await records.FindAsync("6a");
        Assert.Equal(PutKind.Updated, result.Kind);
        Assert.Empty(classroom.Skills);
        Assert.All(classroom.Students, student => Assert.True(student.Ended));
        Assert.All(classroom.Stations, station => Assert.True(station.Ended));
    }

    [Fact]
    public async Task Two_classrooms_share_students_and_skills_by_their_ids()
    {
        var first = await records.WithClassroomAsync("6a");
        var second = await records.WithClassroomAsync("7b");
        Assert.Equal(first.Student("ana")!.Key, second.Student("ana")!.Key);
        Assert.Equal(first.Skill("k1")!.Key, second.Skill("k1")!.Key);
        Assert.NotEqual(first.Stations[0].Key, second.Stations[0].Key);
    }

    [Fact]
    public async Task A_name_that_is_sent_replaces_the_schools_for_every_classroom()
    {
        await records.WithClassroomAsync("6a");
        var other = await records.WithClassroomAsync("7b");
        await records.PutAsync("6a", new() { Skills = [new("k0", "Zero"), new("k1")], Students = [new("ana", "Anna"), new("ben")] });
        var renamed = await records.FindAsync("7b");
        Assert.Equal(("Zero", "Anna"), (renamed.Skill("k0")!.Name, renamed.Student("ana")!.Name));
        Assert.True(renamed.Revision > other.Revision);
        Assert.Equal("Zero", records.Store.Skills.ById(records.School, "k0")!.Name);
    }

    [Fact]
    public async Task Prerequisites_that_change_are_told_to_the_other_classrooms_that_use_the_skill()
    {
        var first = await records.WithClassroomAsync("6a");
        var second = await records.WithClassroomAsync("7b");
        await records.PutAsync("8c", new() { Skills = [new("k9")] });
        var result = await records.PutAsync("6a", new() { Skills = [new("k0"), new("k1", Prerequisites: [])] });
        var told = result.Outbox.Where(row => row.Classroom == second.Key).ToList();
        Assert.Equal(2, told[^1].Sequence);
        Assert.Empty(Assert.IsType<ClassroomConfigured>(told[^1].Change).Skills[1].Prerequisites);
        Assert.Contains(result.Outbox, row => row.Classroom == first.Key && row.Sequence == 2);
        Assert.Empty((await records.FindAsync("7b")).Skill("k1")!.Prerequisites);
        Assert.Single(await records.Store.Outbox.PendingAsync(100), row => row.Classroom == (records.FindAsync("8c").Result).Key);
    }
}
