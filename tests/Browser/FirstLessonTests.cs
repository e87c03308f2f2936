using LiveClass.Tests.Browser.Real;
using LiveClass.Tests.Browser.Student;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveClass.Tests.Browser;

/// <summary>docs/first-lesson.md, word by word, on a server that is empty.</summary>
public sealed class FirstLessonTests : BrowserTest
{
    private const string Pasted = "1. Ana Lima\n2. Leo Brandt <leo@school.example>\n3. Okafor, Ada\n4. Ana Lima\n5. María José Núñez";

    [Theory]
    [InlineData(1366)]
    [InlineData(390)]
    public async Task A_teacher_follows_the_first_lesson_from_an_empty_server_to_the_live_page(int width)
    {
        await using var server = await RealServer.StartedAsync();
        var (page, errors) = await Chromium.OpenAsync(width, 844);

        await server.SignInAsync(page);
        await LooksRightAsync(page, width);

        await page.GetByRole(AriaRole.Link, new() { Name = "Paste a list of names" }).ClickAsync();
        await page.GetByLabel("Name of the class").FillAsync("6a");
        await page.GetByLabel("Names of the students").FillAsync(Pasted);
        await page.GetByRole(AriaRole.Button, new() { Name = "Show the list" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "4 names were read" })).ToBeVisibleAsync();
        await Expect(page.GetByText("Line 4: Ana Lima is here twice")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Ada Okafor" })).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Names of the students")).ToHaveValueAsync(Pasted);
        await LooksRightAsync(page, width);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the class" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Skills of 6a" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Name a fraction" }).First.CheckAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Make equal fractions" }).First.CheckAsync();
        await page.GetByText("Skills of your own").ClickAsync();
        await page.GetByLabel("A table of skills").FillAsync("id,name,prerequisites\nown-1,Word problems,k05");
        await LooksRightAsync(page, width);
        await page.GetByRole(AriaRole.Button, new() { Name = "Next: stations" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Stations of 6a" })).ToBeVisibleAsync();
        await Expect(page.Locator("#name-1")).ToHaveValueAsync("Teacher");
        await Expect(page.Locator("#capacity-2")).ToHaveValueAsync("12");
        await LooksRightAsync(page, width);
        await page.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "4 students" })).ToBeVisibleAsync();
        await LooksRightAsync(page, width);
        await page.GetByRole(AriaRole.Button, new() { Name = "Start lesson" }).ClickAsync();

        await Expect(page.GetByText("Live", new() { Exact = true })).ToBeVisibleAsync();
        if (width < 761) await page.GetByRole(AriaRole.Button, new() { Name = "Class", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Rowheader)).ToHaveCountAsync(4);
        if (width >= 761) await AChildJoinsAndAnswersAsync(server, page);
        Assert.Empty(errors);
    }

    // The second half: a device of the same network, with the code that stands on the teacher's page.
    private async Task AChildJoinsAndAnswersAsync(RealServer server, IPage teacher)
    {
        var code = await teacher.Locator(".code-word b").InnerTextAsync();
        var (child, errors) = await Chromium.OpenAsync(390, 844, touch: true);
        await child.GotoAsync($"{server.Address}/student");
        await child.GetByLabel("Class code").FillAsync(code);
        await child.GetByRole(AriaRole.Button, new() { Name = "Go", Exact = true }).ClickAsync();
        await Expect(child.GetByRole(AriaRole.Heading, new() { Name = "Waiting for your teacher" })).ToBeVisibleAsync();
        await teacher.GetByRole(AriaRole.Button, new() { Name = "1 waits: let it in" }).ClickAsync();
        await child.SayWhoAsync("Ada");

        var answer = child.Locator("article.question .answer");
        await Expect(answer).ToBeVisibleAsync();
        foreach (var box in await answer.Locator("input[type=text]").AllAsync()) await box.FillAsync("1");
        var choices = answer.GetByRole(AriaRole.Checkbox);
        if (await choices.CountAsync() > 0) await choices.First.CheckAsync();
        await child.GetByRole(AriaRole.Button, new() { Name = "Check", Exact = true }).ClickAsync();

        await Expect(teacher.GetByRole(AriaRole.Row).Filter(new() { HasText = "Ada" }).Locator("[aria-label*='1 try']").First).ToBeVisibleAsync();
        Assert.Empty(errors);
    }

    [Theory]
    [InlineData(1366, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    public async Task The_pages_of_people_and_of_a_class_fit_and_hold_up_to_axe(int width, ColorScheme scheme)
    {
        await using var server = await RealServer.StartedAsync();
        var (page, errors) = await Chromium.OpenAsync(width, 768, scheme);
        await page.GotoAsync($"{server.Address}/sign-in");
        await LooksRightAsync(page, width);
        await page.GetByRole(AriaRole.Button, new() { Name = "Español" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Entrar" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();

        await server.SignInAsync(page);
        await server.RoomAsync("Ana", "Ben");
        await page.GotoAsync($"{server.Address}/admin/people");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Mr Oro");
        await page.GetByLabel("E-mail").FillAsync("oro.with.a.long.name@primary-school.example");
        await LooksRightAsync(page, width);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a person" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "The link" })).ToBeVisibleAsync();
        await LooksRightAsync(page, width);
        var link = await page.Locator("#invitation-link").InnerTextAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "6a" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).Last.ClickAsync();
        await Expect(page.GetByText("Saved.")).ToBeVisibleAsync();
        foreach (var path in new[] { "/admin/people", "/account", "/classes/6a", "/classes/6a/students", "/classes/6a/skills", "/classes/6a/stations", "/classes/new" })
        {
            await page.GotoAsync(server.Address + path);
            await LooksRightAsync(page, width);
        }

        var (oro, _) = await Chromium.OpenAsync(width, 768, scheme);
        await oro.GotoAsync(link);
        await oro.GetByLabel("New password").FillAsync("my own four words");
        await LooksRightAsync(oro, width);
        await oro.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(oro.GetByRole(AriaRole.Link, new() { Name = "6a", Exact = true })).ToBeVisibleAsync();
        await Expect(oro.GetByRole(AriaRole.Link, new() { Name = "People" })).ToHaveCountAsync(0);
        Assert.Empty(errors);
    }

    private static async Task LooksRightAsync(IPage page, int width)
    {
        var wide = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
        Assert.True(wide <= width, $"{page.Url} is {wide} px wide");
        await AxeTests.FindsNothingAsync(page);
    }
}
