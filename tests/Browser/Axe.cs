using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace LiveClass.Tests.Browser;

/// <summary>
/// axe in the page itself. The package's own way opens a second page for each run; here the script is put once into each document.
/// </summary>
internal static class Axe
{
    private const string Run = """
        (colours) => axe.run(document, { resultTypes: ['violations'], preload: false, ...(colours ? { runOnly: { type: 'rule', values: ['color-contrast'] } } : {}) })
          .then(({ violations }) => violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.slice(0, 3).map(({ html }) => html).join(' | ')}`))
        """;

    private static readonly string Script = Read();

    /// <summary>What axe finds in a page as it stands.</summary>
    public static async Task<string[]> FindAsync(IPage page, bool coloursAlone = false)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window")) await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(Run, coloursAlone);
    }

    /// <summary>What axe finds in the three themes. What is not colour is the same in each.</summary>
    public static async Task<string[]> FindInThemesAsync(IPage page)
    {
        List<string> found = [.. await FindAsync(page)];
        var before = await page.EvaluateAsync<string?>("() => document.documentElement.dataset.theme ?? null");
        foreach (var theme in new[] { "light", "dark", "projector" })
        {
            if (theme == (before ?? "light")) continue;
            await page.EvaluateAsync("(theme) => { document.documentElement.dataset.theme = theme; }", theme);
            found.AddRange((await FindAsync(page, coloursAlone: true)).Select(one => $"{theme}: {one}"));
        }

        await page.EvaluateAsync("(theme) => { if (theme) document.documentElement.dataset.theme = theme; else delete document.documentElement.dataset.theme; }", before);
        return [.. found];
    }

    private static string Read()
    {
        using var reader = new StreamReader(typeof(AxeRunOptions).Assembly.GetManifestResourceStream("Deque.AxeCore.Commons.Resources.axe.min.js")!);
        return reader.ReadToEnd() + "\n;undefined";
    }
}
