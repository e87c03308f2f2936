using LiveClass.Records.Classrooms;
using LiveClass.Records.Items;

namespace LiveClass.Tests.Unit.Records;

public sealed class SkillNamesTests : IDisposable
{
    private readonly OpenedRecords records = new();

    public void Dispose() => records.Dispose();

    [Fact]
    public async Task A_skill_keeps_its_tile_code_and_Spanish_name_until_others_are_sent()
    {
        await records.PutAsync("6a", new() { Skills = [new("k05", "Make equal fractions", Tile: "Make equal", Code: "4.NF.A.1", NameEs: "Fracciones equivalentes")] });
        await records.PutAsync("6a", new() { Skills = [new("k05", Tile: "Equal")] });
        records.Reopen();
        var skill = Assert.Single((await records.FindAsync("6a")).Skills);
        Assert.Equal(("Make equal fractions", "Equal", "4.NF.A.1", "Fracciones equivalentes"), (skill.Name, skill.Tile, skill.Code, skill.NameEs));
        Assert.Equal(("Equal", "4.NF.A.1", "Fracciones equivalentes"), (records.Store.Skills.ById(records.School, "k05")!.Tile, records.Store.Skills.ByKey(skill.Key)!.Code, records.Store.Skills.ByKey(skill.Key)!.NameEs));
    }

    [Fact]
    public async Task The_same_names_again_change_nothing()
    {
        var body = new ClassroomPut { Skills = [new("k05", Tile: "Make equal", Code: "4.NF.A.1", NameEs: "Fracciones")] };
        await records.PutAsync("6a", body);
        Assert.Equal(PutKind.Unchanged, (await records.PutAsync("6a", body)).Kind);
        Assert.Equal(PutKind.Updated, (await records.PutAsync("6a", new() { Skills = [new("k05", NameEs: "Otras")] })).Kind);
    }

    [Fact]
    public async Task A_tile_that_no_column_can_hold_is_refused()
    {
        var long25 = new string('a', 25);
        foreach (var skill in new SkillPut[] { new("k05", Tile: long25), new("k05", Tile: " "), new("k05", Code: new string('a', 65)), new("k05", NameEs: "") })
            Assert.Equal(PutRefusal.BadName, (await records.PutAsync("6a", new() { Skills = [skill] })).Refusal!.Code);
    }

    [Theory]
    [InlineData("liveclass:k05a/2", true)]
    [InlineData("liveclass:k05a/4", false)]
    [InlineData("liveclass:k05a", false)]
    [InlineData("liveclass:", false)]
    [InlineData("liveclass:k05a/2/x", false)]
    [InlineData("javascript:alert(1)", false)]
    public async Task An_item_may_be_a_built_in_one(string url, bool taken)
    {
        await records.WithClassroomAsync();
        var result = await records.Store.ItemWriter.PutAsync(records.School, new ItemsPut([new ItemPut("i1", ["k0"], Url: url)]));
        Assert.Equal(taken, result.Refusal is null);
    }
}
