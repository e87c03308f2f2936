using System.Text.Json;
using LiveClass.Learning.Items;

namespace LiveClass.Tests.Properties.Items;

/// <summary>The pages' scripts show and score forms as the server makes them: they are held to samples that this code makes.</summary>
public sealed class FormVectorsTests
{
    private const string Write = "LIVECLASS_WRITE_SCRIPT_VECTORS";
    private static readonly JsonSerializerOptions Indented = new(FormJson.Default.Options) { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string, string, int, Language> Samples => new()
    {
        { "choice", "k04a", 1, Language.English },
        { "many", "k01b", 2, Language.English },
        { "number", "k05a", 2, Language.English },
        { "fraction", "k05b", 1, Language.Spanish },
        { "mixed", "k08a", 2, Language.English },
        { "order", "k04b", 2, Language.English },
        { "line", "k02a", 2, Language.English },
        { "pairs", "k16b", 1, Language.English },
        { "expression", "k23a", 2, Language.Spanish },
    };

    /// <summary>With LIVECLASS_WRITE_SCRIPT_VECTORS=1 it writes the files instead.</summary>
    [Theory]
    [MemberData(nameof(Samples))]
    public void The_scripts_sample_of_each_answer_type_is_what_this_code_makes(string type, string template, int level, Language language)
    {
        Assert.True(ItemTemplates.Shipped.TryFind(template, level, out var found));
        var form = found.Generate(11, language);
        Assert.Equal(type, JsonNamingPolicy.CamelCase.ConvertName(form.Type.ToString()));
        Check($"forms/{type}.json", JsonSerializer.Serialize(form, Indented) + "\n");
    }

    /// <summary>Each response with what the server says of it, for the script's scorer.</summary>
    [Fact]
    public void The_scripts_sample_of_scores_is_what_this_code_makes()
    {
        var lines = ScoringSamples.All().Select(sample => JsonSerializer.Serialize(new
        {
            type = JsonNamingPolicy.CamelCase.ConvertName(sample.Form.Type.ToString()),
            parts = sample.Form.Parts,
            key = new { right = sample.Form.Key!.Right, misconceptions = sample.Form.Key.Misconceptions.Select(one => new { id = one.Id, response = one.Response, feedback = Array.Empty<int>() }), solution = Array.Empty<int>() },
            response = sample.Response,
            right = sample.Score.IsRight,
            misconception = sample.Score.Misconception,
            otherForm = sample.Score.OtherForm,
        }, Compact));
        Check("scoring.json", $"[\n{string.Join(",\n", lines)}\n]\n");
    }

    private static readonly JsonSerializerOptions Compact = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static void Check(string name, string made)
    {
        var file = Path.Combine(Root(), "src", "Web", "Scripts", "vectors", name);
        if (Environment.GetEnvironmentVariable(Write) == "1") File.WriteAllText(file, made);
        Assert.True(File.Exists(file) && made == File.ReadAllText(file), $"vectors/{name} is not what the code makes. Run this test with {Write}=1 and commit the file.");
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "LiveClass.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("LiveClass.sln is in no folder above the tests.");
    }
}
