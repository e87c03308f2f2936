namespace LiveClass.Engine.Ports;

/// <summary>
/// The store cannot be read or written now, and the call has no value that says so. The edge answers 503; loops wait and try
/// again. <see cref="IStoreHealth.Condition"/> tells what is wrong and what to do.
/// </summary>
public sealed class StoreUnavailableException : Exception
{
    /// <summary>Unavailable, with the reason in plain words.</summary>
    public StoreUnavailableException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>Unavailable.</summary>
    public StoreUnavailableException()
        : base("The store is not available now.")
    {
    }

    /// <summary>Unavailable, with the reason in plain words.</summary>
    public StoreUnavailableException(string message)
        : base(message)
    {
    }
}
