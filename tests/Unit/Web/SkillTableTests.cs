using LiveClass.Web.Classes;

namespace LiveClass.Tests.Unit.Web;

public sealed class SkillTableTests
{
    [Theory]
    [InlineData("id,name,prerequisites\nk1,Ratios,\nk2,Unit rates,k1")]
    [InlineData("k1,Ratios\nk2,\"Unit rates\",k1")]
    [InlineData("id;name;prerequisites\nk1;Ratios;\nk2;Unit rates;k1")]
    [InlineData("ID\tName\tPrerequisites\nk1\tRatios\t\nk2\tUnit rates\tk1\n\n")]
    public void A_table_is_read_however_its_cells_are_parted(string text)
    {
        var (skills, problem) = SkillTable.Read(text);

        Assert.Null(problem);
        Assert.Equal([("k1", "Ratios", ""), ("k2", "Unit rates", "k1")], skills.Select(skill => (skill.Id, skill.Name!, string.Join(' ', skill.Prerequisites!))));
    }

    [Fact]
    public void Quoted_cells_may_hold_separators_and_quotes_and_a_skill_several_prerequisites()
    {
        var (skills, problem) = SkillTable.Read("k3,\"Ratios, \"\"in words\"\"\",\"k1, k2\"\nk4,Tables,k1 k2;k3");

        Assert.Null(problem);
        Assert.Equal("Ratios, \"in words\"", skills[0].Name);
        Assert.Equal(["k1", "k2"], skills[0].Prerequisites!);
        Assert.Equal(["k1", "k2", "k3"], skills[1].Prerequisites!);
    }

    [Theory]
    [InlineData("k1", "classes.csv.cells", 1)]
    [InlineData("k1,One\nk 2,Two", "classes.csv.id", 2)]
    [InlineData("k1,One\nk2,", "classes.csv.name", 2)]
    [InlineData("k1,One\nk1,Two", "classes.csv.twice", 2)]
    [InlineData("k1,One,k/2", "classes.csv.id", 1)]
    public void The_first_thing_that_is_wrong_is_told_with_its_line(string text, string key, int line)
    {
        var (_, problem) = SkillTable.Read(text);

        Assert.Equal((key, line), (problem!.Key, problem.Line));
    }

    [Fact]
    public void The_skills_that_can_be_chosen_are_those_that_have_items_and_stand_below_what_they_need()
    {
        Assert.NotEmpty(SkillOffers.All);
        foreach (var (place, offer) in SkillOffers.All.Index())
        {
            Assert.NotEmpty(SkillOffers.ItemsOf([offer.AsPut()]));
            Assert.All(offer.Needs.Where(need => SkillOffers.Find(need) is not null), need => Assert.Contains(SkillOffers.All.Take(place), before => before.Id == need));
        }
    }
}
