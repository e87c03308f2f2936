using System.Text.RegularExpressions;

namespace LiveClass.Tests.Unit.House;

/// <summary>FLOW.md names what exists.</summary>
public sealed partial class FlowTests
{
    private static readonly string Flow = File.ReadAllText(Repository.PathOf("FLOW.md"));

    private static string[] Paths => [.. CodePath().Matches(Flow).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal)];

    [Fact]
    public void Every_file_that_it_names_exists()
    {
        Assert.True(Paths.Length > 25, $"FLOW.md names only {Paths.Length} files.");
        Assert.DoesNotContain(Paths, path => !File.Exists(Repository.PathOf(path)));
    }

    [Fact]
    public void Every_type_that_it_names_is_declared_in_a_file_that_it_names()
    {
        var declared = Paths.Where(path => path.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(path => Declaration().Matches(File.ReadAllText(Repository.PathOf(path))).Select(match => match.Groups["name"].Value))
            .Concat(Paths.Where(path => path.EndsWith(".razor", StringComparison.Ordinal)).Select(path => Path.GetFileNameWithoutExtension(path)))
            .ToHashSet(StringComparer.Ordinal);
        var named = TypeName().Matches(Flow).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal).ToArray();
        Assert.True(named.Length > 25, $"FLOW.md names only {named.Length} types.");
        Assert.Empty(named.Where(name => !declared.Contains(name)).Except(["Records", "Submit"]));
    }

    [GeneratedRegex(@"`(?<name>src/[\w./]+\.(cs|razor|ts))`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CodePath();

    [GeneratedRegex(@"`(?<name>[A-Z]\w+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TypeName();

    [GeneratedRegex(@"(class|record|struct|interface|enum) (struct )?(?<name>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Declaration();
}
