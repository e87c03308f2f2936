using System.Xml.Linq;

namespace LiveClass.Tests.Unit.House;

/// <summary>Which project may reference which, and what a file may be.</summary>
public sealed class BordersTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Grains.Abstractions"] = [],
        ["Learning"] = ["Grains.Abstractions"],
        ["Engine"] = ["Grains.Abstractions"],
        ["Records"] = ["Grains.Abstractions"],
        ["Silo"] = ["Grains.Abstractions", "Learning", "Engine", "Records"],
        ["Web"] = ["Grains.Abstractions", "Learning", "Engine", "Records", "Silo", "Simulator"],
        ["Simulator"] = ["Grains.Abstractions", "Learning"],
    };

    private static readonly string[] SayNothing = ["Extensions", "Helpers", "Helper", "Utils", "Util", "Common", "Manager", "Service"];

    public static TheoryData<string> Projects => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_its_border_allows(string project)
    {
        var document = XDocument.Load(Repository.PathOf("src", project, $"{project}.csproj"));
        var references = document.Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));
        Assert.Empty(references.Except(Allowed[project]));
    }

    [Fact]
    public void Every_project_of_the_source_has_a_border() =>
        Assert.Equal(
            Allowed.Keys.Order(StringComparer.Ordinal),
            Repository.Files("src", "*.csproj").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal));

    [Fact]
    public void The_web_uses_the_simulator_in_the_demo_alone() =>
        Assert.DoesNotContain(
            Repository.Files("src/Web", "*.cs").Where(file => !file.StartsWith("src/Web/Demo/", StringComparison.Ordinal)),
            file => File.ReadAllText(Repository.PathOf(file)).Contains("LiveClass.Simulator", StringComparison.Ordinal));

    [Fact]
    public void No_file_holds_more_than_one_thought_can() =>
        Assert.DoesNotContain(
            new[] { "src", "bench" }.SelectMany(folder => Repository.Files(folder, "*.cs")),
            file => File.ReadLines(Repository.PathOf(file)).Count() > 400);

    [Fact]
    public void No_file_has_a_name_that_says_nothing() =>
        Assert.DoesNotContain(
            Repository.Files("src", "*.cs"),
            file => Array.Exists(SayNothing, word => Path.GetFileNameWithoutExtension(file).EndsWith(word, StringComparison.Ordinal)));

    [Fact]
    public void The_program_is_a_table_of_contents() =>
        Assert.InRange(
            File.ReadLines(Repository.PathOf("src", "Web", "Program.cs")).Count(line => line.TrimStart().StartsWith("builder.", StringComparison.Ordinal)
                || line.TrimStart().StartsWith("app.", StringComparison.Ordinal)),
            1, 30);
}
