using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using LiveClass.Grains.Abstractions;
using LiveClass.Records.Lane;
using Microsoft.EntityFrameworkCore;

namespace LiveClass.Records.Texts;

/// <summary>Free text: responses, notes, reasons. Log and journal carry only its keys.</summary>
public sealed class TextStore
{
    /// <summary>The longest text that is taken, in characters.</summary>
    public const int Longest = 4_000;

    // Written again, a text stays for another day; its key and its link stay as they are.
    private const string AddOfAnswer = """
        INSERT INTO texts (purpose, source, sequence, digest, text, at, linked) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, false)
        ON CONFLICT (source, sequence, purpose, digest) WHERE source IS NOT NULL DO UPDATE SET at = excluded.at RETURNING key
        """;

    private const string AddOfCommand = """
        INSERT INTO texts (purpose, command, digest, text, at, linked) VALUES (@p0, @p1, @p2, @p3, @p4, false)
        ON CONFLICT (command, purpose, digest) WHERE command IS NOT NULL DO UPDATE SET at = excluded.at RETURNING key
        """;

    private const string Sweep = "DELETE FROM texts WHERE linked = false AND at < @p0";

    internal const string Link = "UPDATE texts SET linked = true WHERE key = @p0 AND linked = false";

    private const string Unlink = """
        UPDATE texts SET linked = false WHERE key = @p0
            AND NOT EXISTS (SELECT 1 FROM history WHERE classroom = @p1 AND response = @p0)
            AND NOT EXISTS (SELECT 1 FROM notes WHERE text = @p0)
        """;

    private readonly WriteLane lane;
    private readonly RecordsFile file;
    private readonly TimeProvider time;

    internal TextStore(WriteLane lane, RecordsFile file, TimeProvider time)
    {
        this.lane = lane;
        this.file = file;
        this.time = time;
    }

    /// <summary>
    /// Keeps texts; the keys come in their order, durable before it returns. The same text of the same origin gets the same key again;
    /// another text under the same origin gets its own, so that nobody can change what was acknowledged.
    /// </summary>
    /// <exception cref="ArgumentException">A text is too long, or its origin is none.</exception>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; send it again.</exception>
    public async ValueTask<IReadOnlyList<TextKey>> WriteAsync(IReadOnlyList<NewText> texts, CancellationToken cancellation = default)
    {
        if (texts.Count == 0) return [];
        foreach (var text in texts)
        {
            if (text.Text.Length > Longest) throw new ArgumentException($"A text is at most {Longest} characters.", nameof(texts));
            if (text.Origin == default) throw new ArgumentException("A text comes with an answer or a command.", nameof(texts));
        }

        var now = Instant.Of(time.GetUtcNow()).Milliseconds;
        return await lane.RunAsync(texts.Count, connection => Add(connection, texts, now), committed: null, cancellation);
    }

    /// <summary>Says that entries carry these texts: they are not swept. History does so for the responses of its rows.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; send it again.</exception>
    public async ValueTask LinkAsync(IReadOnlyList<TextKey> keys, CancellationToken cancellation = default)
    {
        if (keys.Count == 0) return;
        await lane.RunAsync(keys.Count, connection => keys.Sum(key => connection.Run(Link, key.Value)), committed: null, cancellation);
    }

    /// <summary>Says that an entry is gone for good: its text is swept, unless a counted answer of the classroom or a note carries it too.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; send it again.</exception>
    public async ValueTask UnlinkAsync(ClassroomKey classroom, TextKey key, CancellationToken cancellation = default) =>
        await lane.RunAsync(1, connection => connection.Run(Unlink, key.Value, classroom.Value), committed: null, cancellation);

    /// <summary>A text; null where there is none.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot be read now.</exception>
    public async ValueTask<string?> ReadAsync(TextKey key, CancellationToken cancellation = default) =>
        await file.ReadAsync(context => context.Texts.Where(row => row.Key == key.Value).Select(row => row.Text).SingleOrDefaultAsync(cancellation));

    /// <summary>Several texts by key; those that are gone are missing.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot be read now.</exception>
    public async ValueTask<IReadOnlyDictionary<TextKey, string>> ReadAsync(IReadOnlyCollection<TextKey> keys, CancellationToken cancellation = default)
    {
        var wanted = keys.Select(key => key.Value).Where(key => key != 0).ToHashSet();
        return wanted.Count == 0
            ? new Dictionary<TextKey, string>()
            : await file.ReadAsync(context => context.Texts.Where(row => wanted.Contains(row.Key))
                .ToDictionaryAsync(row => new TextKey(row.Key), row => row.Text, cancellation));
    }

    /// <summary>
    /// Deletes texts without an entry that were last written before a moment; gives how many. The caller names a moment at least a day ago
    /// and before the receipt of the oldest entry that its reactors have not yet read, or a text would go whose entry is still to come.
    /// </summary>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; send it again.</exception>
    public async ValueTask<int> SweepAsync(Instant writtenBefore, CancellationToken cancellation = default) =>
        await lane.RunAsync(1, connection => connection.Run(Sweep, writtenBefore.Milliseconds), committed: null, cancellation);

    private static TextKey[] Add(LaneConnection connection, IReadOnlyList<NewText> texts, long now)
    {
        var keys = new TextKey[texts.Count];
        var (ofAnswer, ofCommand) = (connection.Rows(AddOfAnswer), connection.Rows(AddOfCommand));
        for (var i = 0; i < texts.Count; i++)
        {
            var (purpose, origin, text) = texts[i];
            var row = origin.Source.Value != 0
                ? ofAnswer.Bind((long)purpose).Bind(origin.Source.Value).Bind(origin.Sequence)
                : ofCommand.Bind((long)purpose).Bind(Bytes(origin.Command));
            keys[i] = new(row.Bind(Digest(text)).Bind(text).Bind(now).WriteReturning());
        }

        return keys;
    }

    private static byte[] Bytes(CommandKey command)
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, command.Value);
        return bytes;
    }

    private static long Digest(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return BinaryPrimitives.ReadInt64BigEndian(hash);
    }
}
