using System.Collections.Frozen;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Learning.Items;
using LiveClass.Records.Classrooms;
using LiveClass.Records.Items;
using LiveClass.Web.Problems;
using LiveClass.Web.Roster;

namespace LiveClass.Web.Items;

/// <summary>Puts the progression that comes with the program, or a part of it, into a school, the way anybody would: as a classroom's skills and items.</summary>
internal sealed class BuiltInProgression(RosterDesk roster)
{
    private static readonly FrozenDictionary<string, BuiltInSkill> ById = All.ToFrozenDictionary(skill => skill.Id, StringComparer.Ordinal);

    /// <summary>The whole progression, for choosing from.</summary>
    public static IReadOnlyList<BuiltInSkill> All => ItemTemplates.Shipped.Progression;

    /// <summary>Gives a classroom these skills with all that they build on, in order, and the school their items.</summary>
    /// <param name="school">The school.</param>
    /// <param name="classroom">The classroom's id; it is made where there is none.</param>
    /// <param name="skills">Ids of the progression; null for all. Others are passed over.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>What stood against it; null where all is done. To do it again does no harm.</returns>
    public async ValueTask<Problem?> PutAsync(SchoolKey school, string classroom, IReadOnlyCollection<string>? skills, CancellationToken cancellation)
    {
        var wanted = WithNeeds(skills);
        var (_, refused) = await roster.PutAsync(school, classroom, new ClassroomPut { Skills = SkillsOf(wanted) }, default, cancellation);
        if (refused is not null) return refused;
        var (_, problem) = await roster.PutAsync(school, ItemsOf(wanted), cancellation);
        return problem;
    }

    /// <summary>The skills as they are sent.</summary>
    public static IReadOnlyList<SkillPut> SkillsOf(IReadOnlySet<string> wanted) =>
        [.. All.Where(skill => wanted.Contains(skill.Id)).Select(skill => new SkillPut(skill.Id, skill.English, skill.Needs, skill.Tile, skill.Code, skill.Spanish))];

    /// <summary>Their items as they are sent: each template at three difficulties.</summary>
    public static ItemsPut ItemsOf(IReadOnlySet<string> wanted) => new(
        [.. ItemTemplates.Shipped.All.Where(template => wanted.Contains(template.Skill)).Select(template => new ItemPut(
            template.Item, [template.Skill], EvidenceKind.Practice, template.Options, template.Url, Minutes(template.Level)))]);

    /// <summary>The skills with all that they build on; all for null.</summary>
    public static IReadOnlySet<string> WithNeeds(IReadOnlyCollection<string>? skills)
    {
        var wanted = (skills ?? [.. All.Select(skill => skill.Id)]).ToHashSet(StringComparer.Ordinal);
        foreach (var skill in All.Reverse())
            if (wanted.Contains(skill.Id)) wanted.UnionWith(skill.Needs);
        return wanted;
    }

    /// <summary>The Spanish tile of a skill that comes with the program, as long as the school keeps its English one; null for any other.</summary>
    public static string? TileEs(string skill, string? tile) =>
        ById.TryGetValue(skill, out var own) && own.Tile == tile ? own.SpanishTile : null;

    private static double Minutes(int level) => 0.5 + level / 2.0;
}
