using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Grains.Abstractions.Views;
using LiveClass.Tests.Browser.Student;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveClass.Tests.Browser.Pages;

/// <summary>The student's page from the code to the last card: every card kind, every answer type, and what can happen meanwhile.</summary>
internal sealed class StudentPages(StudentHost host, IPage page)
{
    private const string Route = "/student";
    private static readonly string[] Types = ["number", "mixed", "choice", "many", "order", "line", "pairs", "expression"];
    private static readonly NextStepKind[] Told = [NextStepKind.GoToStation, NextStepKind.Choose, NextStepKind.WorkOnPaper, NextStepKind.Wait, NextStepKind.Done];

    private StudentBoardView shown = OwnViews.Asked("fraction");

    /// <summary>Each of its states.</summary>
    public static PageState<StudentPages>[] States { get; } =
    [
        new(Route, "the code", stage => stage.OpenAsync()),
        new(Route, "a wrong code", stage => stage.TypeAsync("KITE-72", page => page.GetByText("No lesson has this code"))),
        new(Route, "waiting to be let in", stage => stage.WaitAtTheDoorAsync()),
        new(Route, "who are you", stage => stage.ComeInAsync()),
        new(Route, "is this you", stage => stage.ChooseAsync()),
        new(Route, "before the lesson", stage => stage.SitAsync()),
        new(Route, "a fraction", stage => stage.AskAsync("fraction")),
        new(Route, "a hint", stage => stage.PressAsync("Hint")),
        new(Route, "wrong", stage => stage.AnswerAsync("9", "13", "Not yet.")),
        new(Route, "the worked solution", stage => stage.AnswerAgainAsync()),
        new(Route, "right", stage => stage.AnswerRightAsync()),
        new(Route, "a hand is up", stage => stage.RaiseAsync()),
        new(Route, "somebody comes", stage => stage.ComeAsync()),
        .. Types.Select(type => new PageState<StudentPages>(Route, $"answers of type {type}", stage => stage.AskAsync(type))),
        new(Route, "a check", stage => stage.AskAsync("check-fraction", NextStepKind.Check)),
        new(Route, "a check is answered", stage => stage.AnswerAsync("9", "13", "Saved. Your teacher sees it.")),
        new(Route, "an exit ticket", stage => stage.AskAsync("check-number", NextStepKind.ExitTicket)),
        new(Route, "a question that is not here", stage => stage.MissAsync()),
        .. Told.Select(kind => new PageState<StudentPages>(Route, $"the card {kind}", stage => stage.TellAsync(kind))),
        new(Route, "eyes up", stage => stage.CallAsync()),
        new(Route, "the path", stage => stage.OpenPathAsync()),
        new(Route, "a goal", stage => stage.SetGoalAsync()),
        new(Route, "the menu", stage => stage.OpenSheetAsync("Menu")),
        new(Route, "a break", stage => stage.PressAsync("Take a break")),
        new(Route, "large type", stage => stage.EnlargeAsync()),
        new(Route, "the server takes no answers", stage => stage.KeepAsync()),
        new(Route, "no link", stage => stage.LoseAsync()),
        new(Route, "a hand without a link", stage => stage.RaiseLaterAsync()),
        new(Route, "no link for long", stage => stage.LoseForLongAsync()),
        new(Route, "the lesson ends during a question", stage => stage.EndAsync()),
        new(Route, "the lesson is over", stage => stage.FinishAsync()),
    ];

    /// <summary>What is seen.</summary>
    public IPage Page => page;

    private async Task OpenAsync()
    {
        await host.SetAsync(OwnViews.Told(NextStepKind.Wait) with { Lesson = LessonState.Planned });
        await page.GotoAsync(host.Page);
        await Expect(page.GetByLabel("Class code")).ToBeVisibleAsync();
    }

    private async Task TypeAsync(string code, Func<IPage, ILocator> then)
    {
        await page.GetByLabel("Class code").FillAsync(code);
        await page.Keyboard.PressAsync("Enter");
        await Expect(then(page)).ToBeVisibleAsync();
    }

    private Task WaitAtTheDoorAsync()
    {
        host.Lobby = true;
        return TypeAsync(StudentHost.Code, page => page.GetByText("You are device 3"));
    }

    private async Task ComeInAsync()
    {
        host.Lobby = false;
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Who are you?" })).ToBeVisibleAsync();
    }

    private async Task ChooseAsync()
    {
        await PressAsync("Ana");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Is this you, Ana?" })).ToBeVisibleAsync();
    }

    private async Task SitAsync()
    {
        await PressAsync("Yes");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Hello, Ana" })).ToBeVisibleAsync();
    }

    private async Task AskAsync(string item, NextStepKind kind = NextStepKind.Practice)
    {
        await SetAsideAsync();
        await ShowAsync(OwnViews.Asked(item, kind: kind));
        await page.GotoAsync(host.Page);
        await Expect(page.Locator($".question.type-{item.Split('-').Last()}")).ToBeVisibleAsync();
    }

