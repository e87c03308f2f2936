using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace LiveClass.Records.History;

/// <summary>How an answer's skills stand in its row: <c>skill mastery next;skill mastery next</c>, figures that read back exactly.</summary>
internal static class HistorySkills
{
    public static string Write(ImmutableArray<HistorySkill> skills)
    {
        if (skills is [var only]) return string.Create(CultureInfo.InvariantCulture, $"{only.Skill.Value} {only.Mastery} {only.Next}");
        var text = new StringBuilder();
        foreach (var skill in skills)
        {
            if (text.Length > 0) text.Append(';');
            text.Append(CultureInfo.InvariantCulture, $"{skill.Skill.Value} {skill.Mastery} {skill.Next}");
        }

        return text.ToString();
    }

    public static ImmutableArray<HistorySkill> Read(string text)
    {
        if (text.Length == 0) return [];
        var skills = ImmutableArray.CreateBuilder<HistorySkill>();
        foreach (var part in text.Split(';'))
        {
            var fields = part.Split(' ');
            skills.Add(new(
                new(int.Parse(fields[0], CultureInfo.InvariantCulture)),
                float.Parse(fields[1], CultureInfo.InvariantCulture),
                float.Parse(fields[2], CultureInfo.InvariantCulture)));
        }

        return skills.ToImmutable();
    }
}
