using System.Text.Json.Serialization.Metadata;
using LiveClass.Grains.Abstractions.Views;
using LiveClass.Web.Hubs;

namespace LiveClass.Tests.Unit.Web;

public class ScreenTests
{
    private readonly SlowClient client = new();
    private string newest = "newest";

    [Fact]
    public void A_quick_screen_gets_every_change()
    {
        var screen = new Screen(client, Newest);

        foreach (var change in new[] { "a", "b", "c" })
        {
            screen.Send(View(change), whole: false);
            client.FinishOne();
        }

        Assert.Equal(["delta a", "delta b", "delta c"], client.Calls);
    }

    [Fact]
    public void A_slow_screen_gets_the_newest_board_and_not_the_backlog()
    {
        var screen = new Screen(client, Newest);
        foreach (var change in Enumerable.Range(0, 1000)) screen.Send(View($"{change}"), whole: false);
        Assert.Single(client.Calls);

        newest = "board of now";
        client.FinishOne();
        Assert.Equal(["delta 0", "snapshot board of now"], client.Calls);
        client.FinishOne();
        screen.Send(View("next"), whole: false);

        Assert.Equal(["delta 0", "snapshot board of now", "delta next"], client.Calls);
    }

    [Fact]
    public void What_changes_while_the_newest_board_is_under_way_makes_it_behind_again()
    {
        var screen = new Screen(client, Newest);
        screen.Send(View("a"), whole: false);
        screen.Send(View("b"), whole: false);
        client.FinishOne();
        screen.Send(View("c"), whole: false);
        newest = "later";
        client.FinishOne();

        Assert.Equal(["delta a", "snapshot newest", "snapshot later"], client.Calls);
    }

    private ValueTask<WireView> Newest() => ValueTask.FromResult(View(newest));

    private static WireView View(string text) => WireView.Of(text, (JsonTypeInfo<string>)ViewJson.Default.GetTypeInfo(typeof(string))!);

    /// <summary>A connection whose sends end when the test says so.</summary>
    private sealed class SlowClient : IClassroomClient
    {
        private TaskCompletionSource sending = new();

        public List<string> Calls { get; } = [];

        public void FinishOne()
        {
            var ended = sending;
            sending = new TaskCompletionSource();
            ended.SetResult();
        }

        public Task Snapshot(WireView board) => Add("snapshot", board);

        public Task Delta(WireView delta) => Add("delta", delta);

        public Task NextStep(CardView card) => throw new NotSupportedException();

        public Task Rotation(RotationView rotation) => throw new NotSupportedException();

        public Task Joining(LiveClass.Web.Joining.JoiningView joining) => throw new NotSupportedException();

        public Task Revoked(string reason) => throw new NotSupportedException();

        private Task Add(string call, WireView view)
        {
            Calls.Add($"{call} {System.Text.Json.JsonSerializer.Deserialize<string>(view.Json)}");
            return sending.Task;
        }
    }
}
