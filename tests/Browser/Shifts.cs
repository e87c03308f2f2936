using Microsoft.Playwright;

namespace LiveClass.Tests.Browser;

/// <summary>What moved in a page by itself, as browsers count it: cumulative layout shift, from the first paint on.</summary>
internal static class Shifts
{
    private const string Watch = """
        window.shifted = { sum: 0, moves: [] };
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            if (entry.hadRecentInput) continue;
            window.shifted.sum += entry.value;
            for (const { node, previousRect: was, currentRect: is } of entry.sources) {
              const seen = node?.outerHTML ?? (node ? `${node.parentElement?.outerHTML.slice(0, 60)} "${node.textContent}"` : 'gone');
              window.shifted.moves.push(`${seen.slice(0, 120)} from ${was.x},${was.y} to ${is.x},${is.y}`);
            }
          }
        }).observe({ type: 'layout-shift', buffered: true });
        """;

    /// <summary>Watches a page, from before it is opened.</summary>
    public static Task WatchAsync(IPage page) => page.AddInitScriptAsync(Watch);

    /// <summary>Waits until what was last changed is painted.</summary>
    public static Task PaintedAsync(IPage page) => page.EvaluateAsync("() => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen)))");

    /// <summary>Fails where anything moved.</summary>
    public static async Task AreNoneAsync(IPage page)
    {
        await PaintedAsync(page);
        var moves = await page.EvaluateAsync<string[]>("() => [...new Set(window.shifted.moves)]");
        Assert.True(moves.Length == 0, $"{moves.Length} moved:\n{string.Join('\n', moves.Take(40))}");
        Assert.Equal(0, await page.EvaluateAsync<double>("() => window.shifted.sum"));
    }
}
