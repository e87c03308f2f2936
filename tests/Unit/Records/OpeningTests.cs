using LiveClass.Grains.Abstractions;
using LiveClass.Records;
using LiveClass.Records.Texts;
using Microsoft.Data.Sqlite;

namespace LiveClass.Tests.Unit.Records;

public sealed class OpeningTests
{
    [Fact]
    public void An_empty_folder_gets_a_file_and_the_first_school()
    {
        using var records = new OpenedRecords();
        Assert.Equal("school", Assert.Single(records.Store.Schools.All()).Id);
        Assert.True(File.Exists(Path.Combine(records.Folder, "records.db")));
        Assert.True(records.Store.Condition.Ready);
    }

    [Fact]
    public async Task Opening_again_changes_nothing()
    {
        using var records = new OpenedRecords();
        var made = await records.WithClassroomAsync();
        var schools = records.Store.Schools.All();
        var item = (await records.Store.Items.FindOrLearnAsync(records.School, [new("i1", [made.Skills[0].Key])]))[0];
        records.Reopen();
        records.Reopen();
        var again = await records.FindAsync("6a");
        Assert.Equal(schools, records.Store.Schools.All());
        Assert.Equal((made.Key, made.Revision, made.RecordsSource), (again.Key, again.Revision, again.RecordsSource));
        Assert.Equal(made.Students.AsEnumerable(), again.Students.AsEnumerable());
        Assert.Equal(made.Stations.AsEnumerable(), again.Stations.AsEnumerable());
        Assert.Equal(["k0", "k1"], again.Skills.Select(skill => skill.Id));
        Assert.Equal([made.Skills[0].Key], again.Skills[1].Prerequisites.AsEnumerable());
        Assert.True(records.Store.Items.TryFind(records.School, "i1", out var learned));
        Assert.Equal((item.Key, true), (learned.Key, learned.Learned));
        Assert.Equal("k1", records.Store.Skills.ById(records.School, "k1")?.Id);
    }

    [Fact]
    public void A_file_of_a_newer_version_is_refused_with_what_to_do()
    {
        using var records = new OpenedRecords();
        records.Store.Dispose();
        Execute(records.Options.Path, """INSERT INTO "__EFMigrationsHistory" VALUES ('9999_Future', '99.0.0')""");
        var refused = Assert.Throws<RecordsNewerException>(() => RecordsStore.Open(records.Options, records.Clock));
        Assert.Equal("9999_Future", refused.Migration);
        Assert.Contains("Start that version or a newer one", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_database_is_said_to_be_unusable()
    {
        using var records = new OpenedRecords();
        records.Store.Dispose();
        File.WriteAllText(records.Options.Path, new string('x', 8_192));
        var unusable = Assert.Throws<RecordsUnavailableException>(() => RecordsStore.Open(records.Options, records.Clock));
        Assert.Contains(records.Options.Path, unusable.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lock_left_by_a_migration_that_died_does_not_stop_the_start()
    {
        using var records = new OpenedRecords();
        records.Store.Dispose();
        File.Delete(records.Options.Path);
        Execute(records.Options.Path, """
            CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00');
            """);
        using var opened = RecordsStore.Open(records.Options, records.Clock);
        Assert.Single(opened.Schools.All());
    }

    [Fact]
    public async Task A_key_is_never_given_twice_even_after_its_row_is_gone()
    {
        using var records = new OpenedRecords();
        var first = await records.Store.Texts.WriteAsync([new(TextPurpose.Response, TextOrigin.Of(new(1), 1), "5/7")]);
        records.Clock.Move(TimeSpan.FromDays(2));
        Assert.Equal(1, await records.Store.Texts.SweepAsync(Instant.Of(records.Clock.GetUtcNow())));
        var second = await records.Store.Texts.WriteAsync([new(TextPurpose.Response, TextOrigin.Of(new(1), 1), "5/7")]);
        Assert.NotEqual(first[0], second[0]);
    }

    [Fact]
    public async Task A_backup_taken_while_in_use_opens_with_the_same_records()
    {
        using var records = new OpenedRecords();
        await records.WithClassroomAsync();
        var target = Directory.CreateTempSubdirectory("liveclass-records-").FullName;
        try
        {
            await records.Store.BackupAsync(Path.Combine(target, RecordsOptions.FileName));
            using var restored = await RecordsStore.OpenAsync(new() { DataDirectory = target }, records.Clock);
            var classroom = await restored.Classrooms.FindAsync(records.School, "6a");
            Assert.Equal(["ana", "ben"], classroom!.Students.Select(student => student.Id));
        }
        finally
        {
            Directory.Delete(target, recursive: true);
        }
    }

    [Fact]
    public async Task Answers_kept_by_the_first_version_are_still_read()
    {
        using var records = new OpenedRecords();
        var classroom = (await records.WithClassroomAsync()).Key;
        records.Store.Dispose();
        // The table as 0001 made it, with two rows of that time; the migration since then has yet to come.
        Execute(records.Options.Path, $"""
            DROP TABLE history;
            CREATE TABLE history (classroom INTEGER NOT NULL, position INTEGER NOT NULL, partition INTEGER NOT NULL, student INTEGER NOT NULL,
                item INTEGER NOT NULL, skills TEXT NOT NULL, score REAL NOT NULL, kind INTEGER NOT NULL, attempt INTEGER NOT NULL,
                first_attempt INTEGER NOT NULL, at INTEGER NOT NULL, received INTEGER NOT NULL, duration_ms INTEGER NOT NULL,
                hints INTEGER NOT NULL, response INTEGER NOT NULL, misconception INTEGER NOT NULL, form INTEGER NOT NULL,
                source INTEGER NOT NULL, sequence INTEGER NOT NULL, CONSTRAINT pk_history PRIMARY KEY (classroom, position));
            CREATE INDEX ix_history_student ON history (classroom, student, at);
            INSERT INTO history VALUES ({classroom.Value}, 7, 3, 2, 5, '4 0.625 0.5;9 0.1 0.25', 1, 0, 1, 1, 11, 12, 13, 0, 0, 0, 0, 6, 1);
            INSERT INTO history VALUES ({classroom.Value}, 8, 3, 2, 5, '', 0.5, 0, 1, 1, 21, 22, 23, 1, 0, 0, 0, 6, 2);
            DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" = '0007_History';
            """);
        records.Reopen();
        var rows = await records.Store.History.ReadAsync(classroom, new(2), 0, 10);
        Assert.Equal([(7L, 1f, 6, 1L), (8L, 0.5f, 6, 2L)], rows.Select(row => (row.Position, row.Score, row.Source.Value, row.Sequence)));
        Assert.Equal([new(new(4), 0.625f, 0.5f), new(new(9), 0.1f, 0.25f)], rows[0].Skills.AsEnumerable());
        Assert.Empty(rows[1].Skills);
    }

    private static void Execute(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
