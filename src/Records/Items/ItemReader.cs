using System.Collections.Immutable;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Records.Model;
using Microsoft.EntityFrameworkCore;

namespace LiveClass.Records.Items;

/// <summary>Makes of items' rows what people and grains ask for.</summary>
internal static class ItemReader
{
    public static IEnumerable<ItemRecord> All(RecordsContext context) => Read(context.Items, context.ItemSkills);

    /// <summary>These items, in the order of their keys.</summary>
    public static IEnumerable<ItemRecord> Some(RecordsContext context, IReadOnlyCollection<int> keys) =>
        Read(context.Items.Where(item => keys.Contains(item.Key)), context.ItemSkills.Where(line => keys.Contains(line.Item)));

    /// <summary>Configured items of any of these skills: what a classroom that begins to use them may give. Learned ones it hears of by evidence.</summary>
    public static IEnumerable<ItemLine> OfSkills(RecordsContext context, SchoolKey school, IReadOnlyCollection<int> skills)
    {
        var items = context.Items.Where(item => item.School == school.Value && !item.Learned
            && context.ItemSkills.Any(line => line.Item == item.Key && skills.Contains(line.Skill)));
        return Read(items, context.ItemSkills.Where(line => items.Any(item => item.Key == line.Item))).Select(Line);
    }

    /// <summary>An item as a grain knows it.</summary>
    public static ItemLine Line(ItemRecord item) => new(item.Key, item.Skills, item.Kind, item.Options, item.Minutes);

    private static IEnumerable<ItemRecord> Read(IQueryable<ItemRow> items, IQueryable<ItemSkillRow> lines)
    {
        var skills = lines.AsNoTracking().OrderBy(line => line.Place).AsEnumerable().ToLookup(line => line.Item, line => new SkillKey(line.Skill));
        foreach (var row in items.AsNoTracking().OrderBy(item => item.Key))
        {
            yield return new(
                new(row.Key), new(row.School), row.Id, (EvidenceKind)row.Kind, row.Options, row.Url, row.Minutes, [.. skills[row.Key]], row.Learned);
        }
    }
}
