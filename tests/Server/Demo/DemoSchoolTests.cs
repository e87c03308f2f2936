using System.Net;
using System.Text.Json;
using LiveClass.Tests.Server.Running;

namespace LiveClass.Tests.Server.Demo;

/// <summary>The real server started with the demo on: the school is there, its boards are alive, and it goes again without a trace.</summary>
public sealed class DemoSchoolTests : IAsyncLifetime
{
    private readonly RunningServer server = new(Path.Combine(Path.GetTempPath(), $"liveclass-demo-{Guid.NewGuid():N}"), "--LiveClass:Demo=true");

    public Task InitializeAsync() => server.InitializeAsync();

    public Task DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task The_demo_is_alive_a_minute_after_the_start_and_can_be_begun_anew_and_removed()
    {
        using var teacher = await SignedInAsync("teacher");
        var first = await BoardAsync(teacher, "demo-6a", board => board.GetProperty("students").EnumerateArray().Count(IsLive) >= 20);

        Assert.Equal("running", first.GetProperty("lesson").GetProperty("state").GetString());
        Assert.Equal(["extraTime", "readAloud"], first.GetProperty("students").EnumerateArray().SelectMany(AccommodationsOf).Order(StringComparer.Ordinal));
        Assert.Equal(("Parts of parts", "k11 k13 k15 k17"), Planned(first));
        var before = Evidence(first);
        var later = await BoardAsync(teacher, "demo-6a", board => Evidence(board) > before + 5);
        Assert.True(Evidence(later) > before + 5, $"{Evidence(later)} answers after {before}");
        Assert.Equal(0, later.GetProperty("counts").GetProperty("quarantined").GetInt64());
        Assert.Equal("running", (await BoardAsync(teacher, "demo-7b", _ => true)).GetProperty("lesson").GetProperty("state").GetString());

        using var admin = await SignedInAsync("admin");
        await PressAsync(admin, "/demo/again");
        var anew = await BoardAsync(teacher, "demo-6a", board =>
            board.TryGetProperty("lesson", out var lesson) && lesson.ValueKind == JsonValueKind.Object
            && lesson.GetProperty("id").GetString() == "lesson-1" && Evidence(board) > 1_000);
        Assert.True(Evidence(anew) > 1_000, "What is known of the students is there again.");
        Assert.Contains(anew.GetProperty("students").EnumerateArray(), student => student.GetProperty("presence").GetString() == "expected");

        Assert.Equal(Planned(first), Planned(anew));
        Assert.NotEqual(first.GetProperty("plan").GetProperty("id").GetString(), anew.GetProperty("plan").GetProperty("id").GetString());
        await PressAsync(admin, "/demo/remove");
        Assert.Equal(HttpStatusCode.NotFound, await UntilGoneAsync());
    }

    private static (string?, string) Planned(JsonElement board) => (
        board.GetProperty("plan").GetProperty("title").GetString(),
        string.Join(' ', board.GetProperty("plan").GetProperty("targets").EnumerateArray().Select(target => target.GetString())));

    private static bool IsLive(JsonElement student) => student.GetProperty("link").GetString() == "live";

    private static IEnumerable<string> AccommodationsOf(JsonElement student) =>
        student.GetProperty("accommodations").EnumerateArray().Select(one => one.GetString()!);

    private static long Evidence(JsonElement board) => board.GetProperty("counts").GetProperty("evidence").GetInt64();

    private async Task<HttpClient> SignedInAsync(string who)
    {
        var browser = server.Browser();
        var page = await browser.GetStringAsync("/demo");
        using var signedIn = await browser.PostFormAsync("/demo/sign-in", page, ("as", who));
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        return browser;
    }

    // The buttons are there when nothing else is being done to the school.
    private static async Task PressAsync(HttpClient browser, string button)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var page = await browser.GetStringAsync("/demo");
        while (!page.Contains($"action=\"{button}\"", StringComparison.Ordinal))
        {
            Assert.False(patience.IsCancellationRequested, $"The page has no button {button}.");
            await Task.Delay(TimeSpan.FromMilliseconds(250), TimeProvider.System, CancellationToken.None);
            page = await browser.GetStringAsync("/demo");
        }

        using var pressed = await browser.PostFormAsync(button, page);
        Assert.Equal(HttpStatusCode.Redirect, pressed.StatusCode);
    }

    private static async Task<JsonElement> BoardAsync(HttpClient browser, string classroom, Func<JsonElement, bool> wished)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            using var response = await browser.GetAsync($"/api/v1/classrooms/{classroom}/board");
            if (response.IsSuccessStatusCode)
            {
                var board = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync());
                if (wished(board) || patience.IsCancellationRequested) return board;
            }

            Assert.False(patience.IsCancellationRequested, $"The board answers {response.StatusCode}.");
            await Task.Delay(TimeSpan.FromMilliseconds(250), TimeProvider.System, CancellationToken.None);
        }
    }

    private async Task<HttpStatusCode> UntilGoneAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var nobody = server.Browser();
        while (true)
        {
            using var page = await nobody.GetAsync("/demo");
            if (page.StatusCode == HttpStatusCode.NotFound || patience.IsCancellationRequested) return page.StatusCode;
            await Task.Delay(TimeSpan.FromMilliseconds(250), TimeProvider.System, CancellationToken.None);
        }
    }
}
