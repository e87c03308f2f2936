using System.Text;

namespace LiveClass.Web.Ingest;

/// <summary>
/// Strings of ids that come again and again (sources, classrooms), so that a delivery does not make them anew. Bounded: a slot
/// holds the id that was asked for last. Safe without a lock, because a slot is replaced whole.
/// </summary>
internal sealed class NamePool
{
    private const int Slots = 16_384;

    private readonly string?[] names = new string?[Slots];

    /// <summary>The string of an id in ASCII.</summary>
    public string Get(ReadOnlySpan<byte> id)
    {
        uint hash = 2166136261;
        foreach (var b in id) hash = (hash ^ b) * 16777619;
        ref var slot = ref names[(hash ^ (hash >> 15)) & (Slots - 1)];
        var known = slot;
        return known is not null && Ascii.Equals(id, known) ? known : slot = Encoding.ASCII.GetString(id);
    }
}
