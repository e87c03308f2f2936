using System.Diagnostics;
using System.Threading.Channels;
using LiveClass.Bench.Serving;
using LiveClass.Engine;
using SQLitePCL;

namespace LiveClass.Bench.Latency;

/// <summary>The bare append: rows as long as an answer's block, everything that waits in one durable commit.</summary>
internal sealed class BareAppends(string folder) : IDisposable
{
    private const int BodyBytes = 30;
    private readonly RawSqlite store = RawSqlite.Create(
        Path.Combine(folder, "bare-append.db"),
        "CREATE TABLE log(place INTEGER PRIMARY KEY, count INTEGER, received INTEGER, classroom INTEGER, format INTEGER, body BLOB)");

    /// <summary>Milliseconds from each append's beginning until it was durable.</summary>
    public async Task<double[]> MeasureAsync(int answers, TimeSpan over)
    {
        var queue = Channel.CreateUnbounded<long>(new UnboundedChannelOptions { SingleReader = true });
        var latencies = new List<double>(answers);
        var writing = Scheduling.Default.Start(() => WriteAsync(queue.Reader, latencies));
        await Pace.RunAsync(answers, over, _ => queue.Writer.TryWrite(Stopwatch.GetTimestamp()));
        queue.Writer.Complete();
        await writing;
        return [.. latencies];
    }

    public void Dispose() => store.Dispose();

    private async Task WriteAsync(ChannelReader<long> queue, List<double> latencies)
    {
        var insert = store["INSERT INTO log VALUES(NULL, 1, 0, 1, 1, ?)"];
        raw.sqlite3_bind_blob(insert, 1, new byte[BodyBytes]);
        var commit = new List<long>();
        while (await queue.WaitToReadAsync())
        {
            store.Run("BEGIN IMMEDIATE");
            for (commit.Clear(); queue.TryRead(out var begun); commit.Add(begun)) store.Step(insert);
            store.Run("COMMIT");
            foreach (var begun in commit) latencies.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }
    }
}
