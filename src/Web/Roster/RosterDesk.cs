using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Records;
using LiveClass.Records.Classrooms;
using LiveClass.Records.Items;
using LiveClass.Records.Outbox;
using LiveClass.Silo.Relay;
using LiveClass.Web.Problems;

namespace LiveClass.Web.Roster;

/// <summary>
/// Changes of records: durable in Records, then at once in the log of every classroom that must know. If the log takes nothing now,
/// the sender is told to send the same again, and the relay brings it into the log all the same.
/// </summary>
internal sealed class RosterDesk(ClassroomWriter classrooms, ItemWriter items, RecordsOutbox outbox, IEventLog log)
{
    /// <summary>Makes a classroom or brings it to what is sent.</summary>
    public async ValueTask<(PutResult? Result, Problem? Problem)> PutAsync(
        SchoolKey school, string id, ClassroomPut body, PutConditions conditions, CancellationToken cancellation)
    {
        try
        {
            return await FinishAsync(await classrooms.PutAsync(school, id, body, conditions, cancellation));
        }
        catch (RecordsUnavailableException)
        {
            return (null, Unavailable());
        }
    }

    /// <summary>Makes items or brings them to what is sent.</summary>
    public async ValueTask<(PutResult? Result, Problem? Problem)> PutAsync(SchoolKey school, ItemsPut body, CancellationToken cancellation)
    {
        try
        {
            return await FinishAsync(await items.PutAsync(school, body, cancellation));
        }
        catch (RecordsUnavailableException)
        {
            return (null, Unavailable());
        }
    }

    // Not to be cancelled: what is durable shall reach the log, whoever still waits for the answer.
    private async ValueTask<(PutResult? Result, Problem? Problem)> FinishAsync(PutResult result)
    {
        if (result.Refusal is { } refusal) return (null, new Problem(ProblemCodes.OfRefusal(refusal.Code), refusal.Detail));
        return await OutboxRelay.AppendAsync(log, outbox, result.Outbox, CancellationToken.None) ? (result, null) : (null, Unavailable());
    }

    private static Problem Unavailable() => new(ProblemCodes.Unavailable, ProblemCodes.Unavailable.Sentence, TimeSpan.FromSeconds(1));
}
