namespace LiveClass.Engine.Sqlite;

/// <summary>
/// Keeps the write-ahead log short without holding commits up. Once it is long, a connection of its own folds it beside the writer,
/// which goes on appending; when that has ended the writer folds the little that came meanwhile, and the log begins again.
/// </summary>
internal sealed class Folding(string file, Scheduling scheduling, Action<SqliteFault> distrust)
{
    private const int LongPages = 4000;
    private Task? beside;
    private int pages;

    /// <summary>Writer, between commits: begins or ends a fold where it is time.</summary>
    public void Look(WriterConnection connection)
    {
        pages += connection.TakeWrittenPages();
        if (beside is { IsCompleted: true })
        {
            beside = null;
            pages = 0;
            connection.FoldRest();
        }
        else if (beside is null && pages > LongPages)
        {
            beside = scheduling.Start(FoldBeside);
        }
    }

    /// <summary>Writer, at the end: the file is about to be closed and given back.</summary>
    public void WaitForEnd() => beside?.Wait();

    private Task FoldBeside()
    {
        try
        {
            using var connection = Database.Open(file, write: true, create: false);
            connection.Number("PRAGMA wal_checkpoint(PASSIVE)");
        }
        catch (SqliteFault fault)
        {
            distrust(fault);
        }
        return Task.CompletedTask;
    }
}
