using System.Collections.Immutable;
using LiveClass.Grains.Abstractions.Views;

namespace LiveClass.Web.Screens.Words;

/// <summary>A skill's name on a tile: two lines of up to six letters.</summary>
/// <param name="First">The upper line.</param>
/// <param name="Second">The lower line; empty where one is enough.</param>
public readonly record struct TileName(string First, string Second)
{
    private const int Letters = 6;

    /// <summary>The tile names of columns, in their order, no two alike.</summary>
    public static ImmutableArray<TileName> Of(IReadOnlyList<SkillView> skills)
    {
        var taken = new HashSet<TileName>();
        var tiles = ImmutableArray.CreateBuilder<TileName>(skills.Count);
        for (var place = 0; place < skills.Count; place++)
        {
            if (skills[place].Tile is { Length: > 0 } own && taken.Add(OfTwoLines(own)))
            {
                tiles.Add(OfTwoLines(own));
                continue;
            }

            var words = skills[place].Name.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
            var tile = words.Length switch
            {
                0 => new TileName(Cut(skills[place].Id), ""),
                1 => new TileName(Cut(words[0]), words[0].Length > Letters ? Cut(words[0][Letters..]) : ""),
                _ => new TileName(Cut(words[0]), Cut(words[1])),
            };
            if (!taken.Add(tile) && !taken.Add(tile = new TileName(tile.First, words.Length > 2 ? Cut(words[^1]) : $"no. {place + 1}")))
                taken.Add(tile = new TileName(tile.First, $"no. {place + 1}"));
            tiles.Add(tile);
        }

        return tiles.MoveToImmutable();
    }

    /// <summary>As many words on the upper line as fit, the rest on the lower.</summary>
    private static TileName OfTwoLines(string tile)
    {
        var words = tile.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var upper = 1;
        while (upper < words.Length && string.Join(' ', words[..(upper + 1)]).Length <= Letters) upper++;
        return new TileName(Cut(string.Join(' ', words[..upper])), Cut(string.Join(' ', words[upper..])));
    }

    private static string Cut(string word) => word.Length <= Letters ? word : word[..Letters];
}
