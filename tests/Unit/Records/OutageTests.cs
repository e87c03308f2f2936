using LiveClass.Grains.Abstractions;
using LiveClass.Records;
using LiveClass.Records.Texts;
using Microsoft.Data.Sqlite;

namespace LiveClass.Tests.Unit.Records;

public sealed class OutageTests
{
    [Fact]
    public async Task A_full_store_acknowledges_nothing_keeps_what_it_had_and_heals_by_itself()
    {
        using var records = new OpenedRecords(maxBytes: 1_000_000);
        var kept = new List<(TextKey Key, string Text)>();
        var refused = await Assert.ThrowsAsync<RecordsUnavailableException>(async () =>
        {
            for (var i = 1; i < 1_000; i++)
            {
                var text = $"{i} {new string('x', 3_900)}";
                kept.Add(((await records.Store.Texts.WriteAsync([Text(i, text)]))[0], text));
            }
        });
        Assert.Contains("full", refused.Message, StringComparison.Ordinal);
        Assert.False(records.Store.Condition.Ready);
        Assert.Contains("Make room", records.Store.Condition.Detail, StringComparison.Ordinal);
        Assert.NotEmpty(kept);
        foreach (var (key, text) in kept) Assert.Equal(text, await records.Store.Texts.ReadAsync(key));

        records.Clock.Move(TimeSpan.FromDays(2));
        await records.Store.Texts.SweepAsync(Instant.Of(records.Clock.GetUtcNow()));
        Assert.True(records.Store.Condition.Ready);
        Assert.Single(await records.Store.Texts.WriteAsync([Text(1, "again")]));
    }

    [Fact]
    public async Task A_locked_file_is_unavailable_until_it_is_let_go()
    {
        using var records = new OpenedRecords();
        using (var other = new SqliteConnection($"Data Source={records.Options.Path};Pooling=False"))
        {
            other.Open();
            using var held = other.BeginTransaction();
            var refused = await Assert.ThrowsAsync<RecordsUnavailableException>(async () => await records.Store.Texts.WriteAsync([Text(1, "x")]));
            Assert.Contains("locked", refused.Message, StringComparison.Ordinal);
            Assert.Null(await records.Store.Texts.ReadAsync(new TextKey(1)));
            Assert.False(records.Store.Condition.Ready);
        }

        Assert.Single(await records.Store.Texts.WriteAsync([Text(1, "x")]));
        Assert.True(records.Store.Condition.Ready);
    }

    [Fact]
    public async Task A_store_that_nobody_writes_to_finds_out_by_itself_that_it_works_again()
    {
        using var records = new OpenedRecords();
        using (var other = new SqliteConnection($"Data Source={records.Options.Path};Pooling=False"))
        {
            other.Open();
            using var held = other.BeginTransaction();
            await Assert.ThrowsAsync<RecordsUnavailableException>(async () => await records.Store.Texts.WriteAsync([Text(1, "x")]));
        }

        records.Clock.Move(TimeSpan.FromSeconds(2));
        records.Store.Dispose();
        Assert.True(records.Store.Condition.Ready);
    }

    [Fact]
    public void A_closed_store_says_so()
    {
        var records = new OpenedRecords();
        records.Dispose();
        Assert.Throws<RecordsUnavailableException>(() => { _ = records.Store.Schools.FindOrCreateAsync("late").GetAwaiter().GetResult(); });
    }

    private static NewText Text(long sequence, string text) => new(TextPurpose.Response, TextOrigin.Of(new(1), sequence), text);
}
