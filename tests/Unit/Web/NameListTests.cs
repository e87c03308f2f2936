using LiveClass.Web.Classes;

namespace LiveClass.Tests.Unit.Web;

public sealed class NameListTests
{
    [Theory]
    [InlineData("Ana Lima", "Ana Lima")]
    [InlineData("  Ana   Lima ", "Ana Lima")]
    [InlineData("1. Ana Lima", "Ana Lima")]
    [InlineData("12) Ana Lima", "Ana Lima")]
    [InlineData("(3) Ana Lima", "Ana Lima")]
    [InlineData("7 Ana Lima", "Ana Lima")]
    [InlineData("7\tAna\tLima", "Ana Lima")]
    [InlineData("• Ana Lima", "Ana Lima")]
    [InlineData("- Ana Lima", "Ana Lima")]
    [InlineData("* 4. Ana Lima", "Ana Lima")]
    [InlineData("☐ Ana Lima", "Ana Lima")]
    [InlineData("Ana Lima <ana@school.example>", "Ana Lima")]
    [InlineData("Ana Lima, ana@school.example", "Ana Lima")]
    [InlineData("ana@school.example;Ana Lima;6a@x.y", "Ana Lima")]
    [InlineData("Lima, Ana", "Ana Lima")]
    [InlineData("\"Lima, Ana\"", "Ana Lima")]
    [InlineData("“Ana Lima”", "Ana Lima")]
    [InlineData("Ana\u200b Lima\u202e", "Ana Lima")]
    [InlineData("O'Neil-Núñez, María José", "María José O'Neil-Núñez")]
    [InlineData("王小明", "王小明")]
    [InlineData("Ana L.", "Ana L.")]
    public void A_line_gives_its_name(string line, string name)
    {
        var list = NameList.Read(line);

        Assert.Equal(name, Assert.Single(list.Names).Name);
        Assert.Empty(list.Remarks);
    }

    [Fact]
    public void Lines_keep_their_order_and_empty_ones_say_nothing()
    {
        var list = NameList.Read("Ana\r\n\r\nBen\n   \nCleo");

        Assert.Equal([(1, "Ana"), (3, "Ben"), (5, "Cleo")], list.Names.Select(read => (read.Line, read.Name)));
        Assert.Empty(list.Remarks);
    }

    [Fact]
    public void What_is_not_taken_is_told_with_its_line()
    {
        var list = NameList.Read($"Student name\nAna Lima\nana lima\n4.\nBen\n{new string('x', 90)}\nleo@school.example", known: ["ben"]);

        Assert.Equal(["Ana Lima"], list.Names.Select(read => read.Name));
        Assert.Equal(
            [(1, "classes.names.heading"), (3, "classes.names.twice"), (4, "classes.names.no-name"), (5, "classes.names.known"), (6, "classes.names.long"), (7, "classes.names.no-name")],
            list.Remarks.Select(remark => (remark.Line, remark.Key)));
    }

    [Fact]
    public void Two_with_the_same_first_name_are_two()
    {
        Assert.Equal(3, NameList.Read("Ana Lima\nAna Brandt\nAna").Names.Length);
    }

    [Fact]
    public void Noise_of_any_kind_is_read_without_end_or_error()
    {
        var noise = new Random(7);
        for (var run = 0; run < 300; run++)
        {
            var text = new string([.. Enumerable.Range(0, 200).Select(_ => (char)noise.Next(1, noise.Next(2, 0xd7ff)))]);
            Assert.All(NameList.Read(text).Names, read => Assert.InRange(read.Name.Length, 1, NameList.LongestName));
        }
    }
}
