using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Records.Classrooms;
using Microsoft.Data.Sqlite;

namespace LiveClass.Tests.Unit.Records;

public sealed class OutboxTests : IDisposable
{
    private readonly OpenedRecords records = new();

    public void Dispose() => records.Dispose();

    [Fact]
    public async Task Sequences_have_no_gap_and_no_double_when_many_put_at_once()
    {
        var puts = Enumerable.Range(0, 40).Select(i => records.PutAsync($"c{i % 4}", new()
        {
            Skills = [new("shared", Prerequisites: i % 2 == 0 ? [] : ["base"]), new("base"), new($"own{i}")],
            Students = [new($"s{i}"), new("everybody")],
        }));
        var results = await Task.WhenAll(puts);
        Assert.DoesNotContain(results, result => result.Kind == PutKind.Refused);
        var rows = await records.Store.Outbox.PendingAsync(10_000);
        Assert.Equal(4, rows.GroupBy(row => row.Classroom).Count());
        foreach (var classroom in rows.GroupBy(row => row.Classroom))
            Assert.Equal(Enumerable.Range(1, classroom.Count()).Select(i => (long)i), classroom.Select(row => row.Sequence));
    }

    [Fact]
    public async Task The_newest_row_says_what_the_classroom_is()
    {
        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => records.PutAsync("6a", new() { Students = [new($"s{i}")] })));
        var classroom = await records.FindAsync("6a");
        var newest = (await records.Store.Outbox.PendingAsync(100))[^1];
        var told = ((ClassroomConfigured)newest.Change).Students;
        Assert.Equal(classroom.Students.Select(student => new RosterLine(student.Key, student.Ended)), told);
        Assert.Equal(10, told.Length);
        Assert.Single(told, line => !line.Ended);
    }

    [Fact]
    public async Task A_row_is_pending_until_it_is_marked_and_marking_again_changes_nothing()
    {
        await records.PutAsync("6a", new());
        await records.PutAsync("7b", new());
        var rows = await records.Store.Outbox.PendingAsync(10);
        await records.Store.Outbox.MarkRelayedAsync(rows[0].Id, 12);
        await records.Store.Outbox.MarkRelayedAsync(rows[0].Id, 13);
        Assert.Equal(rows[1].Id, Assert.Single(await records.Store.Outbox.PendingAsync(10)).Id);
        records.Reopen();
        Assert.Equal(rows[1].Id, Assert.Single(await records.Store.Outbox.PendingAsync(10)).Id);
        Assert.Single(await records.Store.Outbox.PendingAsync(1));
    }

    [Fact]
    public async Task Relayed_rows_can_be_swept_and_pending_ones_stay()
    {
        await records.PutAsync("6a", new());
        await records.PutAsync("7b", new());
        var rows = await records.Store.Outbox.PendingAsync(10);
        await records.Store.Outbox.MarkRelayedAsync(rows[0].Id, 12);
        records.Clock.Move(TimeSpan.FromDays(31));
        Assert.Equal(1, await records.Store.Outbox.SweepAsync(Instant.Of(records.Clock.GetUtcNow())));
        Assert.Equal(rows[1].Id, Assert.Single(await records.Store.Outbox.PendingAsync(10)).Id);
        await records.PutAsync("6a", new() { Name = "again", Students = [new("ana")] });
        Assert.Equal(2, (await records.Store.Outbox.PendingAsync(10))[^1].Sequence);
    }

    [Fact]
    public async Task A_commit_wakes_the_relay()
    {
        Assert.Empty(await records.Store.Outbox.PendingAsync(10));
        var waiting = records.Store.Outbox.WaitAsync(TimeSpan.FromHours(1)).AsTask();
        Assert.False(waiting.IsCompleted);
        await records.PutAsync("6a", new());
        await waiting;
        Assert.Single(await records.Store.Outbox.PendingAsync(10));
    }

    [Fact]
    public async Task A_commit_between_reading_and_waiting_is_not_missed()
    {
        Assert.Empty(await records.Store.Outbox.PendingAsync(10));
        await records.PutAsync("6a", new());
        await records.Store.Outbox.WaitAsync(TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task The_relay_looks_again_after_its_time()
    {
        await records.Store.Outbox.PendingAsync(10);
        var waiting = records.Store.Outbox.WaitAsync(TimeSpan.FromSeconds(5)).AsTask();
        records.Clock.Move(TimeSpan.FromSeconds(6));
        await waiting;
    }

    // A row of any released version may still wait in the outbox when the server is brought up to date.
    [Fact]
    public async Task The_first_formats_text_stays_as_it_was_released_and_can_be_read()
    {
        const string classroom = """
            {"change":"classroomConfigured","school":1,"students":[{"student":1,"ended":false},{"student":2,"ended":false}],"skills":[{"skill":1,"prerequisites":[]},{"skill":2,"prerequisites":[1]}],"stations":[{"station":1,"number":1,"kind":"teacherLed","capacity":6,"adults":1}]}
            """;
        const string items = """
            {"change":"itemsConfigured","items":[{"item":1,"skills":[1,2],"kind":"formative","options":4,"minutes":2.5}]}
            """;
        await records.WithClassroomAsync();
        await records.Store.ItemWriter.PutAsync(records.School, new([new("i1", ["k0", "k1"], EvidenceKind.Formative, 4, Minutes: 2.5)]));
        using var connection = new SqliteConnection($"Data Source={records.Options.Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT group_concat(change, char(10)) FROM (SELECT change FROM outbox ORDER BY id)";
        Assert.Equal($"{classroom}\n{items}", command.ExecuteScalar());
        var read = await records.Store.Outbox.PendingAsync(10);
        Assert.Equal(2, Assert.IsType<ClassroomConfigured>(read[0].Change).Students.Length);
        Assert.Equal(new SkillKey(2), Assert.Single(Assert.IsType<ItemsConfigured>(read[1].Change).Items).Skills[1]);
    }

    [Fact]
    public async Task A_change_reads_back_as_it_was_written()
    {
        await records.WithClassroomAsync();
        var written = (await records.PutAsync("6a", new() { Students = [new("ben")] })).Outbox;
        records.Reopen();
        var read = await records.Store.Outbox.PendingAsync(10);
        Assert.Equal(written.Select(row => row.Sequence), read.Select(row => row.Sequence));
        foreach (var (left, right) in written.Zip(read))
        {
            var (one, other) = ((ClassroomConfigured)left.Change, (ClassroomConfigured)right.Change);
            Assert.Equal(one.School, other.School);
            Assert.Equal(one.Students.AsEnumerable(), other.Students.AsEnumerable());
            Assert.Equal(one.Stations.AsEnumerable(), other.Stations.AsEnumerable());
            Assert.Equal(one.Skills.SelectMany(line => line.Prerequisites.Prepend(line.Skill)), other.Skills.SelectMany(line => line.Prerequisites.Prepend(line.Skill)));
        }
    }
}
