using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Records.Classrooms;

namespace LiveClass.Tests.Unit.Records;

public sealed class ClassroomPutRefusalTests : IDisposable
{
    private readonly OpenedRecords records = new();

    public void Dispose() => records.Dispose();

    public static TheoryData<string, ClassroomPut> Bodies => new()
    {
        { PutRefusal.BadName, new() { Name = " " } },
        { PutRefusal.BadName, new() { Name = new('x', 201) } },
        { PutRefusal.BadName, new() { Name = "a\nb" } },
        { PutRefusal.BadId, new() { Students = [new("ana maria")] } },
        { PutRefusal.BadId, new() { Students = [new("")] } },
        { PutRefusal.BadId, new() { Students = [new(new('x', 65))] } },
        { PutRefusal.BadId, new() { Skills = [new("k~1")] } },
        { PutRefusal.BadId, new() { Skills = [new("k1", Prerequisites: ["é"])] } },
        { PutRefusal.BadName, new() { Students = [new("ana", "\u0007")] } },
        { PutRefusal.DuplicateId, new() { Students = [new("ana"), new("ana")] } },
        { PutRefusal.DuplicateId, new() { Skills = [new("k1"), new("k1")] } },
        { PutRefusal.DuplicateId, new() { Skills = [new("k0"), new("k1", Prerequisites: ["k0", "k0"])] } },
        { PutRefusal.TooMany, new() { Students = [.. Enumerable.Range(0, 5_001).Select(i => new StudentPut($"s{i}"))] } },
        { PutRefusal.UnknownPrerequisite, new() { Skills = [new("k1", Prerequisites: ["nobody"])] } },
        { PutRefusal.MissingField, new() { Stations = [new("s", Capacity: 3)] } },
        { PutRefusal.MissingField, new() { Stations = [new("s", Kind: StationKind.Online)] } },
        { PutRefusal.BadNumber, new() { Stations = [new("s", Kind: StationKind.Online, Capacity: 0)] } },
        { PutRefusal.BadNumber, new() { Stations = [new("s", Kind: (StationKind)99, Capacity: 1)] } },
        { PutRefusal.BadName, new() { Stations = [new("s", Kind: StationKind.Online, Capacity: 1, Materials: new('x', 1_001))] } },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_bad_body_is_refused_with_its_code_and_nothing_is_taken(string code, ClassroomPut body)
    {
        var result = await records.PutAsync("6a", body with { Name = body.Name ?? "6a" });
        Assert.Equal((PutKind.Refused, code), (result.Kind, result.Refusal?.Code));
        Assert.NotEmpty(result.Refusal!.Detail);
        Assert.Null(await records.Store.Classrooms.FindAsync(records.School, "6a"));
        Assert.Empty(await records.Store.Outbox.PendingAsync(1));
    }

    [Fact]
    public async Task A_bad_classroom_id_is_refused() =>
        Assert.Equal(PutRefusal.BadId, (await records.PutAsync("6 a", new())).Refusal?.Code);

    [Fact]
    public async Task Ids_are_case_sensitive()
    {
        await records.PutAsync("6a", new() { Students = [new("ana"), new("Ana")] });
        await records.PutAsync("6A", new());
        var classroom = await records.FindAsync("6a");
        Assert.NotEqual(classroom.Student("ana")!.Key, classroom.Student("Ana")!.Key);
        Assert.NotEqual(classroom.Key, (await records.FindAsync("6A")).Key);
    }

    [Fact]
    public async Task A_skill_that_needs_itself_is_a_cycle() =>
        Assert.Equal(PutRefusal.Cycle, (await records.PutAsync("6a", new() { Skills = [new("k1", Prerequisites: ["k1"])] })).Refusal?.Code);

    [Fact]
    public async Task A_cycle_is_refused_and_named()
    {
        var result = await records.PutAsync("6a", new() { Skills = [new("a", Prerequisites: ["b"]), new("b", Prerequisites: ["c"]), new("c", Prerequisites: ["a"])] });
        Assert.Equal(PutRefusal.Cycle, result.Refusal?.Code);
        Assert.Contains("a needs b needs c needs a", result.Refusal!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cycle_through_another_classrooms_skills_is_found()
    {
        await records.PutAsync("6a", new() { Skills = [new("a"), new("b", Prerequisites: ["a"]), new("c", Prerequisites: ["b"])] });
        var result = await records.PutAsync("7b", new() { Skills = [new("a", Prerequisites: ["c"])] });
        Assert.Equal(PutRefusal.Cycle, result.Refusal?.Code);
        Assert.Null(await records.Store.Classrooms.FindAsync(records.School, "7b"));
        Assert.Empty(records.Store.Skills.ById(records.School, "a")!.Prerequisites);
    }

    [Fact]
    public async Task A_body_that_opens_a_cycle_and_closes_none_is_taken()
    {
        await records.PutAsync("6a", new() { Skills = [new("a"), new("b", Prerequisites: ["a"])] });
        var turned = await records.PutAsync("6a", new() { Skills = [new("a", Prerequisites: ["b"]), new("b", Prerequisites: [])] });
        Assert.Equal(PutKind.Updated, turned.Kind);
    }

    [Fact]
    public void A_chain_of_a_hundred_thousand_skills_is_walked_without_a_stack()
    {
        var chain = Enumerable.Range(0, 100_000).ToDictionary(i => $"k{i}", IReadOnlyList<string> (i) => [$"k{i + 1}"]);
        Assert.Empty(Progression.FindCycle(chain));
        chain["k100000"] = ["k0"];
        Assert.Equal(100_001, Progression.FindCycle(chain).Length);
    }
}
