using LiveClass.Engine.Ports;

namespace LiveClass.Engine.Sqlite;

/// <summary>
/// A few connections that only read. Never the writer's: a long read must not hold a commit up. Closed while the store is being
/// verified after a fault, when reads end at once as unavailable.
/// </summary>
internal sealed class ReaderPool(string file, int atMost) : IDisposable
{
    private readonly SemaphoreSlim places = new(atMost);
    private readonly Lock gate = new();
    private readonly Stack<Database> idle = [];
    private string? closed = "The store is being opened.";
    private int generation;

    /// <summary>Told of a fault that is more than a busy moment.</summary>
    public Action<SqliteFault>? Distrust { get; set; }

    /// <summary>Runs a read on a connection of its own.</summary>
    public async ValueTask<T> ReadAsync<T>(Func<Database, T> read, CancellationToken cancellation)
    {
        await places.WaitAsync(cancellation);
        try
        {
            return Read(read);
        }
        catch (SqliteFault fault)
        {
            if (!fault.IsBusy) Distrust?.Invoke(fault);
            throw new StoreUnavailableException(fault.Advice(file), fault);
        }
        finally
        {
            places.Release();
        }
    }

    /// <summary>Lets readers in.</summary>
    public void Open()
    {
        lock (gate) closed = null;
    }

    /// <summary>Sends readers away. What reads now ends by itself, and its connection is closed then.</summary>
    public void Close(string why)
    {
        lock (gate)
        {
            closed = why;
            generation++;
            while (idle.TryPop(out var database)) database.Dispose();
        }
    }

    public void Dispose()
    {
        Close("The store is closed.");
        places.Dispose();
    }

    private T Read<T>(Func<Database, T> read)
    {
        var (database, from) = Rent();
        var whole = false;
        try
        {
            var result = read(database);
            whole = true;
            return result;
        }
        finally
        {
            GiveBack(database, from, whole);
        }
    }

    private (Database, int) Rent()
    {
        int from;
        lock (gate)
        {
            if (closed is { } why) throw new StoreUnavailableException(why);
            from = generation;
            if (idle.TryPop(out var free)) return (free, from);
        }
        var database = Database.Open(file, write: false);
        database.WaitForLocks(TimeSpan.FromSeconds(2));
        return (database, from);
    }

    private void GiveBack(Database database, int from, bool whole)
    {
        lock (gate)
        {
            if (whole && closed is null && from == generation)
            {
                idle.Push(database);
                return;
            }
        }
        database.Dispose();
    }
}
