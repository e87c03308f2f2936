using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Grains.Abstractions.Views;
using LiveClass.Tests.Browser.Sample;
using LiveClass.Tests.Browser.Student;
using LiveClass.Web.Screens;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveClass.Tests.Browser;

/// <summary>For whoever gave the system colours of their own, and wants nothing to move: shapes and words stay, colours and fades go.</summary>
public sealed class ContrastTests : BrowserTest
{
    // What draws each level: its edge, and the shape that is cut from the ink.
    private const string Shapes = """
        () => {
          const seen = {};
          const painted = (style) => style.display !== 'none' && style.content !== 'none' && style.backgroundColor !== 'rgba(0, 0, 0, 0)';
          for (const cell of document.querySelectorAll('.row:not(.needs) .cell:not(.thin)')) {
            const level = [...cell.classList].find((name) => ['notStarted', 'learning', 'reviewDue', 'struggling', 'mastered'].includes(name));
            const [shape, bar, edge] = [getComputedStyle(cell.querySelector('i')), getComputedStyle(cell, '::before'), getComputedStyle(cell)];
            const drawn = level === 'learning' ? painted(bar) && 'bar' : painted(shape) && shape.clipPath;
            seen[level] = `${edge.borderTopStyle} ${drawn || 'empty'}`;
          }
          return Object.entries(seen).map(([level, how]) => `${level} ${how}`);
        }
        """;

    // Shapes that are not in the system's ink, marks in another, and edges of chips that hold nothing.
    private const string Unseen = """
        () => {
          const [ink, page] = [getComputedStyle(document.body).color, getComputedStyle(document.documentElement).backgroundColor];
          const wrong = [];
          for (const cell of document.querySelectorAll('.row[data-student] .cell'))
            for (const [part, style] of [['i', getComputedStyle(cell.querySelector('i'))], ['::before', getComputedStyle(cell, '::before')], ['::after', getComputedStyle(cell, '::after')]])
              if (style.display !== 'none' && style.content !== 'none' && style.backgroundColor !== ink) wrong.push(`${cell.className} ${part} ${style.backgroundColor}`);
          for (const mark of document.querySelectorAll('.mark')) if (getComputedStyle(mark).color !== ink) wrong.push(`mark ${getComputedStyle(mark).color}`);
          for (const chip of document.querySelectorAll('.row[data-student]:not(.needs, .watch) .chip'))
            if (getComputedStyle(chip).borderTopColor !== page) wrong.push(`chip ${getComputedStyle(chip).borderTopColor}`);
          return [...new Set(wrong)];
        }
        """;

