using System.Buffers.Binary;

namespace LiveClass.Web.Ingest;

/// <summary>
/// A 32-bit hash of what an answer says, over its fields in a fixed order: spaces, the order of fields, escapes and spelled-out
/// defaults do not matter. It tells a repeat from another body under the same number, and is part of the log: it never changes.
/// </summary>
internal static class BodyHash
{
    private const ulong Seed = 0x9E3779B97F4A7C15;
    private const ulong Prime = 0xD6E8FEB86659FD93;

    /// <summary>The hash of an item as parsed.</summary>
    public static uint Of(EvidenceBatch batch, in EvidenceItem item)
    {
        var hash = Seed;
        Add(ref hash, batch.Bytes(item.Student));
        Add(ref hash, batch.Bytes(item.Item));
        Add(ref hash, (ulong)(item.SkillCount + 1));
        for (var i = 0; i < item.SkillCount; i++) Add(ref hash, batch.Bytes(batch.Skill(item, i)));
        Add(ref hash, BitConverter.DoubleToUInt64Bits(item.Score));
        Add(ref hash, (ulong)item.Kind | ((ulong)(uint)item.Attempt << 32));
        Add(ref hash, (uint)item.Hints | ((ulong)(uint)item.DurationMs << 32));
        Add(ref hash, batch.Bytes(item.Response));
        Add(ref hash, batch.Bytes(item.Misconception));
        Add(ref hash, (ulong)item.Form);
        Add(ref hash, (ulong)item.At);
        hash ^= hash >> 32;
        hash *= Prime;
        return (uint)(hash ^ (hash >> 32));
    }

    private static void Add(ref ulong hash, ReadOnlySpan<byte> bytes)
    {
        Add(ref hash, (ulong)bytes.Length);
        for (; bytes.Length >= 8; bytes = bytes[8..]) Add(ref hash, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        if (bytes.IsEmpty) return;
        ulong rest = 0;
        for (var i = 0; i < bytes.Length; i++) rest |= (ulong)bytes[i] << (8 * i);
        Add(ref hash, rest);
    }

    private static void Add(ref ulong hash, ulong value)
    {
        hash = (hash ^ value) * Prime;
        hash ^= hash >> 29;
    }
}
