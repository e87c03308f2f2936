using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace LiveClass.Simulator.Http;

/// <summary>The 64 bits in which the names of our sources end.</summary>
public static class SourceBits
{
    /// <summary>The first 64 bits of SHA-256 of a text in UTF-8.</summary>
    public static ulong Of(string text) => BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
