using System.Collections.Immutable;
using LiveClass.Simulator.Checking;
using LiveClass.Simulator.Http;
using LiveClass.Simulator.Receipts;

namespace LiveClass.Simulator.Replay;

/// <summary>How a replay is sent.</summary>
/// <param name="Pace">How fast.</param>
/// <param name="Senders">How many batches are on their way at once, over all classrooms.</param>
/// <param name="BatchSize">The most answers in a batch, 1 to 1,000.</param>
/// <param name="Standstill">How long the server's counts may stand still, wrong, before the check gives up.</param>
public sealed record ReplayOptions(Pace Pace, int Senders, int BatchSize, TimeSpan Standstill);

/// <summary>
/// Makes the classrooms, starts their lessons, plays the log, and holds the server's counts against what was sent. The
/// answers of one classroom go in the log's order, one batch at a time.
/// </summary>
public sealed class ReplayRun(ServerClient client, Patience patience, Delivery delivery, Tally tally, Latencies latencies, TimeProvider time, ReplayOptions options)
{
    /// <summary>Plays a plan to its end with a fresh tally.</summary>
    /// <param name="client">The server.</param>
    /// <param name="patience">How failures are met.</param>
    /// <param name="time">The clock of pace, waits and figures.</param>
    /// <param name="options">How it is sent.</param>
    /// <param name="plan">What is sent.</param>
    /// <param name="ledger">Notes what was acknowledged; null where nobody asks.</param>
    /// <param name="progress">Told how many answers were acknowledged.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static async Task<Receipt> PlayAsync(
        ServerClient client, Patience patience, TimeProvider time, ReplayOptions options, ReplayPlan plan, Ledger? ledger, Action<long> progress,
        CancellationToken cancellation)
    {
        var tally = new Tally();
        var latencies = new Latencies();
        using var path = new HttpPath(client, options.Senders);
        var delivery = new Delivery(path, patience, tally, latencies, time, ledger);
        return await new ReplayRun(client, patience, delivery, tally, latencies, time, options).RunAsync(plan, progress, cancellation);
    }

    /// <summary>Plays a plan to its end.</summary>
    /// <param name="plan">What is sent.</param>
    /// <param name="progress">Told how many answers were acknowledged.</param>
    /// <param name="cancellation">Ends it early.</param>
    public async Task<Receipt> RunAsync(ReplayPlan plan, Action<long> progress, CancellationToken cancellation)
    {
        foreach (var classroom in plan.Classrooms) await patience.KeepTryingAsync(stop => client.PutClassroomAsync(classroom.Id, classroom.ToBody(), stop), cancellation);
        var counts = new CountReader(client, patience, time);
        var before = await counts.ReadAsync(plan.Classrooms.Select(static classroom => classroom.Id), cancellation);
        var lessons = new Lessons(client, patience, time);
        foreach (var classroom in plan.Classrooms) await lessons.StartAsync(classroom.Id, classroom.Targets, cancellation);

        var started = time.GetTimestamp();
        var failure = await PlayAllAsync(plan, progress, cancellation);
        var seconds = time.GetElapsedTime(started).TotalSeconds;
        var receipt = new Receipt
        {
            Command = "replay",
            Error = failure,
            Classrooms = plan.Classrooms.Length,
            Students = plan.Classrooms.Sum(static classroom => classroom.Students.Length),
            Planned = plan.Total,
            Figures = tally.Read(),
            Seconds = seconds,
            Latency = latencies.Read(),
        };
        return failure is null ? await CheckAsync(receipt, plan, counts, before, cancellation) : receipt;
    }

    // A classroom of a replay is fed by one seed alone, so whatever ran before, broken off or whole, it must have counted each of its
    // distinct (source, sequence) once: after a first run what was sent, after a repeated run the same as before.
    private async Task<Receipt> CheckAsync(
        Receipt receipt, ReplayPlan plan, CountReader counts, IReadOnlyDictionary<string, BoardCounts> before, CancellationToken cancellation)
    {
        ImmutableArray<ExpectedCount> expected =
            [.. plan.Classrooms.Select(static classroom => new ExpectedCount(classroom.Id, classroom.Answers.Length, classroom.Answers.Length))];
        var after = await counts.SettleAsync(expected, options.Standstill, cancellation);
        return receipt with
        {
            Server = ServerCounts.Of(expected, before, after),
            Differences = CountCheck.Compare(expected, before, after),
        };
    }

    private async Task<string?> PlayAllAsync(ReplayPlan plan, Action<long> progress, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var started = time.GetTimestamp();
        var acknowledged = 0L;
        string? failure = null;
        await Task.WhenAll(plan.Classrooms.Select(PlayUntilFailureAsync));
        return failure ?? (cancellation.IsCancellationRequested ? Receipt.Stopped : null);

        async Task PlayUntilFailureAsync(ReplayClassroom classroom)
        {
            try
            {
                await PlayAsync(plan, classroom, started, count => progress(Interlocked.Add(ref acknowledged, count)), stop.Token);
            }
            catch (Exception broken) when (broken is UnavailableException or RefusedException or InvalidDataException)
            {
                // What the others have on its way is given up as well: the run is lost, and the first reason is the one to tell.
                Interlocked.CompareExchange(ref failure, broken.Message, null);
                await stop.CancelAsync();
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // Another classroom's failure ended the run, or the caller did.
            }
        }
    }

    private async Task PlayAsync(ReplayPlan plan, ReplayClassroom classroom, long started, Action<int> acknowledged, CancellationToken cancellation)
    {
        var batch = new List<EvidenceItem>(options.BatchSize);
        for (var next = 0; next < classroom.Answers.Length;)
        {
            var wait = options.Pace.Due(plan, next, classroom.Answers[next]) - time.GetElapsedTime(started);
            if (wait > TimeSpan.Zero) await Task.Delay(wait, time, cancellation);
            var now = time.GetElapsedTime(started);
            batch.Clear();
            do batch.Add(classroom.Answers[next++].Item);
            while (next < classroom.Answers.Length && batch.Count < options.BatchSize && options.Pace.Due(plan, next, classroom.Answers[next]) <= now);
            await delivery.DeliverAsync(batch, null, cancellation);
            acknowledged(batch.Count);
        }
    }
}
