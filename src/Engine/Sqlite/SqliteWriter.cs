using System.Diagnostics.CodeAnalysis;
using LiveClass.Engine.Ports;
using LiveClass.Engine.Writing;
using Microsoft.Extensions.Logging;

namespace LiveClass.Engine.Sqlite;

/// <summary>
/// The one thread that writes: takes what waits, writes it in one transaction, and tells everyone once it is on disk. What comes
/// meanwhile shares the next. After a fault nothing is acknowledged until the store is reopened and verified.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A reader may still set the event after the end; neither event has a handle to free.")]
internal sealed class SqliteWriter
{
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMilliseconds(50);
    private readonly string file;
    private readonly EngineOptions options;
    private readonly TimeProvider time;
    private readonly ReaderPool readers;
    private readonly Folding folding;
    private readonly ILogger logger;
    private readonly ManualResetEventSlim wake = new(false, spinCount: 10);
    private readonly ManualResetEventSlim stop = new(false);
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WriterConnection? connection;
    private SqliteFault? distrusted;
    private bool dirty;

    public SqliteWriter(string file, EngineOptions options, Scheduling scheduling, ReaderPool readers, ILogger logger)
    {
        (this.file, this.options, this.readers, this.logger) = (file, options, readers, logger);
        time = scheduling.Time;
        folding = new Folding(file, scheduling, Distrust);
        Tail = new TailCache(options.TailBytes);
        Committer = new Committer(options, time, wake.Set);
        readers.Distrust = Distrust;
    }

    public Committer Committer { get; }

    public TailCache Tail { get; }

    /// <summary>How many pages the file may have; 0 for no limit. Tests fill the disk with it.</summary>
    public long PageLimit { get; set; }

    /// <summary>Opens the store on the caller's thread, so that what is wrong at the start is thrown there, and starts to write.</summary>
    public void Start()
    {
        try
        {
            Open(verify: false);
        }
        catch (SqliteFault fault)
        {
            throw new StoreUnavailableException(fault.Advice(file), fault);
        }
#pragma warning disable RS0030 // The one place that owns a thread: commits wait for the disk, and no pool thread should.
        new Thread(Loop) { IsBackground = true, Name = "LiveClass store" }.Start();
#pragma warning restore RS0030
    }

    /// <summary>Takes nothing new, writes what waits, folds and closes.</summary>
    public async Task StopAsync()
    {
        Committer.Shut("The server is stopping.");
        stop.Set();
        wake.Set();
        await ended.Task;
    }

    /// <summary>The store is not to be trusted: it is closed, opened again and verified before the next acknowledgement.</summary>
    public void Distrust(SqliteFault fault)
    {
        Interlocked.CompareExchange(ref distrusted, fault, null);
        wake.Set();
    }

    private void Loop()
    {
        while (true)
        {
            if (Interlocked.Exchange(ref distrusted, null) is { } fault) Recover(fault, fault.Advice(file));
            if (Committer.Take()) Drain();
            else if (stop.IsSet) break;
            else Rest();
        }
        folding.WaitForEnd();
        Close();
        ended.SetResult();
    }

    private void Drain()
    {
        try
        {
            var open = connection ?? throw new StoreUnavailableException("The store is closed.");
            open.LimitPages(PageLimit);
            open.Begin();
            Committer.Write(open.Tables);
            open.Commit();
            dirty = true;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // A fault of the disk, or a bug in one of the works: either way nothing of this drain is known to be kept.
            Recover(failure, failure is SqliteFault fault ? fault.Advice(file) : $"A write to {file} failed: {failure.Message}");
            return;
        }
        Committer.Keep(Tail);
        Fold();
    }

    /// <summary>After the acknowledgements: no caller waits for it but those of the next commit, and they only for its short part.</summary>
    private void Fold()
    {
        try
        {
            folding.Look(connection!);
        }
        catch (SqliteFault fault)
        {
            Recover(fault, fault.Advice(file));
        }
    }

    private void Rest()
    {
        if (wake.Wait(dirty ? options.IdleFold : Timeout.InfiniteTimeSpan))
        {
            wake.Reset();
            return;
        }
        try
        {
            connection?.Fold(must: false);
            dirty = false;
        }
        catch (SqliteFault fault)
        {
            Recover(fault, fault.Advice(file));
        }
    }

    /// <summary>Stops acknowledging, closes, and tries with growing pauses until the store is open and verified, or the server stops.</summary>
    private void Recover(Exception failure, string advice)
    {
        StoreLog.Failed(logger, failure, advice);
        readers.Close(advice);
        Committer.Lose(advice);
        connection?.Dispose();
        connection = null;
        for (var wait = FirstRetry; !stop.Wait(wait); wait = wait * 2 < options.RetryAtMost ? wait * 2 : options.RetryAtMost)
        {
            try
            {
                Open(verify: true);
                StoreLog.Recovered(logger, file);
                return;
            }
            catch (SqliteFault fault)
            {
                connection?.Dispose();
                connection = null;
                Committer.Health.SetWrong(fault.Advice(file));
                StoreLog.StillFailing(logger, fault.Advice(file));
            }
        }
    }

    private void Open(bool verify)
    {
        connection = WriterConnection.Open(file);
        connection.LimitPages(PageLimit);
        if (verify) connection.Verify(time);
        var rows = connection.ReadPartitions();
        Tail.Clear(); // an append that was told "unknown" may have been kept: the tail would have a gap
        readers.Open();
        if (!stop.IsSet) Committer.Open(rows);
    }

    private void Close()
    {
        readers.Close("The store is closed.");
        try
        {
            connection?.Fold(must: false);
        }
        catch (SqliteFault fault)
        {
            StoreLog.Failed(logger, fault, fault.Advice(file));
        }
        connection?.Dispose();
    }
}