    [Fact]
    public async Task In_forced_colours_the_teachers_marks_keep_their_shapes_and_their_words()
    {
        await using var host = await SampleHost.StartAsync();
        var board = SampleBoards.Running();
        await host.SetAsync(board);
        var (page, errors) = await Chromium.OpenAsync(colours: ForcedColors.Active, motion: ReducedMotion.Reduce);
        await page.GotoAsync(host.Address + ScreenPaths.Live(board.Classroom));
        await Expect(page.GetByText("Live", new() { Exact = true })).ToBeVisibleAsync();

        var levels = (await page.EvaluateAsync<string[]>(Shapes)).ToDictionary(one => one.Split(' ')[0], one => one[(one.IndexOf(' ') + 1)..]);
        Assert.Equal(5, levels.Count);
        Assert.Equal("dotted empty", levels["notStarted"]);
        Assert.Equal("solid bar", levels["learning"]);
        Assert.StartsWith("dashed path(", levels["reviewDue"], StringComparison.Ordinal);
        Assert.StartsWith("solid polygon(", levels["struggling"], StringComparison.Ordinal);
        Assert.StartsWith("solid polygon(", levels["mastered"], StringComparison.Ordinal);
        Assert.Equal(5, levels.Values.Distinct().Count());

        // What is cut out of a mark is the colour behind it, which now is the system's.
        Assert.Equal(["Canvas"], await page.EvaluateAsync<string[]>(
            "() => [...new Set([...document.querySelectorAll('.mark')].map((mark) => getComputedStyle(mark).getPropertyValue('--cut').trim()))]"));
        Assert.Empty(await page.EvaluateAsync<string[]>(Unseen));
        var chip = page.Locator(".row[data-student=s3] .chip");
        await Expect(chip).ToHaveTextAsync("4m");
        Assert.Equal("solid", await chip.EvaluateAsync<string>("(chip) => getComputedStyle(chip).borderTopStyle"));
        await Expect(page.GetByRole(AriaRole.Gridcell, new() { NameString = "Ana Barros, Add unlike: " })).ToBeVisibleAsync();
        await page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "artifacts", "pictures", "forced-colours-1366x768.png") });
        Assert.Empty(errors);
    }

    [Fact]
    public async Task Nothing_is_animated_on_the_live_page_for_whoever_wants_no_motion()
    {
        await using var host = await SampleHost.StartAsync();
        var board = SampleBoards.Running();
        await host.SetAsync(board);
        var (page, _) = await Chromium.OpenAsync(motion: ReducedMotion.Reduce);
        await page.AddInitScriptAsync("window.moved = []; for (const kind of ['transitionrun', 'animationstart']) addEventListener(kind, (event) => window.moved.push(event.target.outerHTML), true);");
        await page.GotoAsync(host.Address + ScreenPaths.Live(board.Classroom));
        await Expect(page.GetByText("Live", new() { Exact = true })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Visit Ana Barros" }).ClickAsync();
        await page.GetByRole(AriaRole.Rowheader, new() { Name = "Björn Ek" }).ClickAsync();
        var row = board.Students[0];
        await host.SetAsync(board with
        {
            Version = board.Version + 1,
            Lesson = board.Lesson! with { EyesUp = true },
            Students = board.Students.SetItem(0, row with { Cells = row.Cells.SetItem(0, new CellView("k11", 0.97, 0.9, MasteryLevel.Mastered, 9)) }),
        });
        await Expect(page.Locator(".cell.changed")).ToBeVisibleAsync();
        await IsStillAsync(page);
    }

    [Fact]
    public async Task In_forced_colours_and_without_motion_the_students_page_says_everything_in_words_and_shapes()
    {
        await using var host = await StudentHost.StartAsync();
        await host.SetAsync(OwnViews.Asked("fraction"));
        var (page, errors) = await Chromium.OpenAsync(390, 844, colours: ForcedColors.Active, motion: ReducedMotion.Reduce, touch: true);
        await page.AddInitScriptAsync("window.moved = []; for (const kind of ['transitionrun', 'animationstart']) addEventListener(kind, (event) => window.moved.push(event.target.outerHTML), true);");
        await page.JoinAsync(host);
        await page.AnswerAsync("9", "13");
        await Expect(page.GetByText("Not yet.")).ToBeVisibleAsync();
        await Expect(page.GetByText("Saved", new() { Exact = true })).ToBeVisibleAsync();
        Assert.Equal("solid", await page.Locator(".saved .dot").EvaluateAsync<string>("(dot) => getComputedStyle(dot).borderTopStyle"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Help", Exact = true }).ClickAsync();
        var help = page.GetByRole(AriaRole.Button, new() { Name = "Help", Exact = true });
        await Expect(help).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.NotEqual(
            await page.Locator(".bar-button.path").EvaluateAsync<string>("(one) => getComputedStyle(one).backgroundColor"),
            await help.EvaluateAsync<string>("(one) => getComputedStyle(one).backgroundColor"));

        await page.GetByRole(AriaRole.Button, new() { Name = "My path" }).ClickAsync();
        var levels = await page.Locator(".level").EvaluateAllAsync<string[]>("(all) => all.map((one) => `${one.textContent} ${getComputedStyle(one).borderTopStyle}`)");
        Assert.Equal(["Tricky right now solid", "Getting there solid", "New dotted", "Got it solid", "Time to refresh dashed"], levels);
        await IsStillAsync(page);
        Assert.Empty(errors);
    }

    private static async Task IsStillAsync(IPage page)
    {
        Assert.Equal(0, await page.EvaluateAsync<int>("() => document.getAnimations().length"));
        Assert.Empty(await page.EvaluateAsync<string[]>("() => window.moved"));
    }
}
