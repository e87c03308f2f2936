using LiveClass.Engine.Ports;

namespace LiveClass.Engine.Writing;

/// <summary>The store's condition, told by its writer.</summary>
internal sealed class StoreHealth : IStoreHealth
{
    private volatile string detail = "The store is being opened.";

    public StoreCondition Condition => detail is { Length: > 0 } wrong ? new StoreCondition(false, wrong) : new StoreCondition(true, "");

    /// <summary>Appends are acknowledged.</summary>
    public void SetReady() => detail = "";

    /// <summary>Nothing is acknowledged, for a reason.</summary>
    public void SetWrong(string whatAndCure) => detail = whatAndCure;
}
