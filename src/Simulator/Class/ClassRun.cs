using System.Collections.Immutable;
using LiveClass.Simulator.Http;
using LiveClass.Simulator.Receipts;

namespace LiveClass.Simulator.Class;

/// <summary>What kind of class is simulated.</summary>
/// <param name="Classroom">The classroom's id.</param>
/// <param name="Run">Makes the sources of this run its own.</param>
/// <param name="Students">How many students.</param>
/// <param name="Length">How long the class lasts, by its own clock.</param>
/// <param name="Tempo">How many seconds of the class pass in one; 1 is real time.</param>
/// <param name="Seed">Decides abilities and behaviour.</param>
public sealed record ClassOptions(string Classroom, string Run, int Students, TimeSpan Length, double Tempo, int Seed);

/// <summary>Makes a class of students with hidden abilities who do what their next-step card says, and lets it live for a lesson.</summary>
public sealed class ClassRun(ServerClient client, Patience patience, IEvidencePath path, TimeProvider time)
{
    private readonly Tally tally = new();
    private readonly Latencies latencies = new();

    /// <summary>Makes the class, lets it work, and checks the counts.</summary>
    public async Task<Receipt> RunAsync(ClassOptions options, Action<long> progress, CancellationToken cancellation)
    {
        var ids = Enumerable.Range(1, options.Students).Select(number => $"{options.Classroom}-s{number:D2}").ToArray();
        var body = InventedProgression.ToClassroom(options.Classroom, ids.Select(static (id, index) => new StudentBody(id, InventedNames.Of(index))));
        await patience.KeepTryingAsync(stop => client.PutClassroomAsync(options.Classroom, body, stop), cancellation);
        await patience.KeepTryingAsync(stop => client.PutItemsAsync(InventedProgression.ToItems(), stop), cancellation);
        var counts = new CountReader(client, patience, time);
        var before = await counts.ReadAsync([options.Classroom], cancellation);
        var lessons = new Lessons(client, patience, time);
        await lessons.StartAsync(options.Classroom, [.. InventedProgression.Skills.Select(static skill => skill.Id)], cancellation);

        var tools = new StudentTools(
            options.Classroom,
            new BoardFeed(client, patience, options.Classroom, TimeSpan.FromSeconds(Math.Max(0.1, 1 / options.Tempo)), time),
            new Delivery(path, patience, tally, latencies, time),
            lessons,
            time,
            options.Tempo)
        {
            Progress = progress,
        };
        var started = time.GetTimestamp();
        var failure = await LiveAsync(options, ids, tools, cancellation);
        var figures = tally.Read();
        var receipt = new Receipt
        {
            Command = "class",
            Error = failure,
            Classrooms = 1,
            Students = ids.Length,
            Planned = figures.Sent,
            Figures = figures,
            Seconds = time.GetElapsedTime(started).TotalSeconds,
            Latency = latencies.Read(),
            More = tools.Read(),
        };
        return failure is null ? await CheckAsync(receipt, options.Classroom, counts, before, cancellation) : receipt;
    }

    // The sources are this run's own, so each answer that was taken is new in the count.
    private static async Task<Receipt> CheckAsync(
        Receipt receipt, string classroom, CountReader counts, IReadOnlyDictionary<string, BoardCounts> before, CancellationToken cancellation)
    {
        var must = before[classroom].Evidence + receipt.Figures.Acknowledged - receipt.Figures.Rejected;
        ImmutableArray<ExpectedCount> expected = [new ExpectedCount(classroom, must, must)];
        var after = await counts.SettleAsync(expected, TimeSpan.FromSeconds(10), cancellation);
        return receipt with { Server = ServerCounts.Of(expected, before, after), Differences = CountCheck.Compare(expected, before, after) };
    }

    private async Task<string?> LiveAsync(ClassOptions options, string[] ids, StudentTools tools, CancellationToken cancellation)
    {
        using var bell = new CancellationTokenSource(options.Length / options.Tempo, time);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(bell.Token, cancellation);
        string? failure = null;
        var lives = ids.Select((id, index) => new SimulatedStudent(id, index, SourceOf(options, index), options.Seed, tools).LiveAsync(over.Token));
        await Task.WhenAll(lives.Append(tools.Feed.RunAsync(over.Token)).Select(UntilOverAsync));
        return failure ?? (cancellation.IsCancellationRequested ? Receipt.Stopped : null);

        async Task UntilOverAsync(Task life)
        {
            try
            {
                await life;
            }
            catch (OperationCanceledException) when (over.IsCancellationRequested)
            {
                // The bell rang.
            }
            catch (Exception broken) when (broken is UnavailableException or RefusedException or InvalidDataException)
            {
                Interlocked.CompareExchange(ref failure, broken.Message, null);
                await over.CancelAsync();
            }
        }
    }

    private static string SourceOf(ClassOptions options, int index) =>
        $"class-{options.Run}-{index + 1:D2}.{SourceBits.Of($"class/{options.Run}/{options.Classroom}/{index}"):x16}";
}
