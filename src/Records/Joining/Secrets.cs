using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace LiveClass.Records.Joining;

/// <summary>Secrets that are handed out once. Only their SHA-256 is kept: they are long and random, so that needs no salt.</summary>
internal static class Secrets
{
    private const int MostCharacters = 256;

    /// <summary>A new secret of 256 bits behind a prefix that says what it is for.</summary>
    public static string New(string prefix) => $"{prefix}{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32))}";

    /// <summary>The hash of what somebody sent; null where it is longer than any secret.</summary>
    public static byte[]? Hash(ReadOnlySpan<char> secret)
    {
        if (secret.Length is 0 or > MostCharacters) return null;
        Span<byte> bytes = stackalloc byte[MostCharacters * 3];
        var hash = new byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(secret, bytes)], hash);
        return hash;
    }

    /// <summary>The hash of a device's own id, as it is kept: the id itself never is.</summary>
    public static string OfDevice(string device) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"device/{device}")));
}
