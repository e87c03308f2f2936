using System.Buffers.Binary;

namespace LiveClass.Grains.Abstractions.Formats;

/// <summary>Bytes that are not what the format says.</summary>
public sealed class FormatViolationException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Reads what <see cref="ByteWriter"/> wrote, checking every length.</summary>
public ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;

    /// <summary>How many bytes have been read.</summary>
    public int Position { get; private set; }

    /// <summary>True when nothing is left.</summary>
    public readonly bool AtEnd => Position >= bytes.Length;

    /// <summary>A byte.</summary>
    public byte Byte() => Take(1)[0];

    /// <summary>A flag.</summary>
    public bool Flag() => Byte() != 0;

    /// <summary>An unsigned variable-length number.</summary>
    public ulong Unsigned()
    {
        ulong value = 0;
        for (var shift = 0; shift < 70; shift += 7)
        {
            if (Position >= bytes.Length) throw new FormatViolationException("A number ends too early.");
            var next = bytes[Position++];
            value |= (ulong)(next & 0x7F) << shift;
            if ((next & 0x80) == 0) return value;
        }

        throw new FormatViolationException("A number is longer than 10 bytes.");
    }

    /// <summary>A number that is never negative.</summary>
    public long Number()
    {
        var value = Unsigned();
        return value <= long.MaxValue ? (long)value : throw new FormatViolationException("A number is too large.");
    }

    /// <summary>A number that is never negative and fits 32 bits.</summary>
    public int Small()
    {
        var value = Unsigned();
        return value <= int.MaxValue ? (int)value : throw new FormatViolationException("A number is too large.");
    }

    /// <summary>A number that is never negative and fits 16 bits.</summary>
    public ushort Short()
    {
        var value = Unsigned();
        return value <= ushort.MaxValue ? (ushort)value : throw new FormatViolationException("A number is too large.");
    }

    /// <summary>A number that may be negative and fits 32 bits.</summary>
    public int SignedSmall()
    {
        var value = Signed();
        return value is >= int.MinValue and <= int.MaxValue ? (int)value : throw new FormatViolationException("A number is too large.");
    }

    /// <summary>A number that may be negative and fits 16 bits.</summary>
    public short SignedShort()
    {
        var value = Signed();
        return value is >= short.MinValue and <= short.MaxValue ? (short)value : throw new FormatViolationException("A number is too large.");
    }

    /// <summary>A number that may be negative.</summary>
    public long Signed()
    {
        var value = Unsigned();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    /// <summary>Four bytes.</summary>
    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    /// <summary>Sixteen bytes.</summary>
    public UInt128 UInt128() => BinaryPrimitives.ReadUInt128LittleEndian(Take(16));

    /// <summary>A single-precision number.</summary>
    public float Single() => BitConverter.UInt32BitsToSingle(UInt32());

    /// <summary>Bytes with their length before them: also a part.</summary>
    public ReadOnlySpan<byte> Bytes() => Take(Small());

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > bytes.Length - Position) throw new FormatViolationException("The bytes end too early.");
        var taken = bytes.Slice(Position, count);
        Position += count;
        return taken;
    }
}
