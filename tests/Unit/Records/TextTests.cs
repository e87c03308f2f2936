using LiveClass.Grains.Abstractions;
using LiveClass.Records.Texts;

namespace LiveClass.Tests.Unit.Records;

public sealed class TextTests : IDisposable
{
    private readonly OpenedRecords records = new();

    private TextStore Texts => records.Store.Texts;

    private Instant Now => Instant.Of(records.Clock.GetUtcNow());

    public void Dispose() => records.Dispose();

    [Fact]
    public async Task A_repeat_of_an_answers_text_overwrites_itself()
    {
        var first = await Texts.WriteAsync([Answer(1, "5/7"), Answer(2, "3/4")]);
        var second = await Texts.WriteAsync([Answer(2, "3/4"), Answer(1, "5/7")]);
        Assert.Equal([first[1], first[0]], second);
        Assert.Equal("5/7", await Texts.ReadAsync(first[0]));
        Assert.Equal(2, (await Texts.ReadAsync([.. first, new TextKey(99)])).Count);
    }

    [Fact]
    public async Task A_repeat_of_a_commands_text_overwrites_itself_and_purposes_are_apart()
    {
        var command = TextOrigin.Of(new CommandKey(UInt128.MaxValue - 5));
        var first = await Texts.WriteAsync([new(TextPurpose.Text, command, "same"), new(TextPurpose.Reason, command, "same")]);
        Assert.NotEqual(first[0], first[1]);
        Assert.Equal(first, await Texts.WriteAsync([new(TextPurpose.Text, command, "same"), new(TextPurpose.Reason, command, "same")]));
    }

    [Fact]
    public async Task Another_text_under_the_same_origin_cannot_change_what_was_acknowledged()
    {
        var first = await Texts.WriteAsync([Answer(1, "5/7")]);
        var forged = await Texts.WriteAsync([Answer(1, "7/5")]);
        Assert.NotEqual(first[0], forged[0]);
        Assert.Equal("5/7", await Texts.ReadAsync(first[0]));
    }

    [Fact]
    public async Task The_sweep_takes_what_has_no_entry_after_its_time_and_nothing_else()
    {
        var linked = await Texts.WriteAsync([Answer(1, "linked")]);
        var orphan = await Texts.WriteAsync([Answer(2, "orphan")]);
        var repeated = await Texts.WriteAsync([Answer(3, "repeated")]);
        await Texts.LinkAsync(linked);
        var dayLater = Now + TimeSpan.FromDays(1);
        records.Clock.Move(TimeSpan.FromDays(1));
        Assert.Equal(repeated, await Texts.WriteAsync([Answer(3, "repeated")]));
        Assert.Equal(1, await Texts.SweepAsync(dayLater));
        Assert.Null(await Texts.ReadAsync(orphan[0]));
        Assert.Equal("linked", await Texts.ReadAsync(linked[0]));
        Assert.Equal("repeated", await Texts.ReadAsync(repeated[0]));
    }

    [Fact]
    public async Task A_thousand_writers_who_wait_share_one_commit_and_lose_nothing()
    {
        var before = records.Store.Commits;
        records.Scheduler.Hold();
        var writing = Enumerable.Range(1, 1_000).Select(i => Texts.WriteAsync([Answer(i, $"text {i}")]).AsTask()).ToList();
        Assert.DoesNotContain(writing, task => task.IsCompleted);
        records.Scheduler.LetGo();
        var all = await Task.WhenAll(writing);
        Assert.Equal(1_000, all.Select(keys => keys[0]).Distinct().Count());
        Assert.Equal(1, records.Store.Commits - before);
        records.Reopen();
        var read = await Texts.ReadAsync([.. all.Select(keys => keys[0])]);
        for (var i = 0; i < 1_000; i++) Assert.Equal($"text {i + 1}", read[all[i][0]]);
    }

    [Fact]
    public async Task One_writers_mistake_does_not_take_the_others_text()
    {
        records.Scheduler.Hold();
        var good = new List<Task<IReadOnlyList<TextKey>>>();
        var bad = new List<Task>();
        for (var i = 1; i <= 20; i++)
        {
            good.Add(Texts.WriteAsync([Answer(i, "good")]).AsTask());
            bad.Add(records.Store.Items.FindOrLearnAsync(records.School, [new($"i{i}", [new SkillKey(999)])]).AsTask());
        }

        records.Scheduler.LetGo();
        foreach (var mistake in bad) await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => mistake);
        foreach (var keys in await Task.WhenAll(good)) Assert.Equal("good", await Texts.ReadAsync(keys[0]));
        Assert.True(records.Store.Condition.Ready);
        Assert.False(records.Store.Items.TryFind(records.School, "i1", out _));
    }

    [Fact]
    public async Task A_text_that_is_too_long_or_comes_with_nothing_is_a_callers_mistake()
    {
        await Assert.ThrowsAsync<ArgumentException>(async () => await Texts.WriteAsync([Answer(1, new('x', TextStore.Longest + 1))]));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Texts.WriteAsync([new(TextPurpose.Text, default, "x")]));
    }

    private static NewText Answer(long sequence, string text) => new(TextPurpose.Response, TextOrigin.Of(new SourceKey(7), sequence), text);
}
