namespace LiveClass.Simulator.Commands;

/// <summary>Tells the sources of one run from those of another: every run starts its outboxes anew.</summary>
internal static class RunName
{
    public static string Now(TimeProvider time) => $"{time.GetUtcNow().ToUnixTimeMilliseconds():x}";
}
