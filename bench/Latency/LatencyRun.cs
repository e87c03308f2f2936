using LiveClass.Bench.Grains;
using LiveClass.Bench.Serving;

namespace LiveClass.Bench.Latency;

/// <summary>Two servers (deltas at once, and coalesced), a relay, and an append, each with the same classrooms.</summary>
internal sealed class LatencyRun(double secondsBetweenAnswers, TimeSpan window) : IAsyncDisposable
{
    private readonly List<IAsyncDisposable> owned = [];
    private Rooms atOnce = null!;
    private Rooms coalesced = null!;
    private Rooms relay = null!;
    private BareAppends appends = null!;

    /// <summary>Starts and connects everything.</summary>
    public async Task OpenAsync(ScratchFolder scratch, int classrooms)
    {
        atOnce = await ServerAsync(scratch.Folder("at-once"), classrooms, TimeSpan.Zero);
        coalesced = await ServerAsync(scratch.Folder("coalesced"), classrooms, TimeSpan.FromMilliseconds(LatencyResult.BoardInterval));
        var front = await Front.StartAsync(relay: true);
        owned.Add(front);
        owned.Add(relay = await Rooms.ConnectAsync(front, SchoolOf(classrooms), relay: true));
        appends = new BareAppends(scratch.Path);
    }

    /// <summary>One round at a size, forwards or backwards.</summary>
    public async Task<LatencyRound> RoundAsync(int classrooms, bool forwards)
    {
        var answers = Math.Max(1, (int)(classrooms * SchoolShape.Students * window.TotalSeconds / secondsBetweenAnswers));
        var ways = new Func<Task<double[]>>[]
        {
            () => atOnce.MeasureAsync(classrooms, answers, window),
            () => relay.MeasureAsync(classrooms, answers, window),
            () => appends.MeasureAsync(answers, window),
            () => coalesced.MeasureAsync(classrooms, answers, window),
        };
        var figures = new double[ways.Length][];
        for (var turn = 0; turn < ways.Length; turn++)
        {
            var way = forwards ? turn : ways.Length - 1 - turn;
            figures[way] = await ways[way]();
        }

        return new LatencyRound(figures[0], figures[3], figures[1], figures[2]);
    }

    public async ValueTask DisposeAsync()
    {
        for (var i = owned.Count - 1; i >= 0; i--) await owned[i].DisposeAsync();
        appends?.Dispose();
    }

    private static ServedSchool SchoolOf(int classrooms) => new(classrooms * SchoolShape.Students, seed: 1);

    private async Task<Rooms> ServerAsync(string data, int classrooms, TimeSpan boardInterval)
    {
        var school = SchoolOf(classrooms);
        var server = await LiveServer.StartAsync(data, ("LiveClass__BoardInterval", boardInterval.ToString("c")));
        owned.Add(server);
        using (var client = LiveServer.ClientOf(server)) await school.OpenAsync(client);
        var rooms = await Rooms.ConnectAsync(server, school, relay: false);
        owned.Add(rooms);
        return rooms;
    }
}
