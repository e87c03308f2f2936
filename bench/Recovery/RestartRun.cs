using LiveClass.Bench.Measuring;
using LiveClass.Bench.Serving;
using LiveClass.Simulator.Http;

namespace LiveClass.Bench.Recovery;

/// <summary>A server over a long log that is killed under load and started again.</summary>
internal sealed class RestartRun(ScratchFolder scratch, int classrooms, TimeSpan load)
{
    private const int StudentsOfClassroom = 30;
    private const int MostTries = 40;
    private readonly ServedSchool school = new(classrooms * StudentsOfClassroom, seed: 1);
    private readonly string data = scratch.Folder("data");
    private StubbornDevices devices = null!;
    private long filled;
    private int empties;

    public string Data => data;

    /// <summary>Answers in the log.</summary>
    public long Answers => filled + devices.Acknowledged;

    /// <summary>Makes the classrooms, then the log.</summary>
    public async Task PrepareAsync(long answers, IProgress<long> progress)
    {
        devices = new StubbornDevices(school);
        await using (var server = await LiveServer.StartAsync(data))
        {
            using var client = LiveServer.ClientOf(server);
            await school.OpenAsync(client);
            await server.StopAsync();
        }

        filled = await new FilledLog(data, seed: 2).AddAsync(answers, progress);
    }

    /// <summary>Seconds from the start of a process over no data until it is ready.</summary>
    public async Task<double> StartEmptyAsync()
    {
        await using var server = await LiveServer.StartAsync(scratch.Folder($"empty-{++empties}"));
        return server.ReadyAfter.TotalSeconds;
    }

    /// <summary>
    /// Seconds from the start of a process over the log until it is ready. Then every acknowledged answer must be there, and the server is
    /// loaded and killed for the next time.
    /// </summary>
    public async Task<double> RestartAsync()
    {
        await using var server = await LiveServer.StartAsync(data);
        using var client = LiveServer.ClientOf(server);
        await devices.DeliverAsync(client);
        await RequireAllAsync(server);
        var loading = devices.LoadAsync(client);
        await Task.Delay(load, TimeProvider.System);
        await server.KillAsync();
        await loading;
        return server.ReadyAfter.TotalSeconds;
    }

    /// <summary>Starts once more, delivers what was not answered, and stops as one should.</summary>
    public async Task EndAsync()
    {
        await using var server = await LiveServer.StartAsync(data);
        using var client = LiveServer.ClientOf(server);
        await devices.DeliverAsync(client);
        await RequireAllAsync(server);
        await server.StopAsync();
    }

    // A board that nobody watches shows what is in the journal: at most a second later.
    private async Task RequireAllAsync(ChildProcess server)
    {
        using var client = LiveServer.ClientOf(server);
        for (var tries = 0; ; tries++)
        {
            var counted = await CountedAsync(client);
            if (counted == Answers) return;
            BenchFailureException.Unless(
                counted < Answers && tries < MostTries, $"{counted} answers are counted where {Answers} were acknowledged.");
            await Task.Delay(TimeSpan.FromMilliseconds(250), TimeProvider.System);
        }
    }

    private async Task<long> CountedAsync(ServerClient client)
    {
        var counted = 0L;
        for (var room = 0; room < school.Classrooms; room++)
            counted += (await client.BoardAsync(ServedSchool.ClassroomId(room), CancellationToken.None)).Counts.Evidence;
        return counted;
    }
}
