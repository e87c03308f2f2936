namespace LiveClass.Engine.Ports;

/// <summary>Whether the store keeps what it is given.</summary>
/// <param name="Ready">True while appends are acknowledged.</param>
/// <param name="Detail">What is wrong and what to do, for the person who runs the server; empty while ready.</param>
public readonly record struct StoreCondition(bool Ready, string Detail);

/// <summary>The store's condition, and its upkeep.</summary>
public interface IStoreHealth
{
    /// <summary>Its condition now.</summary>
    StoreCondition Condition { get; }
}
