using LiveClass.Engine;
using LiveClass.Engine.Sqlite;

namespace LiveClass.Tests.Contracts.Engine;

public sealed class DataDirectoryTests
{
    [Fact]
    public async Task A_second_engine_is_told_who_holds_the_directory()
    {
        using var house = new SqliteHouse();
        await using var engine = house.Open();

        var held = Assert.Throws<DataDirectoryHeldException>(() => house.Open());
        Assert.Contains(house.Path, held.Message, StringComparison.Ordinal);
        Assert.Contains($"process {Environment.ProcessId}", held.Message, StringComparison.Ordinal);
        Assert.Contains("LiveClass:DataDirectory", held.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_directory_is_free_again_after_the_end()
    {
        using var house = new SqliteHouse();
        await house.Open().DisposeAsync();
        await house.Open().DisposeAsync();
    }

    [Fact]
    public async Task A_newer_format_is_refused_with_what_to_do_and_left_as_it_is()
    {
        using var house = new SqliteHouse();
        await house.Open().DisposeAsync();
        using (var database = Database.Open(Path.Combine(house.Path, DataDirectory.LogFileName), write: true))
            database.Execute("UPDATE meta SET value = 99 WHERE name = 'format'");

        for (var attempt = 0; attempt < 2; attempt++)
        {
            var newer = Assert.Throws<NewerFormatException>(() => house.Open());
            Assert.Contains("format 99", newer.Message, StringComparison.Ordinal);
            Assert.Contains("Start the newer program", newer.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_file_that_is_no_database_is_named()
    {
        using var house = new SqliteHouse();
        File.WriteAllText(Path.Combine(house.Path, DataDirectory.LogFileName), new string('x', 5_000));

        var wrong = Assert.Throws<LiveClass.Engine.Ports.StoreUnavailableException>(() => house.Open());
        Assert.Contains("log.db is damaged", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 1, "LiveClass:Store:QueueBytes")]
    [InlineData(1 << 20, 0, "LiveClass:Store:ClassroomQueueBytes")]
    public void A_setting_that_cannot_work_is_named_with_its_cure(long queue, long classroom, string key)
    {
        var wrong = Assert.Throws<EngineOptionsException>(() => new EngineOptions { QueueBytes = queue, ClassroomQueueBytes = classroom }.Validate());
        Assert.Contains(key, wrong.Message, StringComparison.Ordinal);
        Assert.Contains("set it", wrong.Message, StringComparison.Ordinal);
    }
}
