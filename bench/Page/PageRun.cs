using System.Net.Http.Headers;
using System.Text.Json;
using LiveClass.Bench.Measuring;
using LiveClass.Bench.Serving;
using LiveClass.Simulator.Http;
using Microsoft.Playwright;

namespace LiveClass.Bench.Page;

/// <summary>One visit: times from the opening of the address, by the page's own clock, in milliseconds.</summary>
/// <param name="OpenedMs">Until a page without a code asks for one.</param>
/// <param name="FirstMs">Until a page with a code shows an item that can be answered.</param>
/// <param name="AgainMs">The same when the page is opened again in the lesson.</param>
internal readonly record struct Visit(double OpenedMs, double FirstMs, double AgainMs);

/// <summary>A server with one class in a lesson, and a browser whose devices are slow.</summary>
internal sealed class PageRun : IAsyncDisposable
{
    private const string Classroom = "bench-page";
    private const string Skill = "k1";
    private const int Students = 40;

    // Whoever sits before the page takes the first free name and says yes as soon as it is there; what can be answered is noted.
    private const string Child = """
        (() => {
          const look = () => {
            document.querySelector('.names button')?.click();
            document.querySelector('.join .actions button.main:not([disabled])')?.click();
            const code = document.querySelector('#code');
            if (code && !window.openedMs) window.openedMs = performance.now();
            const item = document.querySelector('article.question[data-phase=answering] .answer :is(input, button):not([disabled])');
            if (item && !window.itemMs) window.itemMs = performance.now();
          };
          new MutationObserver(look).observe(document, { childList: true, subtree: true, attributes: true });
        })();
        """;

    private readonly SlowDevice device;
    private readonly ChildProcess server;
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;
    private string link = "";

    private PageRun(SlowDevice device, ChildProcess server)
    {
        this.device = device;
        this.server = server;
    }

    /// <summary>Starts everything.</summary>
    public static async Task<PageRun> StartAsync(string folder, SlowDevice device)
    {
        var run = new PageRun(device, await LiveServer.StartAsync(Path.Combine(folder, "data")));
        try
        {
            await run.OpenAsync();
            return run;
        }
        catch (Exception)
        {
            await run.DisposeAsync();
            throw;
        }
    }

    /// <summary>One device's first and second visit, and one that only opens the page, in one order or the other.</summary>
    public async Task<Visit> VisitAsync(bool openFirst)
    {
        double opened = 0;
        if (openFirst) opened = await OpenedAsync();
        await using var context = await browser.NewContextAsync();
        var page = await PageOf(context);
        await page.GotoAsync(new Uri(server.Address, link).ToString(), new PageGotoOptions { WaitUntil = WaitUntilState.Commit });
        var first = await TimeAsync(page, "itemMs");
        await page.ReloadAsync(new PageReloadOptions { WaitUntil = WaitUntilState.Commit });
        var again = await TimeAsync(page, "itemMs");
        if (!openFirst) opened = await OpenedAsync();
        return new Visit(opened, first, again);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        await server.DisposeAsync();
    }

    private async Task<double> OpenedAsync()
    {
        await using var context = await browser.NewContextAsync();
        var page = await PageOf(context);
        await page.GotoAsync(new Uri(server.Address, "/student").ToString(), new PageGotoOptions { WaitUntil = WaitUntilState.Commit });
        return await TimeAsync(page, "openedMs");
    }

    private async Task<IPage> PageOf(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        await page.AddInitScriptAsync(Child);
        await device.PlayAsync(page);
        return page;
    }

    private static async Task<double> TimeAsync(IPage page, string mark)
    {
        await page.WaitForFunctionAsync($"() => window.{mark} > 0", null, new PageWaitForFunctionOptions { Timeout = 60_000 });
        var time = await page.EvaluateAsync<double>($"() => window.{mark}");
        BenchFailureException.Unless(time > 0, $"The page noted no time for {mark}.");
        return time;
    }

    private async Task OpenAsync()
    {
        using var client = LiveServer.ClientOf(server);
        await client.PutClassroomAsync(
            Classroom,
            new ClassroomBody(
                "Bench", [new SkillBody(Skill, "Make equal fractions", [])],
                [.. Enumerable.Range(1, Students).Select(i => new StudentBody($"s{i}", $"Student {i}"))],
                [new StationBody("online", "Online", 1, "online", Students)]),
            CancellationToken.None);
        await client.PutItemsAsync(
            new ItemsBody([.. Enumerable.Range(1, 3).Select(level => new ItemBody($"k05a-{level}", [Skill], "practice", Url: $"liveclass:k05a/{level}"))]),
            CancellationToken.None);
        await new Lessons(client, new Patience(PatienceOptions.Default, TimeProvider.System, 1), TimeProvider.System)
            .StartAsync(Classroom, [Skill], CancellationToken.None);
        link = await LinkAsync();

        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? "/usr/bin/chromium",
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    private async Task<string> LinkAsync()
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", LiveServer.Key);
        using var joining = JsonDocument.Parse(await http.GetStringAsync(new Uri($"/api/v1/classrooms/{Classroom}/joining", UriKind.Relative)));
        return joining.RootElement.GetProperty("link").GetString() ?? throw new BenchFailureException("The lesson has no link.");
    }
}
