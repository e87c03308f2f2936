using Microsoft.Playwright;

namespace LiveClass.Tests.Browser;

/// <summary>One browser for all tests; each test has its own context.</summary>
public sealed class Chromium : IAsyncLifetime
{
    // Tests wait for what a person would see; a busy machine takes its time.
    private const int PatienceMs = 20_000;

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync",
    ];

    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public async Task InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(PatienceMs);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? "/usr/bin/chromium",
            Args = Arguments,
        });
    }

    public async Task DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    /// <summary>A page of its own, with what goes wrong in it.</summary>
    public async Task<(IPage Page, List<string> Errors)> OpenAsync(
        int width = 1366, int height = 768, ColorScheme scheme = ColorScheme.Light, bool scripts = true, bool touch = false)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = scheme,
            JavaScriptEnabled = scripts,
            HasTouch = touch,
            Locale = "en-GB",
            TimezoneId = "Europe/Madrid",
        });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(PatienceMs);
        List<string> errors = [];
        page.PageError += (_, error) => errors.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("WebSocket", StringComparison.Ordinal)) errors.Add(message.Text);
        };
        return (page, errors);
    }
}

/// <summary>Tests that share the browser.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<Chromium>
{
    public const string Name = "Browser";
}
