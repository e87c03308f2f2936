using LiveClass.Tests.Browser.Real;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveClass.Tests.Browser.Student;

/// <summary>The whole way: a child joins at the server as people run it, answers a built-in item, and the teacher's board knows.</summary>
public sealed class RealLessonTests : BrowserTest
{
    [Fact]
    public async Task A_child_joins_answers_and_raises_a_hand_and_the_board_knows()
    {
        await using var server = await RealServer.StartedAsync();
        var room = await server.RoomAsync("Ana", "Ben");
        await server.PutItemAsync("k11a-2", "k11", "liveclass:k11a/2");
        await room.CommandAsync(new { type = "startLesson", targets = new[] { "k11" } });
        var (typed, _) = await room.CodesAsync();
        var (page, errors) = await Chromium.OpenAsync();
        await page.GotoAsync($"{server.Address}/student");
        await page.GetByLabel("Class code").FillAsync(typed);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Waiting for your teacher" })).ToBeVisibleAsync();
        await room.AdmitAsync();
        await page.SayWhoAsync("Ana");

        await Expect(page.GetByLabel("Top number")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("1/999");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("Not yet.")).ToBeVisibleAsync();
        await Expect(page.GetByText("Saved", new() { Exact = true })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Help", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Your teacher knows. You are first.")).ToBeVisibleAsync();

        var line = await room.LineAsync("ana");
        Assert.Equal("here", line.GetProperty("presence").GetString());
        Assert.Equal("handRaised", line.GetProperty("help")[0].GetProperty("reason").GetString());
        Assert.Equal(1, line.GetProperty("cells")[0].GetProperty("opportunities").GetInt32());

        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Try again" })).ToBeVisibleAsync();
        await room.CommandAsync(new { type = "endLesson" });
        await Expect(page.GetByText("The lesson is over. Finish this one if you like.")).ToBeVisibleAsync();
        Assert.DoesNotContain(errors, error => !error.Contains("401", StringComparison.Ordinal));
    }
}
