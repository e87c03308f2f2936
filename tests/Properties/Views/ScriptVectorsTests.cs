using System.Text.Json;
using LiveClass.Grains.Abstractions.Views;

namespace LiveClass.Tests.Properties.Views;

/// <summary>The pages' scripts apply deltas as the server does: they are held to samples that this code makes.</summary>
public sealed class ScriptVectorsTests
{
    private const string Write = "LIVECLASS_WRITE_SCRIPT_VECTORS";
    private const int Samples = 5;

    /// <summary>With LIVECLASS_WRITE_SCRIPT_VECTORS=1 it writes the file instead.</summary>
    [Fact]
    public void The_scripts_samples_of_deltas_are_what_this_code_makes()
    {
        var file = Path.Combine(Root(), "src", "Web", "Scripts", "vectors", "deltas.json");
        var samples = $"[\n{string.Join(",\n", Lines())}\n]\n";
        if (Environment.GetEnvironmentVariable(Write) == "1") File.WriteAllText(file, samples);
        Assert.True(samples == File.ReadAllText(file), $"vectors/deltas.json is not what the code makes. Run this test with {Write}=1 and commit the file.");
    }

    private static IEnumerable<string> Lines()
    {
        for (var seed = 0; seed < Samples; seed++)
        {
            var boards = new RandomBoards(seed);
            var (before, other) = (boards.Board(), boards.Board());
            yield return Line($"any two boards, seed {seed}", before, other);
            yield return Line($"a turn, seed {seed}", other, boards.Changed(other) with { Version = other.Version + 1 });
        }
    }

    private static string Line(string name, BoardView before, BoardView after)
    {
        var delta = BoardDiff.Between(before, after)!;
        return $$"""{"name":"{{name}}","before":{{Json(before)}},"delta":{{JsonSerializer.Serialize(delta, ViewJson.Default.DeltaView)}},"after":{{Json(after)}}}""";
    }

    private static string Json(BoardView board) => JsonSerializer.Serialize(board, ViewJson.Default.BoardView);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "LiveClass.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("LiveClass.sln is in no folder above the tests.");
    }
}
