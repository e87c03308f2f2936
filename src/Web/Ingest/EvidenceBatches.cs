using System.Collections.Concurrent;

namespace LiveClass.Web.Ingest;

/// <summary>Batches that are not in use. One that is not given back (a bug on the way) is only garbage.</summary>
internal sealed class EvidenceBatches
{
    private const int Keep = 256;

    private readonly ConcurrentQueue<EvidenceBatch> free = new();

    /// <summary>Takes one.</summary>
    public EvidenceBatch Rent() => free.TryDequeue(out var batch) ? batch : new EvidenceBatch();

    /// <summary>Gives it back; the caller must not touch it again.</summary>
    public void Return(EvidenceBatch batch)
    {
        batch.Clear();
        if (free.Count < Keep) free.Enqueue(batch);
    }
}
