using LiveClass.Engine.Ports;

namespace LiveClass.Engine.Writing;

/// <summary>Something for the writer's next transaction, other than an append to the log.</summary>
internal abstract class StoreWork
{
    /// <summary>Writes it, inside the transaction. Checks first and writes then: what throws has written nothing.</summary>
    public abstract void Write(IStoreTables tables, PartitionRow[] partitions);

    /// <summary>The transaction is durable.</summary>
    public abstract void Kept();

    /// <summary>The transaction failed; whether it is kept is unknown.</summary>
    public abstract void Lost(string why);
}

/// <summary>Work with a result for whoever asked.</summary>
internal abstract class StoreWork<T> : StoreWork
{
    private T result = default!;
    private InvalidOperationException? broken;

    /// <summary>The promise to whoever asked.</summary>
    public TaskCompletionSource<T> End { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public sealed override void Write(IStoreTables tables, PartitionRow[] partitions)
    {
        try
        {
            result = Apply(tables, partitions);
        }
        catch (InvalidOperationException breach)
        {
            broken = breach; // the caller broke a promise of the port: it alone hears of it
        }
    }

    public sealed override void Kept()
    {
        if (broken is null) End.TrySetResult(result);
        else End.TrySetException(broken);
    }

    public override void Lost(string why) => End.TrySetException(new StoreUnavailableException(why));

    protected abstract T Apply(IStoreTables tables, PartitionRow[] partitions);
}
