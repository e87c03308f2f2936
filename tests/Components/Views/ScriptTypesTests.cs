using LiveClass.Grains.Abstractions.Views;
using LiveClass.Learning.Items;

namespace LiveClass.Tests.Components.Views;

public sealed class ScriptTypesTests
{
    private const string Write = "LIVECLASS_WRITE_SCRIPT_TYPES";

    /// <summary>With LIVECLASS_WRITE_SCRIPT_TYPES=1 it writes the file instead.</summary>
    [Fact]
    public void The_scripts_know_the_views_as_the_records_are() =>
        Check("views.ts", TypeScriptOfRecords.Of("src/Grains.Abstractions/Views", typeof(BoardView), typeof(DeltaView), typeof(WallView)));

    /// <summary>With LIVECLASS_WRITE_SCRIPT_TYPES=1 it writes the file instead.</summary>
    [Fact]
    public void The_scripts_know_forms_as_the_records_are() =>
        Check("items/form.ts", TypeScriptOfRecords.Of("src/Learning/Items", typeof(ItemForm)));

    private static void Check(string name, string types)
    {
        var file = Path.Combine(Repository.Scripts, "src", name);
        if (Environment.GetEnvironmentVariable(Write) == "1") File.WriteAllText(file, types);
        Assert.True(File.Exists(file) && types == File.ReadAllText(file), $"src/{name} is not what the records say. Run this test with {Write}=1 and commit the file.");
    }
}
