using System.Collections.Immutable;
using LiveClass.Simulator.Http;

namespace LiveClass.Simulator.Class;

/// <summary>One skill of the invented progression.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Needs">Its direct prerequisites; each stands above it.</param>
/// <param name="Difficulty">How hard it is for a child who meets it, in logits; 0 is average.</param>
/// <param name="Options">How many choices its items offer; 0 where they offer none.</param>
public sealed record InventedSkill(string Id, string Name, ImmutableArray<string> Needs, double Difficulty, int Options = 0);

/// <summary>A small progression about measuring, with items that have no content: a simulated student needs none.</summary>
public static class InventedProgression
{
    /// <summary>How many items each skill has.</summary>
    public const int ItemsEach = 6;

    /// <summary>The skills, prerequisites first.</summary>
    public static ImmutableArray<InventedSkill> Skills { get; } =
    [
        new("measure-ruler", "Read a ruler", [], -1.2),
        new("measure-convert", "Centimetres and metres", ["measure-ruler"], -0.4, Options: 4),
        new("measure-perimeter", "Walk around a shape", ["measure-ruler"], -0.6),
        new("measure-squares", "Count squares", [], -1.0, Options: 3),
        new("measure-rectangle", "Area of a rectangle", ["measure-squares", "measure-ruler"], -0.1),
        new("measure-joined", "Area of joined rectangles", ["measure-rectangle", "measure-perimeter"], 0.5),
        new("measure-layers", "Layers of cubes", ["measure-squares"], 0.0, Options: 4),
        new("measure-box", "Volume of a box", ["measure-layers", "measure-rectangle"], 0.7),
        new("measure-scale", "Read a map's scale", ["measure-convert"], 0.6),
        new("measure-units", "Square and cubic units", ["measure-box", "measure-convert"], 1.0, Options: 4),
    ];

    /// <summary>The skill of an item of ours; null for any other item.</summary>
    public static InventedSkill? SkillOf(string item) =>
        Skills.FirstOrDefault(skill => item.Length > skill.Id.Length + 1 && item.StartsWith(skill.Id, StringComparison.Ordinal) && item[skill.Id.Length] == '.');

    /// <summary>The items as the server takes them.</summary>
    public static ItemsBody ToItems() => new(
    [
        .. Skills.SelectMany(static skill => Enumerable.Range(1, ItemsEach).Select(number => new ItemBody(
            $"{skill.Id}.{number}", [skill.Id], "practice", skill.Options == 0 ? null : skill.Options, 0.5))),
    ]);

    /// <summary>A classroom that uses all of it.</summary>
    public static ClassroomBody ToClassroom(string id, IEnumerable<StudentBody> students)
    {
        ImmutableArray<StudentBody> roster = [.. students];
        return new ClassroomBody(
            $"Simulated {id}", [.. Skills.Select(static skill => new SkillBody(skill.Id, skill.Name, skill.Needs))], roster, Stations.OfAnyClassroom(roster.Length));
    }
}
