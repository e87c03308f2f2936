using Microsoft.Playwright;

namespace LiveClass.Tests.Browser;

/// <summary>One browser for the whole run; each page has a context of its own, which ends with its test.</summary>
public sealed class Chromium : IAsyncDisposable
{
    // Tests wait for what a person would see; a busy machine takes its time.
    private const int PatienceMs = 20_000;

    /// <summary>A name of this machine that browsers do not trust as they trust "localhost".</summary>
    public const string SchoolHost = "school.test";

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", $"--host-resolver-rules=MAP {SchoolHost} 127.0.0.1",
    ];

    // It ends with the process of the tests.
    private static readonly Lazy<Task<IBrowser>> Shared = new(LaunchAsync);

    private readonly List<IBrowserContext> contexts = [];

    /// <summary>A page of its own, with what goes wrong in it.</summary>
    public async Task<(IPage Page, List<string> Errors)> OpenAsync(
        int width = 1366, int height = 768, ColorScheme scheme = ColorScheme.Light, bool scripts = true, bool touch = false,
        ReducedMotion motion = ReducedMotion.NoPreference, ForcedColors colours = ForcedColors.None)
    {
        var browser = await Shared.Value;
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = scheme,
            JavaScriptEnabled = scripts,
            HasTouch = touch,
            ReducedMotion = motion,
            ForcedColors = colours,
            Locale = "en-GB",
            TimezoneId = "Europe/Madrid",
        });
        contexts.Add(context);
        context.SetDefaultTimeout(PatienceMs);
        var page = await context.NewPageAsync();
        List<string> errors = [];
        page.PageError += (_, error) => errors.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("WebSocket", StringComparison.Ordinal)) errors.Add(message.Text);
        };
        return (page, errors);
    }

    /// <summary>Closes its pages: none goes on asking for a server that is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var context in contexts) await context.CloseAsync();
        contexts.Clear();
    }

    private static async Task<IBrowser> LaunchAsync()
    {
        Assertions.SetDefaultExpectTimeout(PatienceMs);
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? "/usr/bin/chromium",
            Args = Arguments,
        });
    }
}

/// <summary>A class of tests that open pages. Classes run beside each other, the tests of one after another.</summary>
public abstract class BrowserTest : IAsyncLifetime
{
    /// <summary>Where a test's pages come from.</summary>
    protected Chromium Chromium { get; } = new();

    /// <inheritdoc/>
    public virtual Task InitializeAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public virtual async Task DisposeAsync() => await Chromium.DisposeAsync();
}
