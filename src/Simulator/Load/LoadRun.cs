using System.Collections.Immutable;
using LiveClass.Simulator.Http;
using LiveClass.Simulator.Receipts;

namespace LiveClass.Simulator.Load;

/// <summary>
/// Sends an open-loop load. Latency is from when an answer was due to its acknowledgement, so a server that stalls is charged for all who
/// waited, and so is a late timer here. At most <see cref="MostOnTheirWay"/> answers are on their way; beyond that sending waits, and the wait counts too.
/// </summary>
public sealed class LoadRun(ServerClient client, Patience patience, IEvidencePath path, TimeProvider time)
{
    /// <summary>The most answers on their way at once.</summary>
    public const int MostOnTheirWay = 4_096;

    private readonly Tally tally = new();
    private readonly Latencies latencies = new();

    /// <summary>Makes the classrooms, sends the load and checks the counts.</summary>
    public async Task<Receipt> RunAsync(LoadPlan plan, Action<long> progress, CancellationToken cancellation)
    {
        ImmutableArray<string> classrooms = [.. Enumerable.Range(0, plan.ClassroomCount).Select(LoadPlan.ClassroomId)];
        for (var i = 0; i < classrooms.Length; i++)
        {
            var (id, body) = (classrooms[i], plan.Classroom(i));
            await patience.KeepTryingAsync(stop => client.PutClassroomAsync(id, body, stop), cancellation);
        }
        var counts = new CountReader(client, patience, time);
        var before = await counts.ReadAsync(classrooms, cancellation);
        var lessons = new Lessons(client, patience, time);
        foreach (var classroom in classrooms) await lessons.StartAsync(classroom, LoadPlan.Skills, cancellation);

        var started = time.GetTimestamp();
        var (failure, taken) = await SendAllAsync(plan, started, progress, cancellation);
        var receipt = new Receipt
        {
            Command = "load",
            Error = failure,
            Classrooms = classrooms.Length,
            Students = plan.Students,
            Planned = plan.Total,
            Figures = tally.Read(),
            Seconds = time.GetElapsedTime(started).TotalSeconds,
            Latency = latencies.Read(),
            More = new Dictionary<string, double>(StringComparer.Ordinal) { ["offeredPerSecond"] = plan.Rate },
        };
        if (failure is not null) return receipt;
        // The sources are this run's own and all was acknowledged, so what was not rejected is new in the counts, each once.
        ImmutableArray<ExpectedCount> expected = [.. classrooms.Select(classroom => Expect(before[classroom].Evidence + taken[classroom], classroom))];
        var after = await counts.SettleAsync(expected, TimeSpan.FromSeconds(10), cancellation);
        return receipt with { Server = ServerCounts.Of(expected, before, after), Differences = CountCheck.Compare(expected, before, after) };
    }

    private static ExpectedCount Expect(long count, string classroom) => new(classroom, count, count);

    private async Task<(string? Failure, Dictionary<string, long> Taken)> SendAllAsync(
        LoadPlan plan, long started, Action<long> progress, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var room = new SemaphoreSlim(MostOnTheirWay, MostOnTheirWay);
        var gate = new Lock();
        var taken = Enumerable.Range(0, plan.ClassroomCount).ToDictionary(LoadPlan.ClassroomId, static _ => 0L, StringComparer.Ordinal);
        var delivery = new Delivery(path, patience, tally, latencies, time);
        var acknowledged = 0L;
        string? failure = null;
        try
        {
            for (var answer = 0; answer < plan.Total; answer++)
            {
                var wait = plan.Due(answer) - time.GetElapsedTime(started);
                if (wait > TimeSpan.Zero) await Task.Delay(wait, time, stop.Token);
                await room.WaitAsync(stop.Token);
                _ = SendOneAsync(plan.Answer(answer), started + (long)(plan.Due(answer).TotalSeconds * time.TimestampFrequency));
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // What is on its way ends first.
        }
        for (var place = 0; place < MostOnTheirWay; place++) await room.WaitAsync(CancellationToken.None);
        return (failure ?? (cancellation.IsCancellationRequested ? Receipt.Stopped : null), taken);

        async Task SendOneAsync(EvidenceItem item, long due)
        {
            try
            {
                var reply = await delivery.DeliverAsync([item], due, stop.Token);
                lock (gate) taken[item.Classroom] += reply.Accepted + reply.Duplicates;
                progress(Interlocked.Increment(ref acknowledged));
            }
            catch (Exception broken) when (broken is UnavailableException or RefusedException or InvalidDataException)
            {
                Interlocked.CompareExchange(ref failure, broken.Message, null);
                await stop.CancelAsync();
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // Another answer's failure ended the run, or the caller did; both are told after the loop.
            }
            finally
            {
                room.Release();
            }
        }
    }
}
