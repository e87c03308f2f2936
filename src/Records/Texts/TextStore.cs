using LiveClass.Grains.Abstractions;

namespace LiveClass.Records.Texts;

/// <summary>Free text: responses, notes, reasons. Log and journal carry only its keys.</summary>
public sealed class TextStore
{
    /// <summary>
    /// Keeps texts; the keys come in their order, durable before it returns. The same text of the same origin gets the same key again;
    /// another text under the same origin gets its own, so that nobody can change what was acknowledged.
    /// </summary>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; send it again.</exception>
    public ValueTask<IReadOnlyList<TextKey>> WriteAsync(IReadOnlyList<NewText> texts, CancellationToken cancellation = default) => throw new NotSupportedException();

    /// <summary>Says that entries carry these texts: they are not swept. History does so for the responses of its rows.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; send it again.</exception>
    public ValueTask LinkAsync(IReadOnlyList<TextKey> keys, CancellationToken cancellation = default) => throw new NotSupportedException();

    /// <summary>A text; null where there is none.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot be read now.</exception>
    public ValueTask<string?> ReadAsync(TextKey key, CancellationToken cancellation = default) => throw new NotSupportedException();

    /// <summary>Several texts by key; those that are gone are missing.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot be read now.</exception>
    public ValueTask<IReadOnlyDictionary<TextKey, string>> ReadAsync(IReadOnlyCollection<TextKey> keys, CancellationToken cancellation = default) => throw new NotSupportedException();

    /// <summary>
    /// Deletes texts without an entry that were last written before a moment; gives how many. The caller names a moment at least a day ago
    /// and before the receipt of the oldest entry that its reactors have not yet read, or a text would go whose entry is still to come.
    /// </summary>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; send it again.</exception>
    public ValueTask<int> SweepAsync(Instant writtenBefore, CancellationToken cancellation = default) => throw new NotSupportedException();
}
