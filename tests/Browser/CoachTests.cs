using LiveClass.Tests.Browser.Real;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveClass.Tests.Browser;

/// <summary>A coach looks into a room of a real server, and its teacher sees it.</summary>
public sealed class CoachTests(RealServer server) : BrowserTest, IClassFixture<RealServer>
{
    [Fact]
    public async Task A_coach_watches_a_lesson_by_numbers_and_by_names_once_they_are_allowed()
    {
        var room = await server.RoomAsync("Ana", "Ben");
        var (teacher, errors) = await Chromium.OpenAsync();
        await server.SignInAsync(teacher);
        var (coach, wrong) = await Chromium.OpenAsync(height: 625, motion: ReducedMotion.Reduce);
        await SignInAsCoachAsync(room, teacher, coach);
        await room.CommandAsync(new { type = "startLesson", targets = new[] { "k11" } });
        await teacher.GotoAsync(room.Live);
        await Expect(teacher.GetByText("Coach here")).ToHaveCountAsync(0);

        await coach.GetByRole(AriaRole.Link, new() { Name = room.Id, Exact = true }).ClickAsync();
        await Expect(coach.GetByText("You are watching.")).ToBeVisibleAsync();
        await Expect(teacher.GetByText("Coach here: Mr Oro")).ToBeVisibleAsync();
        await room.AnswerAsync("ana", 1);
        var cell = coach.GetByRole(AriaRole.Gridcell, new() { Name = "Student 1, Add unlike: learning, 1 try, too early to tell", Exact = true });
        await Expect(cell).ToBeVisibleAsync();
        await Expect(coach.GetByText("Ana", new() { Exact = true })).ToHaveCountAsync(0);
        await HasNoControlsAsync(coach);
        await cell.ClickAsync();
        await Expect(coach.GetByRole(AriaRole.Dialog, new() { Name = "Student 1" })).ToBeVisibleAsync();
        await HasNoControlsAsync(coach);
        Assert.Empty(await Axe.FindInThemesAsync(coach));

        await teacher.GetByRole(AriaRole.Button, new() { Name = "Menu" }).ClickAsync();
        await teacher.GetByLabel("Coaches see names").CheckAsync();
        await Expect(coach.GetByRole(AriaRole.Dialog, new() { Name = "Ana" })).ToBeVisibleAsync();
        await coach.Keyboard.PressAsync("Escape");
        await Expect(coach.GetByRole(AriaRole.Rowheader, new() { Name = "Ana" })).ToBeVisibleAsync();
        await teacher.GetByLabel("Coaches see names").UncheckAsync();
        await Expect(coach.GetByRole(AriaRole.Rowheader, new() { Name = "Student 1" })).ToBeVisibleAsync();

        await coach.CloseAsync();
        await Expect(teacher.GetByText("Coach here")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
        Assert.Empty(errors);
        Assert.Empty(wrong);
    }

    private static async Task HasNoControlsAsync(IPage coach)
    {
        foreach (var name in new[] { "Visit", "Not now", "Eyes up", "End lesson", "Hide names", "Devices", "Got it", "Not yet", "Note", "Here", "Absent" })
            await Expect(coach.GetByRole(AriaRole.Button, new() { Name = name, Exact = true })).ToHaveCountAsync(0);
    }

    private async Task SignInAsCoachAsync(Room room, IPage admin, IPage coach)
    {
        await admin.GotoAsync($"{server.Address}/admin/people");
        await admin.GetByLabel("Name", new() { Exact = true }).FillAsync("Mr Oro");
        await admin.GetByLabel("Name to sign in with").FillAsync("oro");
        await admin.GetByRole(AriaRole.Radio, new() { Name = "Coach" }).CheckAsync();
        await admin.GetByRole(AriaRole.Button, new() { Name = "Add a person" }).ClickAsync();
        var link = await admin.Locator("#invitation-link").InnerTextAsync();
        await admin.GetByRole(AriaRole.Checkbox, new() { Name = room.Id }).CheckAsync();
        await admin.GetByRole(AriaRole.Button, new() { Name = "Save" }).Last.ClickAsync();
        await Expect(admin.GetByText("Saved.")).ToBeVisibleAsync();
        await coach.GotoAsync(link);
        await coach.GetByLabel("New password").FillAsync("my own four words");
        await coach.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }
}
