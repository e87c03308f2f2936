using System.Security.Cryptography;
using System.Text;

namespace LiveClass.Grains.Abstractions;

/// <summary>Which partition a classroom lives in. Fixed for ever; also kept in the classroom's row.</summary>
public static class Partitioning
{
    /// <summary>How many partitions there are.</summary>
    public const int Count = 64;

    /// <summary>The first 6 bits of SHA-256 of <c>school/classroom</c> in UTF-8; 0 to 63.</summary>
    public static int Of(string schoolId, string classroomId) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{schoolId}/{classroomId}"))[0] >> 2;
}
