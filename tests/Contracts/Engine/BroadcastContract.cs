using System.Text;
using LiveClass.Engine.InProcess;
using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;

namespace LiveClass.Tests.Contracts.Engine;

public sealed class InProcessBroadcastTests : BroadcastContract
{
    protected override IBroadcast Make(int atMost) => new InProcessBroadcast(atMost);
}

public abstract class BroadcastContract
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    protected abstract IBroadcast Make(int atMost);

    private static DeltaMessage Delta(int room, long to) => new(new ClassroomKey(room), to - 1, to, 1, Encoding.UTF8.GetBytes("d"));

    private static List<T> Drain<T>(ISubscription<T> subscription)
        where T : class
    {
        var messages = new List<T>();
        while (subscription.TryRead(out var message)) messages.Add(message);
        return messages;
    }

    [Fact]
    public void An_audience_gets_what_its_classroom_publishes_in_order()
    {
        var broadcast = Make(10);
        using var mine = broadcast.Subscribe(new ClassroomKey(1));
        using var others = broadcast.Subscribe(new ClassroomKey(2));
        var step = new NextStepMessage(new ClassroomKey(1), new StudentKey(7), 3, 1, default);
        broadcast.Publish(Delta(1, 1));
        broadcast.Publish(step);
        broadcast.Publish(Delta(1, 2));

        Assert.Equal([Delta(1, 1).To, 3, 2], Drain(mine).Select(message => message is DeltaMessage delta ? delta.To : ((NextStepMessage)message).Version));
        Assert.Empty(Drain(others));
    }

    [Fact]
    public void Everyone_who_subscribed_gets_the_same_message()
    {
        var broadcast = Make(10);
        using var first = broadcast.Subscribe(new ClassroomKey(1));
        using var second = broadcast.Subscribe(new ClassroomKey(1));
        broadcast.Publish(Delta(1, 1));

        Assert.Same(Drain(first).Single(), Drain(second).Single());
    }

    [Fact]
    public void A_slow_subscriber_loses_the_oldest_and_is_told_while_a_quick_one_loses_nothing()
    {
        var broadcast = Make(3);
        using var slow = broadcast.Subscribe(new ClassroomKey(1));
        using var quick = broadcast.Subscribe(new ClassroomKey(1));
        var got = new List<object>();
        for (var to = 1; to <= 8; to++)
        {
            broadcast.Publish(Delta(1, to));
            got.AddRange(Drain(quick));
        }

        Assert.Equal(8, got.Count);
        Assert.Equal(0, quick.Dropped);
        Assert.Equal([6L, 7L, 8L], Drain(slow).Select(message => ((DeltaMessage)message).To));
        Assert.Equal(5, slow.Dropped);
    }

    [Fact]
    public async Task A_waiting_subscriber_is_woken()
    {
        var broadcast = Make(3);
        using var subscription = broadcast.Subscribe(new ClassroomKey(1));
        var wait = subscription.WaitAsync().AsTask();
        Assert.False(wait.IsCompleted);
        broadcast.Publish(Delta(1, 1));

        Assert.True(await wait.WaitAsync(Soon));
        Assert.True(await subscription.WaitAsync(), "what was not taken is still there");
    }

    [Fact]
    public async Task Leaving_ends_the_wait_and_nothing_comes_after_it()
    {
        var broadcast = Make(3);
        var subscription = broadcast.Subscribe(new ClassroomKey(1));
        var wait = subscription.WaitAsync().AsTask();
        subscription.Dispose();
        subscription.Dispose();
        broadcast.Publish(Delta(1, 1));

        Assert.False(await wait.WaitAsync(Soon));
        Assert.False(subscription.TryRead(out _));
        Assert.False(await subscription.WaitAsync());
    }

    [Fact]
    public async Task A_wait_can_be_given_up_and_begun_again()
    {
        var broadcast = Make(3);
        using var subscription = broadcast.Subscribe(new ClassroomKey(1));
        using var giveUp = new CancellationTokenSource();
        var wait = subscription.WaitAsync(giveUp.Token).AsTask();
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait.WaitAsync(Soon));

        var again = subscription.WaitAsync().AsTask();
        broadcast.Publish(Delta(1, 1));
        Assert.True(await again.WaitAsync(Soon));
    }

    [Fact]
    public void Turns_of_every_partition_reach_every_subscriber()
    {
        var broadcast = Make(3);
        using var first = broadcast.SubscribeTurns();
        using var second = broadcast.SubscribeTurns();
        broadcast.Publish(new TurnsMessage(5, 0, 9, []));
        second.Dispose();
        broadcast.Publish(new TurnsMessage(6, 0, 4, []));

        Assert.Equal([5, 6], Drain(first).Select(message => message.Partition));
        Assert.Empty(Drain(second));
    }

    [Fact]
    public async Task Many_who_come_and_go_while_it_publishes_leave_the_others_whole()
    {
        var broadcast = Make(100_000);
        using var steady = broadcast.Subscribe(new ClassroomKey(1));
        var publishing = Task.Factory.StartNew(
            () =>
            {
                for (var to = 1; to <= 20_000; to++) broadcast.Publish(Delta(1, to));
            },
            CancellationToken.None, TaskCreationOptions.None, TaskScheduler.Default);
        for (var i = 0; i < 500; i++) broadcast.Subscribe(new ClassroomKey(1)).Dispose();
        await publishing;

        Assert.Equal(Enumerable.Range(1, 20_000).Select(to => (long)to), Drain(steady).Select(message => ((DeltaMessage)message).To));
    }
}
