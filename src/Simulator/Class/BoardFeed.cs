using LiveClass.Simulator.Http;

namespace LiveClass.Simulator.Class;

/// <summary>
/// Reads a classroom's board again and again for all students of a simulated class. A student who has just answered waits for a
/// reading that began afterwards, so that it does not take its old card for a new one.
/// </summary>
public sealed class BoardFeed(ServerClient client, Patience patience, string classroom, TimeSpan between, TimeProvider time)
{
    private readonly Lock gate = new();
    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Dictionary<string, BoardStudent> students = new(StringComparer.Ordinal);
    private long began = long.MinValue;

    /// <summary>Reads until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var started = time.GetTimestamp();
            var board = await patience.KeepTryingAsync(stop => client.BoardAsync(classroom, stop), null, cancellation);
            lock (gate)
            {
                students = board.Students.ToDictionary(static student => student.Id, StringComparer.Ordinal);
                began = started;
                next.SetResult();
                next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
            await Task.Delay(between, time, cancellation);
        }
    }

    /// <summary>A student's line on the first board whose reading began after a moment; null where the board has no such student.</summary>
    public async Task<BoardStudent?> AfterAsync(string student, long moment, CancellationToken cancellation)
    {
        while (true)
        {
            Task wait;
            lock (gate)
            {
                if (began > moment) return students.GetValueOrDefault(student);
                wait = next.Task;
            }
            await wait.WaitAsync(cancellation);
        }
    }
}
