using LiveClass.Records.Classrooms;
using LiveClass.Records.Items;
using LiveClass.Web.Items;

namespace LiveClass.Web.Classes;

/// <summary>The progression that LiveClass comes with, as teachers choose from it, and the items for what they chose.</summary>
public static class SkillOffers
{
    /// <summary>Every skill, those that others need first.</summary>
    public static IReadOnlyList<SkillOffer> All { get; } = [.. BuiltInProgression.All.Select(skill => new SkillOffer(
        skill.Id, skill.Code, int.Parse(skill.Code.AsSpan(0, 1)), skill.English, skill.Spanish, skill.Needs))];

    /// <summary>The skill with an id; null where we have none.</summary>
    public static SkillOffer? Find(string id) => All.FirstOrDefault(offer => offer.Id == id);

    /// <summary>A school's skill in a language: our own words where it is ours and was not renamed.</summary>
    public static string NameOf(SkillRecord skill, string language) =>
        Find(skill.Id) is { } offer && offer.Name == skill.Name ? offer.In(language) : skill.Name;

    /// <summary>The built-in items of those of these skills that are ours, as the school's.</summary>
    public static IReadOnlyList<ItemPut> ItemsOf(IEnumerable<SkillPut> skills)
    {
        var ours = skills.Where(skill => Find(skill.Id)?.Name == skill.Name).Select(skill => skill.Id).ToHashSet(StringComparer.Ordinal);
        return BuiltInProgression.ItemsOf(ours).Items;
    }
}

/// <summary>A skill that can be chosen.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Code">Its code in the Common Core State Standards.</param>
/// <param name="Grade">The grade of its code.</param>
/// <param name="Name">Its name in English.</param>
/// <param name="NameEs">Its name in Spanish.</param>
/// <param name="Needs">Its direct prerequisites.</param>
public sealed record SkillOffer(string Id, string Code, int Grade, string Name, string NameEs, IReadOnlyList<string> Needs)
{
    /// <summary>As a classroom takes it.</summary>
    public SkillPut AsPut() => BuiltInProgression.SkillsOf(new HashSet<string>(StringComparer.Ordinal) { Id })[0];

    /// <summary>Its name in a language.</summary>
    public string In(string language) => language == "es" ? NameEs : Name;
}
