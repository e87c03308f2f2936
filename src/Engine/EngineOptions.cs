using Microsoft.Extensions.Configuration;

namespace LiveClass.Engine;

/// <summary>Settings of the embedded engine. The directory is <c>LiveClass:DataDirectory</c>; the others stand under <c>LiveClass:Store</c>.</summary>
public sealed record EngineOptions
{
    private const int Mebibyte = 1024 * 1024;

    /// <summary>Where everything is kept. Made if it is absent.</summary>
    public string DataDirectory { get; init; } = "data";

    /// <summary>How many bytes of evidence may wait for a commit; beyond, appends end as Busy.</summary>
    public long QueueBytes { get; init; } = 64L * Mebibyte;

    /// <summary>How much of that one classroom may take.</summary>
    public long ClassroomQueueBytes { get; init; } = 8L * Mebibyte;

    /// <summary>How many bytes of commands may wait for a commit, beside the evidence. One classroom may take a quarter.</summary>
    public long PriorityQueueBytes { get; init; } = 16L * Mebibyte;

    /// <summary>The most that one commit writes of the log.</summary>
    public long CommitBytes { get; init; } = 8L * Mebibyte;

    /// <summary>Appends of a classroom share a block up to this many bytes. A longer append is a block of its own.</summary>
    public int BlockBytes { get; init; } = Mebibyte / 4;

    /// <summary>How many bytes of the newest log blocks are kept in memory for the owners.</summary>
    public long TailBytes { get; init; } = 32L * Mebibyte;

    /// <summary>How many connections read the store at once.</summary>
    public int Readers { get; init; } = 4;

    /// <summary>How many messages wait for a slow subscriber of the live plane before the oldest is dropped.</summary>
    public int BroadcastQueue { get; init; } = 1024;

    /// <summary>After this long without a write the write-ahead log is folded into the database.</summary>
    public TimeSpan IdleFold { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest wait between two attempts to open a store that failed.</summary>
    public TimeSpan RetryAtMost { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Reads the settings of a configuration; what is absent keeps its default.</summary>
    public static EngineOptions Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var options = configuration.GetSection("LiveClass:Store").Get<EngineOptions>() ?? new EngineOptions();
        var directory = configuration["LiveClass:DataDirectory"];
        return string.IsNullOrWhiteSpace(directory) ? options : options with { DataDirectory = directory };
    }

    /// <summary>Throws with the key and the cure where a setting cannot work.</summary>
    public void Validate()
    {
        Must(!string.IsNullOrWhiteSpace(DataDirectory), "LiveClass:DataDirectory is empty", "name a folder that this process may write to");
        Must(QueueBytes >= ClassroomQueueBytes, $"LiveClass:Store:QueueBytes is {QueueBytes}", $"set it to at least ClassroomQueueBytes ({ClassroomQueueBytes})");
        Must(ClassroomQueueBytes >= 1024, $"LiveClass:Store:ClassroomQueueBytes is {ClassroomQueueBytes}", "set it to at least 1024; 8388608 is usual");
        Must(PriorityQueueBytes >= 4096, $"LiveClass:Store:PriorityQueueBytes is {PriorityQueueBytes}", "set it to at least 4096; 16777216 is usual");
        Must(CommitBytes >= 1024, $"LiveClass:Store:CommitBytes is {CommitBytes}", "set it to at least 1024; 8388608 is usual");
        Must(BlockBytes is >= 1 and <= 16 * Mebibyte, $"LiveClass:Store:BlockBytes is {BlockBytes}", "set it from 1 to 16777216; 262144 is usual");
        Must(TailBytes >= 0, $"LiveClass:Store:TailBytes is {TailBytes}", "set it to 0 (none) or more");
        Must(Readers is >= 1 and <= 64, $"LiveClass:Store:Readers is {Readers}", "set it from 1 to 64");
        Must(BroadcastQueue >= 1, $"LiveClass:Store:BroadcastQueue is {BroadcastQueue}", "set it to at least 1; 1024 is usual");
        Must(IdleFold > TimeSpan.Zero, $"LiveClass:Store:IdleFold is {IdleFold}", "set it above zero, like 00:00:02");
        Must(RetryAtMost > TimeSpan.Zero, $"LiveClass:Store:RetryAtMost is {RetryAtMost}", "set it above zero, like 00:00:05");
    }

    private static void Must(bool holds, string wrong, string cure)
    {
        if (!holds) throw new EngineOptionsException($"{wrong}: {cure}.");
    }
}

/// <summary>A setting of the engine cannot work; the message names the key and the cure.</summary>
public sealed class EngineOptionsException(string message) : Exception(message);
