using System.Buffers.Binary;
using System.Collections.Immutable;
using LiveClass.Grains.Abstractions;

namespace LiveClass.Records.History;

/// <summary>
/// How an answer's skills stand in its row: 12 bytes a skill, its key and the two figures of its estimate, little end first. They read back
/// exactly; as text they took a tenth of what a row costs.
/// </summary>
internal static class HistorySkills
{
    private const int Bytes = 12;

    public static int LengthOf(int skills) => skills * Bytes;

    public static void Write(ImmutableArray<HistorySkill> skills, Span<byte> into)
    {
        foreach (var skill in skills)
        {
            BinaryPrimitives.WriteInt32LittleEndian(into, skill.Skill.Value);
            BinaryPrimitives.WriteSingleLittleEndian(into[4..], skill.Mastery);
            BinaryPrimitives.WriteSingleLittleEndian(into[8..], skill.Next);
            into = into[Bytes..];
        }
    }

    public static ImmutableArray<HistorySkill> Read(ReadOnlySpan<byte> from)
    {
        var skills = ImmutableArray.CreateBuilder<HistorySkill>(from.Length / Bytes);
        for (; from.Length >= Bytes; from = from[Bytes..])
        {
            skills.Add(new(
                new SkillKey(BinaryPrimitives.ReadInt32LittleEndian(from)),
                BinaryPrimitives.ReadSingleLittleEndian(from[4..]),
                BinaryPrimitives.ReadSingleLittleEndian(from[8..])));
        }

        return skills.MoveToImmutable();
    }
}
