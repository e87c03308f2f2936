using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Grains.Abstractions.Views;
using LiveClass.Web.Screens.Words;
using LiveClass.Web.Words;

namespace LiveClass.Tests.Components.Screens;

/// <summary>The grid is rendered in two languages; both are held to the same vectors (see also Scripts/tests/words.test.ts).</summary>
public sealed class WordVectorTests
{
    [Fact]
    public void A_cell_is_shown_as_the_vectors_say()
    {
        foreach (var vector in Vectors("cells"))
        {
            var cell = vector["cell"].Deserialize(ViewJson.Default.CellView);
            var words = CellWords.Of(Text(vector, "student"), Text(vector, "skill"), cell, PageWords.English);
            Assert.Equal((Text(vector, "name"), Text(vector, "text"), Text(vector, "class"), Text(vector, "label")), (Text(vector, "name"), words.Text, words.Class, words.Label));
        }
    }

    [Fact]
    public void A_rows_head_is_shown_as_the_vectors_say()
    {
        foreach (var vector in Vectors("rows"))
        {
            var student = vector["student"]!.AsObject();
            student["id"] = "s1";
            student["cells"] = new JsonArray();
            var view = student.Deserialize(ViewJson.Default.StudentView)!;
            var words = RowWords.Of(view, vector["praised"]!.GetValue<bool>(), Instant.Of(vector["now"]!.GetValue<DateTimeOffset>()), PageWords.English);
            Assert.Equal(
                (Text(vector, "name"), Text(vector, "symbol"), Text(vector, "text"), Text(vector, "class"), Text(vector, "label")),
                (Text(vector, "name"), words.Symbol, words.Text, words.Class, words.Label));
        }
    }

    [Fact]
    public void A_columns_figures_are_shown_as_the_vectors_say()
    {
        foreach (var vector in Vectors("columns"))
        {
            var skill = vector["skill"].Deserialize(ViewJson.Default.SkillView)!;
            var students = vector["students"]!.AsArray().Select((student, place) => new StudentView
            {
                Id = $"s{place}",
                Name = "",
                Presence = Enum.Parse<Presence>(Text(student!, "presence"), ignoreCase: true),
                Cells = student!["level"] is { } level
                    ? [new CellView(skill.Id, 0.5, 0.5, Enum.Parse<MasteryLevel>(level.GetValue<string>(), ignoreCase: true), 5)]
                    : ImmutableArray<CellView>.Empty,
            });
            var words = ColumnWords.Of(skill, students, PageWords.English);
            Assert.Equal(
                (Text(vector, "mastered"), Text(vector, "present"), Text(vector, "struggling"), Text(vector, "label")),
                (words.Mastered, words.Present, words.Struggling, words.Label));
        }
    }

    [Fact]
    public void Tile_names_are_two_lines_of_six_letters_and_no_two_are_alike()
    {
        string[] names = ["Add unlike", "Add unlike things", "Add unlike", "Percentages", "6.RP.A.1", "", "Fraction times fraction"];
        var tiles = TileName.Of([.. names.Select((name, place) => new SkillView($"k{place}", name))]);

        Assert.All(tiles, tile => Assert.True(tile.First.Length <= 6 && tile.Second.Length <= 6, $"{tile}"));
        Assert.Equal(names.Length, tiles.Distinct().Count());
        Assert.Equal(new TileName("Add", "unlike"), tiles[0]);
        Assert.Equal(new TileName("Add", "things"), tiles[1]);
        Assert.Equal(new TileName("Add", "no. 3"), tiles[2]);
        Assert.Equal(new TileName("Percen", "tages"), tiles[3]);
        Assert.Equal(new TileName("k5", ""), tiles[5]);
    }

    private static IEnumerable<JsonNode> Vectors(string name) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Scripts, "vectors", $"{name}.json")))!.AsArray().Select(vector => vector!);

    private static string Text(JsonNode node, string field) => node[field]!.GetValue<string>();

    [Theory]
    [InlineData("Make equal", "Make", "equal")]
    [InlineData("frac × frac", "frac ×", "frac")]
    [InlineData("% of n", "% of n", "")]
    [InlineData("1 move", "1 move", "")]
    public void A_tile_of_its_own_stands_as_it_was_sent(string tile, string first, string second) =>
        Assert.Equal(new TileName(first, second), TileName.Of([new SkillView("k1", "Some other name", tile)])[0]);
}