    // An open question stays until it is answered: it is forgotten while no script of the page is there to keep it.
    private async Task SetAsideAsync()
    {
        await page.GotoAsync($"{host.Address}/icon.svg");
        await page.EvaluateAsync("() => { for (const kept of ['turn', 'view']) sessionStorage.removeItem(`liveclass-${kept}`); }");
    }

    private Task ShowAsync(StudentBoardView view)
    {
        shown = view;
        return host.SetAsync(view);
    }

    private Task PressAsync(string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private async Task AnswerAsync(string top, string bottom, string then)
    {
        await page.AnswerAsync(top, bottom);
        await Expect(page.GetByText(then)).ToBeVisibleAsync();
    }

    private async Task AnswerAgainAsync()
    {
        await PressAsync("Try again");
        await AnswerAsync("9", "14", "This is how it goes");
    }

    private async Task AnswerRightAsync()
    {
        await AskAsync("fraction");
        await AnswerAsync("1", "4", "Right!");
    }

    private async Task RaiseAsync()
    {
        await AskAsync("fraction");
        await PressAsync("Help");
        await ShowAsync(shown with { Version = shown.Version + 100, HandRaised = shown.Now, HandsBefore = 1 });
        await Expect(page.GetByText("You are second.")).ToBeVisibleAsync();
    }

    private async Task ComeAsync()
    {
        await ShowAsync(shown with { Version = shown.Version + 1, HandsBefore = 0, ClaimedBy = "Ms Ito" });
        await Expect(page.GetByText("Ms Ito is coming to you.")).ToBeVisibleAsync();
    }

    private async Task MissAsync()
    {
        await SetAsideAsync();
        await ShowAsync(OwnViews.Asked("unknown"));
        await page.GotoAsync(host.Page);
        await Expect(page.Locator(".plain.paper")).ToBeVisibleAsync();
    }

    private async Task TellAsync(NextStepKind kind)
    {
        await SetAsideAsync();
        await ShowAsync(OwnViews.Told(kind));
        await page.GotoAsync(host.Page);
        await Expect(page.Locator("#card-title")).ToBeVisibleAsync();
    }

    private async Task CallAsync()
    {
        await ShowAsync(OwnViews.Told(NextStepKind.Wait) with { EyesUp = true });
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Eyes up" })).ToBeVisibleAsync();
    }

    private async Task OpenPathAsync()
    {
        await TellAsync(NextStepKind.Wait);
        await OpenSheetAsync("My path");
    }

    private async Task OpenSheetAsync(string button)
    {
        if (await page.Locator("dialog").CountAsync() > 0) await PressAsync("Close");
        await PressAsync(button);
        await Expect(page.Locator("dialog")).ToBeVisibleAsync();
    }

    private async Task SetGoalAsync()
    {
        await PressAsync("Close");
        await page.Locator(".bar-button.goal").ClickAsync();
        await Expect(page.Locator(".goals")).ToBeVisibleAsync();
    }

    private async Task EnlargeAsync()
    {
        await PressAsync("I'm back");
        await AskAsync("fraction");
        await PressAsync("Menu");
        await page.GetByLabel("150 %").ClickAsync();
        await PressAsync("Close");
    }

    private async Task KeepAsync()
    {
        await PressAsync("Menu");
        await page.GetByLabel("100 %").ClickAsync();
        await PressAsync("Close");
        host.TakesNothing = true;
        await AnswerAsync("9", "13", "Saving…");
    }

    private async Task LoseAsync()
    {
        await AskAsync("fraction");
        await Expect(page.GetByLabel("Top number")).ToBeVisibleAsync();
        await page.EvaluateAsync("() => { const now = performance.now.bind(performance); window.later = 0; performance.now = () => now() + window.later; }");
        host.SetGone(true);
        await Expect(page.GetByText("saved here")).ToBeVisibleAsync();
    }

    private async Task RaiseLaterAsync()
    {
        await PressAsync("Help");
        await Expect(page.GetByText("I'll tell your teacher when the link is back.")).ToBeVisibleAsync();
        await PressAsync("Help");
    }

    private async Task LoseForLongAsync()
    {
        await page.EvaluateAsync("() => { window.later = 6_000; }");
        await Expect(page.GetByText("No link. Go on: your answers are saved on this device.")).ToBeVisibleAsync();
    }

    private async Task EndAsync()
    {
        host.SetGone(false);
        host.TakesNothing = false;
        await Expect(page.GetByText("Saved", new() { Exact = true })).ToBeVisibleAsync();
        await host.EndAsync();
        await Expect(page.GetByText("The lesson is over. Finish this one if you like.")).ToBeVisibleAsync();
    }

    private async Task FinishAsync()
    {
        await page.AnswerAsync("1", "4");
        await PressAsync("Next");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "That was today, Ana" })).ToBeVisibleAsync();
    }
}
