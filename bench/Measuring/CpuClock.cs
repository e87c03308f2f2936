namespace LiveClass.Bench.Measuring;

/// <summary>
/// Processor time of this process: what a stretch of single-threaded work costs, also while others use the machine.
/// </summary>
public readonly struct CpuClock
{
    private readonly TimeSpan from;

    private CpuClock(TimeSpan from) => this.from = from;

    /// <summary>Nanoseconds of processor time since it was started, all threads together.</summary>
    public double Nanoseconds => (Environment.CpuUsage.TotalTime - from).TotalNanoseconds;

    /// <summary>Starts now.</summary>
    public static CpuClock Start() => new(Environment.CpuUsage.TotalTime);
}
