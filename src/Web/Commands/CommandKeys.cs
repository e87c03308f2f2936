using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using LiveClass.Grains.Abstractions;
using LiveClass.Records.Classrooms;

namespace LiveClass.Web.Commands;

/// <summary>A command's identity in the log: no sender's text enters it.</summary>
internal static class CommandKeys
{
    /// <summary>The first 128 bits of SHA-256 of <c>school/classroom/commandId</c> in UTF-8, read big-endian.</summary>
    public static CommandKey Of(ClassroomRecord classroom, string commandId)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{classroom.SchoolId}/{classroom.Id}/{commandId}"));
        return new CommandKey(BinaryPrimitives.ReadUInt128BigEndian(hash));
    }

    /// <summary>An id for a command that came without one.</summary>
    public static string NewId() => $"c-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}";
}
