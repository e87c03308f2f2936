using LiveClass.Grains.Abstractions;
using LiveClass.Records.Classrooms;
using LiveClass.Records.Model;
using Microsoft.EntityFrameworkCore;

namespace LiveClass.Records.Items;

/// <summary>Brings a school's items to what was sent, inside a transaction. Check first; it writes nothing.</summary>
internal sealed class ItemsEdit
{
    private readonly RecordsContext context;
    private readonly SchoolKey school;
    private readonly IReadOnlyList<ItemPut> sent;
    private readonly Dictionary<string, ItemRow> rows;
    private readonly Dictionary<string, int> skills;
    private readonly ILookup<int, ItemSkillRow> lines;

    public ItemsEdit(RecordsContext context, SchoolKey school, IReadOnlyList<ItemPut> sent)
    {
        (this.context, this.school, this.sent) = (context, school, sent);
        var ids = sent.Select(item => item.Id).ToList();
        rows = context.Items.Where(row => row.School == school.Value && ids.Contains(row.Id)).ToDictionary(row => row.Id, StringComparer.Ordinal);
        var keys = rows.Values.Select(row => row.Key).ToList();
        lines = context.ItemSkills.Where(line => keys.Contains(line.Item)).OrderBy(line => line.Place).ToLookup(line => line.Item);
        Formerly = lines.SelectMany(item => item).ToLookup(line => line.Item, line => line.Skill);
        var named = sent.SelectMany(item => item.Skills ?? []).Distinct(StringComparer.Ordinal).ToList();
        skills = context.Skills.AsNoTracking().Where(row => row.School == school.Value && named.Contains(row.Id))
            .ToDictionary(row => row.Id, row => row.Key, StringComparer.Ordinal);
    }

    /// <summary>Items that are new or otherwise now.</summary>
    public HashSet<int> Changed { get; } = [];

    /// <summary>True when an item was made.</summary>
    public bool HasMade { get; private set; }

    /// <summary>The skills that each item had before.</summary>
    public ILookup<int, int> Formerly { get; }

    /// <summary>What stands against it: a skill that nobody knows, or a new item without any.</summary>
    public PutRefusal? Check()
    {
        foreach (var item in sent)
        {
            if (item.Skills is null && !rows.ContainsKey(item.Id)) return new(PutRefusal.MissingField, $"The item '{item.Id}' is new and needs skills.");
            if (item.Skills?.FirstOrDefault(id => !skills.ContainsKey(id)) is { } unknown)
                return new(PutRefusal.UnknownSkill, $"The item '{item.Id}' names '{unknown}', which is no skill of the school. Put it on a classroom's list first.");
        }

        return null;
    }

    public void Apply()
    {
        foreach (var item in sent)
        {
            if (!rows.TryGetValue(item.Id, out var row))
            {
                context.Items.Add(rows[item.Id] = row = new() { School = school.Value, Id = item.Id });
                HasMade = true;
            }

            row.Kind = (int?)item.Kind ?? row.Kind;
            row.Options = item.Options ?? row.Options;
            row.Minutes = item.Minutes ?? row.Minutes;
            row.Url = item.Url is null ? row.Url : item.Url.Length == 0 ? null : item.Url;
            row.Learned = false;
        }

        var touched = context.ChangeTracker.Entries<ItemRow>().Where(entry => entry.State != EntityState.Unchanged).Select(entry => entry.Entity).ToList();
        context.SaveChanges();
        Changed.UnionWith(touched.Select(row => row.Key));
        foreach (var item in sent.Where(item => item.Skills is not null)) ApplySkills(rows[item.Id].Key, [.. item.Skills!.Select(id => skills[id])]);
        context.SaveChanges();
    }

    /// <summary>The classrooms that these items concern as they now stand.</summary>
    public HashSet<int> ClassroomsOf(IReadOnlyList<ItemPut> items)
    {
        var concerned = items.SelectMany(item => Formerly[rows[item.Id].Key]).ToHashSet();
        return [.. context.ClassroomSkills.Where(line => concerned.Contains(line.Skill)).Select(line => line.Classroom)];
    }

    private void ApplySkills(int item, List<int> wanted)
    {
        var old = lines[item].ToList();
        if (old.Select(line => line.Skill).SequenceEqual(wanted)) return;
        Changed.Add(item);
        context.ItemSkills.RemoveRange(old.Where(line => !wanted.Contains(line.Skill)));
        for (var place = 0; place < wanted.Count; place++)
        {
            if (old.Find(line => line.Skill == wanted[place]) is { } line) line.Place = place;
            else context.ItemSkills.Add(new() { Item = item, Skill = wanted[place], Place = place });
        }
    }
}
