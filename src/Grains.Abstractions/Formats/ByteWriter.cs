using System.Buffers.Binary;
using System.Numerics;

namespace LiveClass.Grains.Abstractions.Formats;

/// <summary>
/// A growing buffer that the formats write to. Made once and reused; it allocates only when it grows.
/// Numbers are little-endian or variable-length (7 bits a byte, low bits first).
/// </summary>
public sealed class ByteWriter(int capacity = 256)
{
    private byte[] buffer = new byte[capacity];

    /// <summary>How many bytes have been written.</summary>
    public int Length { get; private set; }

    /// <summary>What has been written. Valid until the next write.</summary>
    public ReadOnlySpan<byte> Written => buffer.AsSpan(0, Length);

    /// <summary>What has been written, as memory. Valid until the next write.</summary>
    public ReadOnlyMemory<byte> WrittenMemory => buffer.AsMemory(0, Length);

    /// <summary>Forgets everything, keeps the buffer.</summary>
    public void Clear() => Length = 0;

    /// <summary>Takes back what was written after a length.</summary>
    public void Truncate(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Length);
        Length = length;
    }

    /// <summary>A byte.</summary>
    public void Byte(byte value)
    {
        Reserve(1);
        buffer[Length++] = value;
    }

    /// <summary>A flag, as a byte.</summary>
    public void Flag(bool value) => Byte(value ? (byte)1 : (byte)0);

    /// <summary>An unsigned number of 1 to 10 bytes.</summary>
    public void Unsigned(ulong value)
    {
        Reserve(10);
        while (value >= 0x80)
        {
            buffer[Length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        buffer[Length++] = (byte)value;
    }

    /// <summary>A number that is never negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is.</exception>
    public void Number(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        Unsigned((ulong)value);
    }

    /// <summary>A number that may be negative (zigzag).</summary>
    public void Signed(long value) => Unsigned((ulong)((value << 1) ^ (value >> 63)));

    /// <summary>Four bytes.</summary>
    public void UInt32(uint value)
    {
        Reserve(4);
        BinaryPrimitives.WriteUInt32LittleEndian(buffer.AsSpan(Length), value);
        Length += 4;
    }

    /// <summary>Sixteen bytes.</summary>
    public void UInt128(UInt128 value)
    {
        Reserve(16);
        BinaryPrimitives.WriteUInt128LittleEndian(buffer.AsSpan(Length), value);
        Length += 16;
    }

    /// <summary>A single-precision number, bit by bit.</summary>
    public void Single(float value) => UInt32(BitConverter.SingleToUInt32Bits(value));

    /// <summary>Bytes without a length.</summary>
    public void Raw(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(buffer.AsSpan(Length));
        Length += bytes.Length;
    }

    /// <summary>Bytes with their length before them.</summary>
    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        Unsigned((ulong)bytes.Length);
        Raw(bytes);
    }

    /// <summary>Begins a part whose length stands before it; end it with <see cref="EndPart"/>.</summary>
    /// <returns>The mark to end it with.</returns>
    public int BeginPart()
    {
        Byte(0);
        return Length;
    }

    /// <summary>Ends a part: writes its length, shifting the part where that needs more than a byte.</summary>
    public void EndPart(int mark)
    {
        var size = Length - mark;
        var bytes = (BitOperations.Log2((uint)Math.Max(size, 1)) / 7) + 1;
        if (bytes > 1)
        {
            Reserve(bytes - 1);
            buffer.AsSpan(mark, size).CopyTo(buffer.AsSpan(mark + bytes - 1));
        }

        var at = mark - 1;
        var rest = (uint)size;
        for (; rest >= 0x80; rest >>= 7) buffer[at++] = (byte)(rest | 0x80);
        buffer[at++] = (byte)rest;
        Length = at + size;
    }

    private void Reserve(int more)
    {
        if (buffer.Length - Length < more) Array.Resize(ref buffer, Math.Max(buffer.Length * 2, Length + more));
    }
}
