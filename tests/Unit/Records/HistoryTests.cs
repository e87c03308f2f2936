using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Records.History;
using LiveClass.Records.Texts;

namespace LiveClass.Tests.Unit.Records;

public sealed class HistoryTests : IDisposable
{
    private readonly OpenedRecords records = new();

    private HistoryStore History => records.Store.History;

    public void Dispose() => records.Dispose();

    [Fact]
    public async Task A_row_reads_back_as_it_was_written()
    {
        var row = Row(7) with
        {
            Skills = [new(new(3), 0.1f, 1f / 3f), new(new(4), 0.95f, float.Epsilon)],
            DurationMs = 8_200,
            Hints = 2,
            Response = new(5),
            Misconception = new(6),
            Form = -9,
            Source = new(11),
            Sequence = 42,
        };
        await History.WriteAsync([row]);
        var read = Assert.Single(await History.ReadAsync(row.Classroom, null, 0, 10));
        Assert.Equal(row.Skills.AsEnumerable(), read.Skills.AsEnumerable());
        Assert.Equal(row, read with { Skills = row.Skills });
    }

    [Fact]
    public async Task A_repeat_of_a_position_overwrites_itself()
    {
        await History.WriteAsync([Row(7), Row(8)]);
        await History.WriteAsync([Row(7) with { Score = 0.5f }]);
        var rows = await History.ReadAsync(new(1), null, 0, 10);
        Assert.Equal([(7L, 0.5f), (8L, 1f)], rows.Select(row => (row.Position, row.Score)));
    }

    [Fact]
    public async Task Pages_follow_each_other_by_position_and_by_student()
    {
        await History.WriteAsync([.. Enumerable.Range(1, 50).Select(i => Row(i) with { Student = new(i % 2 + 1) })]);
        await History.WriteAsync([Row(51) with { Classroom = new(2) }]);
        var seen = new List<long>();
        for (long after = 0; await History.ReadAsync(new(1), null, after, 20) is { Count: > 0 } page; after = page[^1].Position)
            seen.AddRange(page.Select(row => row.Position));
        Assert.Equal(Enumerable.Range(1, 50).Select(i => (long)i), seen);
        Assert.Equal([1L, 3, 5], (await History.ReadAsync(new(1), new StudentKey(2), 0, 3)).Select(row => row.Position));
        Assert.Equal([49L, 47], (await History.LatestAsync(new(1), new(2), 0, 2)).Select(row => row.Position));
        Assert.Equal([45L, 43], (await History.LatestAsync(new(1), new(2), 47, 2)).Select(row => row.Position));
    }

    [Fact]
    public async Task A_response_that_history_knows_is_not_swept()
    {
        var keys = await records.Store.Texts.WriteAsync([new(TextPurpose.Response, TextOrigin.Of(new SourceKey(1), 1), "5/7")]);
        await History.WriteAsync([Row(7) with { Response = keys[0] }]);
        Assert.Equal(0, await records.Store.Texts.SweepAsync(Instant.Of(records.Clock.GetUtcNow()) + TimeSpan.FromDays(2)));
        Assert.Equal("5/7", await records.Store.Texts.ReadAsync(keys[0]));
    }

    [Fact]
    public async Task Rows_of_many_partitions_are_kept_in_pieces_beside_a_devices_text()
    {
        records.Scheduler.Hold();
        var history = Task.WhenAll(Enumerable.Range(0, 8).Select(of => History.WriteAsync(
            [.. Enumerable.Range(1, 1_300).Select(i => Row(i) with { Classroom = new(of + 1) })])));
        var text = records.Store.Texts.WriteAsync([new(TextPurpose.Response, TextOrigin.Of(new SourceKey(1), 1), "5/7")]);
        records.Scheduler.LetGo();
        Assert.Single(await text);
        await history;
        for (var of = 1; of <= 8; of++) Assert.Equal(1_300, (await History.ReadAsync(new(of), null, 0, 10_000)).Count);
    }

    private static HistoryRow Row(long position) => new()
    {
        Position = position,
        Classroom = new(1),
        Student = new(1),
        Item = new(1),
        Skills = [new(new(1), 0.5f, 0.5f)],
        Score = 1,
        Kind = EvidenceKind.Practice,
        Attempt = 1,
        FirstAttempt = true,
        At = new(1_000 + position),
        Received = new(2_000 + position),
    };
}
