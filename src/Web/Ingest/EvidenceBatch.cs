using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Records.Classrooms;
using LiveClass.Records.Sources;

namespace LiveClass.Web.Ingest;

/// <summary>
/// A delivery on its way from bytes to the log, with everything that this needs. Rented and given back, so that a delivery
/// allocates next to nothing. One request at a time.
/// </summary>
internal sealed class EvidenceBatch
{
    /// <summary>The most bytes of a delivery: 1 MiB.</summary>
    public const int MaxBytes = 1024 * 1024;

    private const int KeepBytes = 64 * 1024;

    private byte[] buffer = new byte[4096];
    private int length;
    private EvidenceItem[] items = new EvidenceItem[16];
    private Slice[] skills = new Slice[16];
    private readonly List<EvidenceShare> shares = [];
    private readonly List<SourceLookup> lookups = [];
    private int sharesInUse;

    /// <summary>An empty batch.</summary>
    public EvidenceBatch() => AnswerWriter = new Utf8JsonWriter(AnswerBytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>The student's device that sends it; null where a key does.</summary>
    public DeviceSender? Sender { get; set; }

    /// <summary>How many items there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many skills have been named.</summary>
    public int SkillCount { get; private set; }

    /// <summary>The body as it came.</summary>
    public ReadOnlySpan<byte> Written => buffer.AsSpan(0, length);

    /// <summary>The items, as parsed.</summary>
    public Span<EvidenceItem> Items => items.AsSpan(0, Count);

    /// <summary>The part of each classroom.</summary>
    public ReadOnlySpan<EvidenceShare> Shares => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(shares)[..sharesInUse];

    /// <summary>Items whose item Records must learn.</summary>
    public List<int> Unknown { get; } = [];

    /// <summary>Items that name a misconception.</summary>
    public List<int> WithMisconception { get; } = [];

    /// <summary>Items with a response.</summary>
    public List<int> WithResponse { get; } = [];

    /// <summary>How many were counted, or are durable and not known to be otherwise.</summary>
    public int Accepted { get; set; }

    /// <summary>How many had been counted before.</summary>
    public int Duplicates { get; set; }

    /// <summary>Where the answer is written.</summary>
    public ArrayBufferWriter<byte> AnswerBytes { get; } = new(128);

    /// <summary>Writes the answer.</summary>
    public Utf8JsonWriter AnswerWriter { get; }

    /// <summary>Room for at least this many more bytes; say how many came with <see cref="Advance"/>.</summary>
    public Memory<byte> Room(int atLeast)
    {
        if (buffer.Length - length < atLeast) Array.Resize(ref buffer, Math.Max(buffer.Length * 2, length + atLeast));
        return buffer.AsMemory(length);
    }

    /// <summary>Says how many bytes came.</summary>
    public void Advance(int bytes) => length += bytes;

    /// <summary>Takes a body whole.</summary>
    public void Take(ReadOnlySpan<byte> body)
    {
        body.CopyTo(Room(body.Length).Span);
        length += body.Length;
    }

    /// <summary>Adds a text that did not come with the body, behind it.</summary>
    public Slice Add(string text)
    {
        var offset = length;
        length += Encoding.UTF8.GetBytes(text, Room(Encoding.UTF8.GetMaxByteCount(text.Length)).Span);
        return new Slice(offset, length - offset);
    }

    /// <summary>The bytes of a field.</summary>
    public ReadOnlySpan<byte> Bytes(Slice slice) => buffer.AsSpan(slice.Offset, slice.Length);

    /// <summary>A field as a string of its own.</summary>
    public string String(Slice slice) => Encoding.UTF8.GetString(Bytes(slice));

    /// <summary>The n-th skill that an item names.</summary>
    public Slice Skill(in EvidenceItem item, int index) => skills[item.SkillsFrom + index];

    /// <summary>
    /// Writes a string without its escapes over itself: it never gets longer, and the reader is beyond it.
    /// </summary>
    /// <exception cref="InvalidOperationException">An escape is no character.</exception>
    public int Unescape(ref Utf8JsonReader reader, int offset)
    {
        var plain = new byte[reader.ValueSpan.Length];
        var bytes = reader.CopyString(plain);
        plain.AsSpan(0, bytes).CopyTo(buffer.AsSpan(offset));
        return bytes;
    }

    /// <summary>True where two fields say the same.</summary>
    public bool Same(Slice one, Slice other) => one.IsThere && other.IsThere && Bytes(one).SequenceEqual(Bytes(other));

    /// <summary>What is known of a source that items share.</summary>
    public SourceLookup Lookup(int place) => lookups[place];

    /// <summary>Adds what is known of a source; gives its place.</summary>
    public int AddLookup(SourceLookup lookup)
    {
        lookups.Add(lookup);
        return lookups.Count - 1;
    }

    /// <summary>Fills in what has become known of a source.</summary>
    public void SetLookup(int place, SourceLookup lookup) => lookups[place] = lookup;

    /// <summary>Adds an item.</summary>
    public ref EvidenceItem AddItem()
    {
        if (Count == items.Length) Array.Resize(ref items, Count * 2);
        ref var item = ref items[Count++];
        item = new EvidenceItem { SkillCount = -1, Attempt = 1, DurationMs = -1, Share = -1, Lookup = -1 };
        return ref item;
    }

    /// <summary>Adds a skill of the item that was added last.</summary>
    public void AddSkill(Slice skill)
    {
        if (SkillCount == skills.Length) Array.Resize(ref skills, SkillCount * 2);
        skills[SkillCount++] = skill;
    }

    /// <summary>The place of a classroom's part; made where there is none yet.</summary>
    public int ShareOf(ClassroomRecord classroom)
    {
        for (var i = 0; i < sharesInUse; i++)
            if (shares[i].Classroom!.Key == classroom.Key) return i;
        if (sharesInUse == shares.Count) shares.Add(new EvidenceShare());
        shares[sharesInUse].Begin(classroom);
        return sharesInUse++;
    }

    /// <summary>Forgets everything; keeps its buffers unless they have grown large.</summary>
    public void Clear()
    {
        if (buffer.Length > KeepBytes) buffer = new byte[4096];
        for (var i = 0; i < sharesInUse; i++) shares[i].End();
        lookups.Clear();
        AnswerBytes.Clear();
        AnswerWriter.Reset();
        Sender = null;
        Unknown.Clear();
        WithMisconception.Clear();
        WithResponse.Clear();
        Items.Clear();
        length = Count = SkillCount = sharesInUse = Accepted = Duplicates = 0;
    }
}

/// <summary>What a delivery brings to one classroom: its entries, and which item each of them is.</summary>
internal sealed class EvidenceShare
{
    /// <summary>The classroom; null between deliveries.</summary>
    public ClassroomRecord? Classroom { get; private set; }

    /// <summary>The entries.</summary>
    public ByteWriter Body { get; private set; } = new(1024);

    /// <summary>For each entry the index of its item, or the complement of that where it is only a mark.</summary>
    public List<int> Entries { get; } = [];

    /// <summary>The position of its first entry once it is durable.</summary>
    public long First { get; set; }

    /// <summary>Begins a delivery.</summary>
    public void Begin(ClassroomRecord classroom) => Classroom = classroom;

    /// <summary>Ends it.</summary>
    public void End()
    {
        Classroom = null;
        First = 0;
        Entries.Clear();
        Body.Clear();
    }
}
