using LiveClass.Simulator.Http;

namespace LiveClass.Simulator.Class;

/// <summary>What every student of a simulated class does its work with: the board, the way out for answers and commands, and the class's clock.</summary>
/// <param name="classroom">The classroom.</param>
/// <param name="feed">Its board.</param>
/// <param name="delivery">The way out for answers.</param>
/// <param name="lessons">The way out for commands.</param>
/// <param name="time">The clock.</param>
/// <param name="tempo">How many seconds of the class pass in one.</param>
public sealed class StudentTools(string classroom, BoardFeed feed, Delivery delivery, Lessons lessons, TimeProvider time, double tempo)
{
    private long answers, right, hands, commands, refused;

    /// <summary>The classroom.</summary>
    public string Classroom => classroom;

    /// <summary>Its board.</summary>
    public BoardFeed Feed => feed;

    /// <summary>A moment of the clock.</summary>
    public long Now => time.GetTimestamp();

    /// <summary>Told after each answer how many were acknowledged.</summary>
    public Action<long> Progress { get; init; } = static _ => { };

    /// <summary>What the students did.</summary>
    public IReadOnlyDictionary<string, double> Read() => new Dictionary<string, double>(StringComparer.Ordinal)
    {
        ["right"] = Interlocked.Read(ref right),
        ["handsRaised"] = Interlocked.Read(ref hands),
        ["commands"] = Interlocked.Read(ref commands),
        ["commandsRefused"] = Interlocked.Read(ref refused),
    };

    /// <summary>Lets a stretch of the class's time pass.</summary>
    public Task WaitAsync(TimeSpan span, CancellationToken cancellation) => Task.Delay(span / tempo, time, cancellation);

    /// <summary>Sends an answer. It is delivered even when the lesson ends meanwhile: patience alone bounds it.</summary>
    public async Task AnswerAsync(EvidenceItem item)
    {
        await delivery.DeliverAsync([item], null, CancellationToken.None);
        if (item.Score >= 1) Interlocked.Increment(ref right);
        Progress(Interlocked.Increment(ref answers));
    }

    /// <summary>Sends a command. A refusal is part of a class's life: it is counted, and the student goes on.</summary>
    public async Task CommandAsync(CommandBody command, CancellationToken cancellation)
    {
        Interlocked.Increment(ref commands);
        if (string.Equals(command.Type, "raiseHand", StringComparison.Ordinal)) Interlocked.Increment(ref hands);
        try
        {
            var reply = await lessons.SendAsync(classroom, command, cancellation);
            if (!string.Equals(reply.Outcome, "accepted", StringComparison.Ordinal)) Interlocked.Increment(ref refused);
        }
        catch (RefusedException)
        {
            Interlocked.Increment(ref refused);
        }
    }
}
