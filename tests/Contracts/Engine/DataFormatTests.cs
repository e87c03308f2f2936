using System.Text;
using LiveClass.Engine;
using LiveClass.Engine.Ports;
using LiveClass.Engine.Sqlite;
using LiveClass.Grains.Abstractions;

namespace LiveClass.Tests.Contracts.Engine;

/// <summary>A store that a released format left behind opens for ever. The scripts are never edited; a new format adds one.</summary>
public sealed class DataFormatTests
{
    [Theory]
    [InlineData(1)]
    public async Task A_store_of_a_released_format_is_read_and_written_on(int format)
    {
        using var house = new SqliteHouse();
        using (var database = Database.Open(Path.Combine(house.Path, DataDirectory.LogFileName), write: true))
            database.Execute(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Engine", "Formats", $"log-{format}.sql")));

        await using var engine = house.Open();
        var blocks = await engine.Log.ReadAsync(27, 0, 1000);
        Assert.Equal([(1L, 2, 5, "ab"), (3L, 1, 6, "c")], blocks.Select(block => (block.First, block.Count, block.Classroom.Value, Text(block.Body))));
        Assert.All(blocks, block => Assert.Equal(new Instant(1795338000000), block.Received));
        Assert.Equal([(0L, 2L, "ev")], (await engine.Journal.ReadClassroomAsync(new ClassroomKey(5), 0, 1000)).Select(block => (block.From, block.To, Text(block.Body))));
        Assert.Equal(2, await engine.Journal.CursorAsync(27));
        Assert.Equal("st", Text((await engine.Checkpoints.LatestAsync(new ClassroomKey(5)))!.Body));
        Assert.Equal(new ClassroomHead(new ClassroomKey(5), 27, 2, new Instant(1795338060000), Parked: false), await engine.Checkpoints.HeadAsync(new ClassroomKey(5)));
        Assert.Equal([3L], (await engine.Quarantine.PositionsAsync(27, 0)).Select(entry => entry.Position));
        Assert.Equal(1, await engine.ReactorCursors.GetAsync("history", 27));
        Assert.Equal(5, (await engine.Leases.AcquireAsync(27))!.Value.Epoch);
        Assert.Equal(4, (await engine.Log.AppendAsync(new LogAppend(27, new ClassroomKey(5), 1, 1, "d"u8.ToArray()))).First);
    }

    private static string Text(ReadOnlyMemory<byte> body) => Encoding.UTF8.GetString(body.Span);
}
