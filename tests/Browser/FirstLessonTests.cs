using LiveClass.Tests.Browser.Real;
using LiveClass.Tests.Browser.Student;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveClass.Tests.Browser;

/// <summary>docs/first-lesson.md, word by word, on a server that is empty.</summary>
public sealed class FirstLessonTests : BrowserTest
{
    private const string Pasted = "1. Ana Lima\n2. Leo Brandt <leo@school.example>\n3. Okafor, Ada\n4. Ana Lima\n5. María José Núñez";

    [Fact]
    public async Task A_teacher_follows_the_first_lesson_from_an_empty_server_to_the_live_page_and_a_child_joins()
    {
        await using var server = await RealServer.StartedAsync();
        var (page, errors) = await Chromium.OpenAsync();

        await server.SignInAsync(page);

        await page.GetByRole(AriaRole.Link, new() { Name = "Paste a list of names" }).ClickAsync();
        await page.GetByLabel("Name of the class").FillAsync("6a");
        await page.GetByLabel("Names of the students").FillAsync(Pasted);
        await page.GetByRole(AriaRole.Button, new() { Name = "Show the list" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "4 names were read" })).ToBeVisibleAsync();
        await Expect(page.GetByText("Line 4: Ana Lima is here twice")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Ada Okafor" })).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Names of the students")).ToHaveValueAsync(Pasted);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the class" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Skills of 6a" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Name a fraction" }).First.CheckAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Make equal fractions" }).First.CheckAsync();
        await page.GetByText("Skills of your own").ClickAsync();
        await page.GetByLabel("A table of skills").FillAsync("id,name,prerequisites\nown-1,Word problems,k05");
        await page.GetByRole(AriaRole.Button, new() { Name = "Next: stations" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Stations of 6a" })).ToBeVisibleAsync();
        await Expect(page.Locator("#name-1")).ToHaveValueAsync("Teacher");
        await Expect(page.Locator("#capacity-2")).ToHaveValueAsync("12");
        await page.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "4 students" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Start lesson" }).ClickAsync();

        await Expect(page.GetByText("Live", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Rowheader)).ToHaveCountAsync(4);
        await AChildJoinsAndAnswersAsync(server, page);
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
}
