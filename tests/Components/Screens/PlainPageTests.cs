using System.Text.RegularExpressions;
using AngleSharp.Dom;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Views;
using LiveClass.Web.Screens;
using LiveClass.Web.Screens.Start;

namespace LiveClass.Tests.Components.Screens;

public sealed class PlainPageTests
{
    private static readonly Instant Now = new(1_790_000_000_000);

    [Fact]
    public async Task An_empty_server_says_what_to_do_with_it()
    {
        var page = await Start();

        Assert.Equal("/admin/keys", page.QuerySelector(".moves a")!.GetAttribute("href"));
        Assert.Contains("curl -X PUT http://school.example:5080/api/v1/classrooms/6a", page.GetElementById("put-classroom")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("src/Simulator -- class --students 30 --to http://school.example:5080", page.GetElementById("simulate")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_example_of_a_classroom_is_what_the_route_takes()
    {
        var command = (await Start()).GetElementById("put-classroom")!.TextContent;
        var body = Regex.Match(command, "-d '(?<body>.+)'", RegexOptions.Singleline, TimeSpan.FromSeconds(1)).Groups["body"].Value;
        var json = System.Text.Json.Nodes.JsonNode.Parse(body)!;

        Assert.Equal(["name", "skills", "students"], json.AsObject().Select(field => field.Key));
        Assert.Equal("k05", json["skills"]![1]!["prerequisites"]![0]!.GetValue<string>());
    }

    [Fact]
    public async Task Classrooms_are_listed_with_who_is_here_and_where_the_lesson_stands()
    {
        var page = await Start(
            new("6a", "6a", 31, 35, LessonState.Running, Now - TimeSpan.FromMinutes(14), 3),
            new("7b", "7b", 0, 30, LessonState.Ended, Now - TimeSpan.FromHours(20), 2),
            new("8c", "8c <b>", 0, 28, null, null, 0));
        var rows = page.QuerySelectorAll("tbody tr").Select(row => row.Children.Select(cell => (cell.QuerySelector("a") ?? cell).TextContent.Trim()).ToArray()).ToArray();

        Assert.Equal(["6a", "31 of 35", "Running for 14 min", "3"], rows[0]);
        Assert.Equal(["7b", "30 on the list", "Ended 2026-09-20 18:13 UTC", ""], rows[1]);
        Assert.Equal(["8c <b>", "28 on the list", "No lesson yet", ""], rows[2]);
        Assert.Equal("/classrooms/6a/live", page.QuerySelector("tbody a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData(401, "Sign in first")]
    [InlineData(403, "This page is not for you")]
    [InlineData(404, "There is nothing here")]
    [InlineData(429, "Too many requests")]
    [InlineData(503, "The server cannot answer now")]
    [InlineData(500, "Something went wrong")]
    public async Task A_problem_says_what_it_means_and_leads_back(int status, string title)
    {
        var page = await Rendered.As<ProblemScreen>(new() { [nameof(ProblemScreen.Status)] = status, [nameof(ProblemScreen.Code)] = "a-code" });

        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
        Assert.Equal("a-code", page.QuerySelector("main code")!.TextContent);
        Assert.Equal("/", page.QuerySelector("main a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("en", "There is no class with this address, or it is not yours to see.")]
    [InlineData("es", "No hay ninguna clase con esta dirección, o no puedes verla.")]
    public async Task A_problem_says_why_in_the_readers_language(string language, string why)
    {
        var page = await Rendered.As<ProblemScreen>(new() { [nameof(ProblemScreen.Status)] = 404, [nameof(ProblemScreen.Code)] = "unknown-classroom" }, language);

        Assert.Contains(page.QuerySelectorAll("main p"), line => line.TextContent == why);
    }

    [Fact]
    public void The_dark_theme_is_the_same_whether_chosen_or_the_systems()
    {
        var style = File.ReadAllText(Path.Combine(Repository.Root, "src", "Web", "wwwroot", "app.css"));
        var chosen = Colours(style, ":root[data-theme=\"dark\"]");
        var systems = Colours(style, ":root:not([data-theme])");

        Assert.NotEmpty(chosen);
        Assert.Equal(chosen, systems);
    }

    private static List<string> Colours(string style, string selector)
    {
        var start = style.IndexOf(selector + " {", StringComparison.Ordinal);
        var block = style[start..style.IndexOf('}', start)];
        return [.. Regex.Matches(block, "--[a-z-]+: #[0-9a-f]+", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Value)];
    }

    private static Task<IDocument> Start(params ClassroomSummary[] classrooms) => Rendered.As<StartPage>(new()
    {
        [nameof(StartPage.Classrooms)] = classrooms,
        [nameof(StartPage.Address)] = "http://school.example:5080",
        [nameof(StartPage.Now)] = Now,
    });
}
