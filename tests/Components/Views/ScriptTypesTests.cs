using LiveClass.Grains.Abstractions.Views;

namespace LiveClass.Tests.Components.Views;

public sealed class ScriptTypesTests
{
    private const string Write = "LIVECLASS_WRITE_SCRIPT_TYPES";

    /// <summary>With LIVECLASS_WRITE_SCRIPT_TYPES=1 it writes the file instead.</summary>
    [Fact]
    public void The_scripts_know_the_views_as_the_records_are()
    {
        var file = Path.Combine(Repository.Scripts, "src", "views.ts");
        var types = TypeScriptOfRecords.Of(typeof(BoardView), typeof(DeltaView));
        if (Environment.GetEnvironmentVariable(Write) == "1") File.WriteAllText(file, types);
        Assert.True(types == File.ReadAllText(file), $"src/views.ts is not what the records say. Run this test with {Write}=1 and commit the file.");
    }
}
