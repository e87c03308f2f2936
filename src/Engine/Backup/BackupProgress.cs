namespace LiveClass.Engine.Backup;

/// <summary>How far a backup or a restore is.</summary>
/// <param name="File">The file in hand: <c>log.db</c> or <c>records.db</c>.</param>
/// <param name="Stage">What is done with it: copying, verifying, packing, unpacking.</param>
/// <param name="Fraction">How much of that is done, 0 to 1.</param>
public readonly record struct BackupProgress(string File, string Stage, double Fraction);

/// <summary>A backup or a restore cannot be made; the message says why and what to do.</summary>
public sealed class BackupException : Exception
{
    /// <summary>With the reason and the cure.</summary>
    public BackupException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
