using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using LiveClass.Grains.Abstractions;

namespace LiveClass.Records.History;

/// <summary>
/// How an answer's skills stand in its row: a byte that says so, then 12 bytes a skill, its key and the two figures of its estimate, little
/// end first. They read back exactly; as text, <c>skill mastery next;skill mastery next</c>, they took a tenth of what a row costs. Rows of
/// that kind are still read.
/// </summary>
internal static class HistorySkills
{
    // No text begins so: those begin with a figure.
    private const byte Packed = 1;
    private const int Bytes = 12;

    public static int LengthOf(int skills) => 1 + (skills * Bytes);

    public static void Write(ImmutableArray<HistorySkill> skills, Span<byte> into)
    {
        into[0] = Packed;
        into = into[1..];
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
        if (from is not [Packed, .. var packed]) return ReadText(Encoding.ASCII.GetString(from));
        var skills = ImmutableArray.CreateBuilder<HistorySkill>(packed.Length / Bytes);
        for (; packed.Length >= Bytes; packed = packed[Bytes..])
        {
            skills.Add(new(
                new SkillKey(BinaryPrimitives.ReadInt32LittleEndian(packed)),
                BinaryPrimitives.ReadSingleLittleEndian(packed[4..]),
                BinaryPrimitives.ReadSingleLittleEndian(packed[8..])));
        }

        return skills.MoveToImmutable();
    }

    private static ImmutableArray<HistorySkill> ReadText(string text)
    {
        var skills = ImmutableArray.CreateBuilder<HistorySkill>();
        foreach (var skill in text.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var fields = skill.Split(' ');
            skills.Add(new(
                new SkillKey(int.Parse(fields[0], CultureInfo.InvariantCulture)),
                float.Parse(fields[1], CultureInfo.InvariantCulture),
                float.Parse(fields[2], CultureInfo.InvariantCulture)));
        }

        return skills.ToImmutable();
    }
}
