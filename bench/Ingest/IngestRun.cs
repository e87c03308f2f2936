using LiveClass.Bench.Grains;
using LiveClass.Bench.Measuring;
using LiveClass.Bench.Serving;
using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Simulator.Hub;

namespace LiveClass.Bench.Ingest;

/// <summary>A server with its classrooms, a front beside it, and the same devices connected to both.</summary>
internal sealed class IngestRun : IAsyncDisposable
{
    private readonly List<IAsyncDisposable> owned = [];
    private readonly LogReplay replay = new();
    private ServedSchool school = null!;
    private ChildProcess server = null!;
    private ChildProcess front = null!;
    private Fleet toServer = null!;
    private Fleet toFront = null!;
    private StoredRows rows = null!;
    private BareStore store = null!;
    private BareWorld learning = null!;
    private Dictionary<ClassroomKey, int> rooms = [];

    /// <summary>Answers sent so far.</summary>
    public long Sent { get; private set; }

    /// <summary>Starts everything, and sends the first answers so that every child is there and all code is warm.</summary>
    public static async Task<IngestRun> StartAsync(string folder, int devices)
    {
        var run = new IngestRun();
        try
        {
            await run.OpenAsync(folder, devices);
            return run;
        }
        catch (Exception)
        {
            await run.DisposeAsync();
            throw;
        }
    }

    /// <summary>One way of sending, by the server and by its parts, in one order or the other.</summary>
    public async Task<Round> RoundAsync(int batch, int answers, bool byHub, bool serverFirst)
    {
        var mail = new Deliveries(school, batch, answers);
        Cost whole = default, bare = default;
        if (serverFirst) whole = await WholeAsync(mail, byHub);
        bare = await Cost.OfAsync(front, mail.Answers, () => toFront.SendAsync(mail, byHub), () => Task.CompletedTask);
        if (!serverFirst) whole = await WholeAsync(mail, byHub);

        var log = rows.TakeLog();
        var journal = rows.TakeJournal();
        var lines = LinesOf(log);
        BenchFailureException.Unless(lines.Length == mail.Answers, $"The log got {lines.Length} answers where {mail.Answers} were sent.");
        BenchFailureException.Unless(
            journal.Sum(block => block.Count) == log.Sum(block => block.Count), "The journal does not cover the log.");
        return new Round(
            whole, bare,
            Cost.Of(mail.Answers, () => store.Append(log)),
            Cost.Of(mail.Answers, () => store.Append(journal)),
            Cost.Of(mail.Answers, () => learning.Run(lines)));
    }

    /// <summary>Stops the server, and plays its whole log again: every answer must have counted once, and to the same state.</summary>
    public async Task VerifyAsync(string dataDirectory)
    {
        await server.StopAsync();
        BenchFailureException.Unless(replay.Answers == Sent, $"{replay.Answers} answers were counted where {Sent} were sent.");
        using var rest = new StoredRows(dataDirectory);
        await StoredStates.RequireSameAsync(dataDirectory, rest.TakeLog());
    }

    public async ValueTask DisposeAsync()
    {
        for (var i = owned.Count - 1; i >= 0; i--) await owned[i].DisposeAsync();
        rows?.Dispose();
        store?.Dispose();
    }

    private async Task OpenAsync(string folder, int devices)
    {
        var data = Directory.CreateDirectory(Path.Combine(folder, "data")).FullName;
        school = new ServedSchool(devices, seed: 1);
        owned.Add(server = await LiveServer.StartAsync(data));
        owned.Add(front = await Front.StartAsync());
        using (var client = LiveServer.ClientOf(server)) await school.OpenAsync(client);
        owned.Add(toServer = await Fleet.ConnectAsync(server, devices));
        owned.Add(toFront = await Fleet.ConnectAsync(front, devices));
        await WatchAsync();

        rows = new StoredRows(data);
        store = new BareStore(folder);
        var first = new Deliveries(school, batch: 20, answers: devices * 40);
        await WholeAsync(first, byHub: false);
        await toFront.SendAsync(first, byHub: false);
        Play(rows.TakeLog());
        rows.TakeJournal();
        var states = replay.States.ToArray();
        learning = new BareWorld([.. states.Select(state => new BareRoom(state))]);
        rooms = states.Select((state, i) => (state.Key, i)).ToDictionary(pair => pair.Key, pair => pair.i);
    }

    // A teacher looks at every classroom, so that its board is made.
    private async Task WatchAsync()
    {
        for (var room = 0; room < school.Classrooms; room++)
        {
            var teacher = await ClassroomHubClient.ConnectAsync(server.Address, LiveServer.Key);
            owned.Add(teacher);
            await teacher.WatchAsync(ServedSchool.ClassroomId(room));
        }
    }

    private async Task<Cost> WholeAsync(Deliveries mail, bool byHub)
    {
        Sent += mail.Answers;
        return await Cost.OfAsync(server, mail.Answers, () => toServer.SendAsync(mail, byHub), rows.SettleAsync);
    }

    private void Play(List<LogBlock> blocks)
    {
        foreach (var block in blocks.OrderBy(b => b.Partition).ThenBy(b => b.First)) replay.Play(block);
    }

    private AnswerStream.Line[] LinesOf(List<LogBlock> blocks)
    {
        var lines = new List<AnswerStream.Line>();
        foreach (var block in blocks)
        {
            var entries = new EntryCursor(block.Body.Span, block.First);
            var room = rooms[block.Classroom];
            while (entries.MoveNext())
            {
                if (EntryFormat.KindOf(entries.Current) != EntryKind.Evidence) continue;
                lines.Add(learning.Rooms[room].Place(room, block.Received, EntryFormat.ReadEvidence(entries.Current)));
            }
        }

        Play(blocks);
        return [.. lines];
    }
}
