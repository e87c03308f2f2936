using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Tests.Simulation.Owners;

/// <summary>The clock is the owner's, and its word goes through the log.</summary>
public sealed class LessonClockTests
{
    [Fact]
    public void A_lesson_ends_at_its_planned_end_by_itself() => Stage.Play(async stage =>
    {
        await stage.StartAsync();
        var end = stage.Now + TimeSpan.FromMinutes(30);
        await stage.CommandAsync(new StartLesson([], end, LessonBlockKind.Flex));
        await stage.PassAsync(29);
        Assert.True((await stage.StateAsync()).LessonRuns);
        await stage.PassAsync(1.1);
        var lesson = (await stage.StateAsync()).Lesson!;
        Assert.False(lesson.Running);
        Assert.Equal(end, lesson.EndedAt);
    });

    [Fact]
    public void A_lesson_without_an_end_ends_an_hour_after_the_last_answer() => Stage.Play(async stage =>
    {
        await stage.StartAsync();
        await stage.CommandAsync(new StartLesson([], default, LessonBlockKind.Flex));
        await stage.PassAsync(50);
        await stage.AnswerAsync(Stage.Ana, 1);
        await stage.PassAsync(59);
        Assert.True((await stage.StateAsync()).LessonRuns);
        await stage.PassAsync(2);
        Assert.False((await stage.StateAsync()).LessonRuns);
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_lesson_that_fell_due_while_nobody_ran_ends_once_at_the_next_start(bool crashed) => Stage.Play(async stage =>
    {
        await stage.StartAsync();
        var end = stage.Now + TimeSpan.FromMinutes(30);
        await stage.CommandAsync(new StartLesson([], end, LessonBlockKind.Flex));
        await stage.SettleAsync();
        if (crashed) stage.Crash();
        else await stage.Server.DisposeAsync();
        await stage.PassAsync(120);
        await stage.StartAsync(configure: false);
        await stage.PassAsync(.2);
        var state = await stage.StateAsync();
        Assert.Equal(end, state.Lesson!.EndedAt);
        Assert.Equal(1, await EndsAsync(stage));
    });

    [Fact]
    public void Idleness_is_noticed_when_it_falls_due() => Stage.Play(async stage =>
    {
        await BeginAsync(stage);
        await stage.PassAsync(4.9);
        Assert.Equal(0, (await stage.StateAsync()).Find(Stage.Ana)!.Help.Count);
        await stage.PassAsync(.2);
        Assert.Equal(HelpReason.Idle, (await stage.StateAsync()).Find(Stage.Ana)!.Help[0].Reason);
    });

    [Fact]
    public void Idleness_is_noticed_even_where_another_s_answer_comes_between_its_due_and_the_clock() => Stage.Play(async stage =>
    {
        await BeginAsync(stage);
        stage.Machine.JumpClock(TimeSpan.FromMinutes(6)); // past the due, before the owner's timer
        await stage.AnswerAsync(Stage.Ben, 1);
        await stage.PassAsync(.1);
        Assert.Equal(HelpReason.Idle, (await stage.StateAsync()).Find(Stage.Ana)!.Help[0].Reason);
    });

    [Fact]
    public void A_clock_that_is_set_back_holds_up_neither_boards_nor_the_journal() => Stage.Play(async stage =>
    {
        await BeginAsync(stage);
        using var deltas = stage.Server.Broadcast.Subscribe(Stage.Room);
        stage.Machine.JumpClock(TimeSpan.FromHours(-3));
        var last = await stage.AnswerAsync(Stage.Ana, 2);
        await stage.PassAsync(.05);
        Assert.True(deltas.TryRead(out _));
        Assert.Equal(last, (await stage.StateAsync()).Version);
    });

    // Ana has answered once, in a flex block: idle after 5 minutes.
    private static async Task BeginAsync(Stage stage)
    {
        await stage.StartAsync();
        await stage.CommandAsync(new StartLesson([], default, LessonBlockKind.Flex));
        await stage.AnswerAsync(Stage.Ana, 1);
        await stage.SettleAsync();
    }

    private static async Task<int> EndsAsync(Stage stage)
    {
        var ends = 0;
        foreach (var block in await stage.Server.Ports.Journal.ReadClassroomAsync(Stage.Room, 0, 1 << 20))
            ends += System.Text.Encoding.UTF8.GetString(block.Body.Span).Split("\"lessonEnded\"").Length - 1;
        return ends;
    }
}
