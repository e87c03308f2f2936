using LiveClass.Tests.Browser.Real;
using LiveClass.Tests.Browser.Sample;
using LiveClass.Tests.Browser.Student;
using Microsoft.AspNetCore.Routing;
using Microsoft.Playwright;

namespace LiveClass.Tests.Browser.Pages;

/// <summary>Every page that is mapped has its states in a table.</summary>
public sealed class EveryPageTests
{
    /// <summary>Addresses that answer programs, or the scripts of pages.</summary>
    private static readonly string[] NoPages = ["/api/", "/openapi/", "/health/", "/hubs/", "/join/", "/wall/code", "/{**path:file}"];

    [Fact]
    public async Task Every_page_that_is_mapped_is_in_a_table()
    {
        var data = Path.Combine(Path.GetTempPath(), $"liveclass-pages-{Guid.NewGuid():N}");
        string[] mapped;
        await using (var app = LiveClass.Web.Program.Create($"--LiveClass:DataDirectory={data}", "--LiveClass:Demo=false")) mapped = [.. PagesOf(app)];
        Directory.Delete(data, recursive: true);

        Assert.Empty(mapped.Except(
            PlainPages.States.Select(state => state.Route).Concat(TeacherPages.States.Select(state => state.Route))
                .Concat(StudentPages.States.Select(state => state.Route)).Concat(WallTests.Routes).Concat(DemoPagesTests.Routes)));
    }

    private static IEnumerable<string> PagesOf(IEndpointRouteBuilder app) =>
        app.DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<HttpMethodMetadata>() is { } methods && methods.HttpMethods.Contains("GET"))
            .Where(route => route.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is null)
            .Select(route => $"/{route.RoutePattern.RawText!.Trim('/')}")
            .Where(path => !Array.Exists(NoPages, start => path.StartsWith(start, StringComparison.Ordinal)))
            .Distinct().Order(StringComparer.Ordinal);
}

/// <summary>The pages of people, classes and keys.</summary>
public sealed class PlainPagesTests : BrowserTest
{
    [Fact]
    public async Task Every_state_holds_up_in_three_themes_at_a_desk_and_on_a_phone()
    {
        await using var server = await RealServer.StartedAsync();
        var (admin, errors) = await Chromium.OpenAsync(motion: ReducedMotion.Reduce);
        var (visitor, _) = await Chromium.OpenAsync(motion: ReducedMotion.Reduce);
        var (stage, looks) = (new PlainPages(server, admin, visitor), new Looks());
        foreach (var state in PlainPages.States)
        {
            await state.Reach(stage);
            await looks.TakeAtBothWidthsAsync(stage.Page, $"{state.Route} {state.Name}");
        }

        looks.HoldUp();
        Assert.DoesNotContain(errors, error => !error.Contains("404", StringComparison.Ordinal) && !error.Contains("400", StringComparison.Ordinal));
    }
}

/// <summary>The teacher's live page.</summary>
public sealed class TeacherPagesTests : BrowserTest
{
    [Fact]
    public async Task Every_state_holds_up_in_three_themes()
    {
        await using var host = await SampleHost.StartAsync();
        host.Notes.Enqueue(new { note = 1, at = "2026-11-22T10:00:00Z", skill = (string?)null, text = "draws first", by = "Ms Ito" });
        var (page, _) = await Chromium.OpenAsync(motion: ReducedMotion.Reduce);
        await page.AddInitScriptAsync(TeacherPages.MovableClock);
        var (stage, looks) = (new TeacherPages(host, page), new Looks());
        foreach (var state in TeacherPages.States)
        {
            await state.Reach(stage);
            await looks.TakeAsync(page, $"live {state.Name}");
        }

        looks.HoldUp();
    }
}

/// <summary>The student's page.</summary>
public sealed class StudentPagesTests : BrowserTest
{
    [Theory]
    [InlineData(390, 844)]
    [InlineData(1366, 768)]
    public async Task Every_state_holds_up_in_three_themes(int width, int height)
    {
        await using var host = await StudentHost.StartAsync();
        var touch = width < 600;
        var (page, _) = await Chromium.OpenAsync(width, height, touch: touch, motion: ReducedMotion.Reduce);
        if (touch) await page.AddInitScriptAsync("document.documentElement?.classList.add('touch')");
        var (stage, looks) = (new StudentPages(host, page), new Looks());
        foreach (var state in StudentPages.States)
        {
            await state.Reach(stage);
            await looks.TakeAsync(page, $"student {state.Name}", themes: touch);
        }

        looks.HoldUp();
    }
}
