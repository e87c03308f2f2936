using LiveClass.Simulator.Http;

namespace LiveClass.Tests.Unit.Simulator;

public sealed class PatienceTests
{
    [Fact]
    public async Task Waits_double_with_jitter_up_to_the_bound()
    {
        var time = new SteppedTime();
        var tries = 0;
        await new Patience(PatienceOptions.Default, time, 1).KeepTryingAsync(
            _ => ++tries < 9 ? throw new UnavailableException("connection") : Task.FromResult(0), null, CancellationToken.None);
        double[] longest = [100, 200, 400, 800, 1600, 2000, 2000, 2000];
        Assert.Equal(longest.Length, time.Waits.Count);
        for (var i = 0; i < longest.Length; i++) Assert.InRange(time.Waits[i].TotalMilliseconds, longest[i] / 2, longest[i]);
    }

    [Fact]
    public async Task The_servers_own_wait_is_kept()
    {
        var time = new SteppedTime();
        var tries = 0;
        await new Patience(PatienceOptions.Default, time, 1).KeepTryingAsync(
            _ => ++tries == 1 ? throw new UnavailableException("429", TimeSpan.FromSeconds(7)) : Task.FromResult(0), null, CancellationToken.None);
        Assert.Equal(TimeSpan.FromSeconds(7), Assert.Single(time.Waits));
    }

    [Fact]
    public async Task It_gives_up_in_time_and_never_waits_beyond_it()
    {
        var time = new SteppedTime();
        var repeats = 0;
        var failure = await Assert.ThrowsAsync<UnavailableException>(() => new Patience(PatienceOptions.Default, time, 1).KeepTryingAsync<int>(
            static _ => throw new UnavailableException("connection"), _ => repeats++, CancellationToken.None));
        Assert.Equal("connection", failure.Kind);
        Assert.Equal(repeats, time.Waits.Count);
        Assert.InRange(time.Waits.Sum(static wait => wait.TotalSeconds), 100, 120);
    }

    [Fact]
    public async Task Two_senders_do_not_come_back_at_the_same_moment()
    {
        var time = new SteppedTime();
        var patience = new Patience(PatienceOptions.Default, time, 1);
        for (var sender = 0; sender < 2; sender++)
        {
            var tries = 0;
            await patience.KeepTryingAsync(_ => ++tries == 1 ? throw new UnavailableException("503") : Task.FromResult(0), null, CancellationToken.None);
        }
        Assert.NotEqual(time.Waits[0], time.Waits[1]);
    }

    [Fact]
    public async Task A_refusal_is_not_tried_again()
    {
        var tries = 0;
        await Assert.ThrowsAsync<RefusedException>(() => new Patience(PatienceOptions.Default, new SteppedTime(), 1).KeepTryingAsync<int>(
            _ => throw new RefusedException(System.Net.HttpStatusCode.Forbidden, $"Try {++tries}", null), null, CancellationToken.None));
        Assert.Equal(1, tries);
    }
}
