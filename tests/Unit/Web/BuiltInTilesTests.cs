using LiveClass.Grains.Abstractions.Views;
using LiveClass.Learning.Items;
using LiveClass.Web.Boards;
using LiveClass.Web.Items;
using LiveClass.Web.Screens.Words;

namespace LiveClass.Tests.Unit.Web;

/// <summary>The built-in skills at the head of a column, in both languages.</summary>
public sealed class BuiltInTilesTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void A_tile_fits_its_two_lines_whole_and_no_two_are_alike(string language)
    {
        string[] tiles = [.. ItemTemplates.Shipped.Progression.Select(skill => language == "es" ? skill.SpanishTile : skill.Tile)];

        var shown = TileName.Of([.. tiles.Select((tile, place) => new SkillView($"k{place}", "Some other name", tile))]);

        Assert.Equal(tiles, shown.Select(tile => $"{tile.First} {tile.Second}".TrimEnd()));
    }

    [Theory]
    [InlineData("k11", "Add unlike", "Sumar distin")]
    [InlineData("k26", "y = kx", "y = kx")]
    [InlineData("k11", "Our own", null)]
    [InlineData("k11", null, null)]
    [InlineData("own", "Add unlike", null)]
    public void A_school_that_names_a_skill_itself_reads_its_own_tile(string skill, string? tile, string? spanish) =>
        Assert.Equal(spanish, BuiltInProgression.TileEs(skill, tile));

    [Fact]
    public void A_page_in_Spanish_has_Spanish_names_and_tiles_where_there_are_any()
    {
        BoardView board = new()
        {
            Classroom = "c",
            Name = "6a",
            Version = 1,
            Now = default,
            Skills = [new("k11", "Different bottoms", "Add unlike", "Distinto abajo", "Sumar distin"), new("own", "Our own", "Own")],
            Columns = [],
            Students = [],
        };

        Assert.Equal([("Distinto abajo", "Sumar distin"), ("Our own", "Own")], StudentViews.In(board, "es").Skills.Select(skill => (skill.Name, skill.Tile)));
        Assert.Equal(board.Skills, StudentViews.In(board, "en").Skills);
    }
}
