using Spectre.Console;

namespace LiveClass.Simulator.Showing;

/// <summary>Shows how far a piece of work is.</summary>
public interface IDisplay
{
    /// <summary>Runs a piece of work, showing how much of it is done.</summary>
    /// <param name="label">What it is.</param>
    /// <param name="total">How much there is to do.</param>
    /// <param name="work">Tells how much is done so far; from any thread.</param>
    Task<T> ShowAsync<T>(string label, long total, Func<Action<long>, Task<T>> work);
}

/// <summary>A bar on a terminal.</summary>
public sealed class BarDisplay(IAnsiConsole console) : IDisplay
{
    /// <inheritdoc/>
    public Task<T> ShowAsync<T>(string label, long total, Func<Action<long>, Task<T>> work) => console.Progress()
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new SpinnerColumn())
        .StartAsync(async progress =>
        {
            var bar = progress.AddTask(Markup.Escape(label), maxValue: Math.Max(1, total));
            return await work(done => bar.Value = done);
        });
}

/// <summary>Plain lines where output goes to a file or a pipe: one at the start, then at most one in five seconds.</summary>
public sealed class LineDisplay(TextWriter writer, TimeProvider time) : IDisplay
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);
    private readonly Lock gate = new();

    /// <inheritdoc/>
    public Task<T> ShowAsync<T>(string label, long total, Func<Action<long>, Task<T>> work)
    {
        writer.WriteLine($"{label}: {total:N0} to do");
        var shown = time.GetTimestamp();
        return work(done =>
        {
            lock (gate)
            {
                if (time.GetElapsedTime(shown) < Between) return;
                shown = time.GetTimestamp();
                writer.WriteLine($"{label}: {done:N0} of {total:N0}");
            }
        });
    }
}
