using System.Text.Json;
using LiveClass.Tests.Server.Running;
using LiveClass.Web.Access;
using LiveClass.Web.Commands;
using LiveClass.Web.Ingest;
using LiveClass.Web.Problems;
using LiveClass.Web.Reading;

namespace LiveClass.Tests.Server;

[Collection(ServerSuite.Name)]
public sealed class ApiDocsTests(RunningServer server)
{
    public static TheoryData<string> Codes => [.. AllCodes().Distinct().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_code_has_a_line_in_the_API_docs(string code) =>
        Assert.Contains(File.ReadLines(DocsPath()), line => line.StartsWith($"| `{code}` |", StringComparison.Ordinal));

    [Fact]
    public void Every_sentence_in_the_API_docs_is_the_one_that_is_sent()
    {
        var docs = File.ReadAllText(DocsPath());

        foreach (var code in ProblemCodes.All) Assert.Contains($"| `{code.Name}` | {code.HttpStatus} | {code.Sentence} |", docs, StringComparison.Ordinal);
        foreach (var rejection in Rejection.All) Assert.Contains($"| `{rejection.Code}` | {rejection.Sentence} |", docs, StringComparison.Ordinal);
        foreach (var (code, sentence) in RefusalWords.All.Values) Assert.Contains($"| `{code}` | {sentence.Replace("{0}", "n", StringComparison.Ordinal)} |", docs, StringComparison.Ordinal);
        foreach (var type in CommandCatalog.Available.Keys) Assert.Contains($"| `{type}` |", docs, StringComparison.Ordinal);
        foreach (var threshold in PolicyChange.Names) Assert.Contains($"`{threshold}`", docs, StringComparison.Ordinal);
        foreach (var scope in Scopes.All) Assert.Contains($"`{scope}`", docs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_API_document_has_every_route_with_its_scope_and_every_code()
    {
        using var nobody = server.Client(key: null);

        var document = JsonSerializer.Deserialize<JsonElement>(await nobody.GetStringAsync("/openapi/v1.json"));

        var paths = document.GetProperty("paths");
        var evidence = paths.GetProperty("/api/v1/evidence").GetProperty("post");
        Assert.Contains("evidence:write", evidence.GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.True(evidence.GetProperty("responses").TryGetProperty("413", out _));
        Assert.True(evidence.TryGetProperty("requestBody", out _));
        foreach (var path in new[] { "/api/v1/items", "/api/v1/classrooms/{id}", "/api/v1/classrooms/{id}/board", "/api/v1/classrooms/{id}/commands", "/api/v1/quarantine", "/health/ready" })
            Assert.True(paths.TryGetProperty(path, out _), path);
        Assert.False(paths.TryGetProperty("/admin/keys", out _));
        var description = document.GetProperty("info").GetProperty("description").GetString();
        foreach (var code in AllCodes()) Assert.Contains($"`{code}`", description, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_refusal_of_a_classroom_has_its_words() =>
        Assert.Equal(
            Enum.GetValues<Grains.Abstractions.Outcomes.RefusalCode>().Where(c => c != Grains.Abstractions.Outcomes.RefusalCode.None),
            RefusalWords.All.Keys.Order());

    [Fact]
    public void No_code_says_two_things_of_one_kind()
    {
        Assert.Equal(ProblemCodes.All.Count, ProblemCodes.All.Select(c => c.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Rejection.All.Count, Rejection.All.Select(c => c.Code).Distinct(StringComparer.Ordinal).Count());
    }

    private static IEnumerable<string> AllCodes() =>
        ProblemCodes.All.Select(c => c.Name)
            .Concat(Rejection.All.Select(r => r.Code))
            .Concat(RefusalWords.All.Values.Select(w => w.Code))
            .Concat(QuarantineWords.All.Values.Select(w => w.Code));

    private static string DocsPath()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "LiveClass.sln"))) folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository."), "docs", "api.md");
    }
}
