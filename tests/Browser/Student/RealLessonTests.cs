using LiveClass.Tests.Browser.Real;
using LiveClass.Web.Links;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveClass.Tests.Browser.Student;

/// <summary>The whole way: a child joins at the server as people run it, answers a built-in item, and the teacher's board knows.</summary>
public sealed class RealLessonTests(RealServer server) : BrowserTest, IClassFixture<RealServer>
{
    [Fact]
    public async Task A_child_joins_answers_and_raises_a_hand_and_the_board_knows()
    {
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

    [Fact]
    public async Task A_device_whose_connection_is_cut_is_marked_on_the_teachers_page_until_it_is_back()
    {
        var room = await server.RoomAsync("Ana", "Ben");
        await room.CommandAsync(new { type = "startLesson", targets = new[] { "k11" } });
        var (child, _) = await Chromium.OpenAsync();
        await child.GotoAsync($"{server.Address}/student");
        await child.GetByLabel("Class code").FillAsync((await room.CodesAsync()).Typed);
        await child.Keyboard.PressAsync("Enter");
        await Expect(child.GetByRole(AriaRole.Heading, new() { Name = "Waiting for your teacher" })).ToBeVisibleAsync();
        await room.AdmitAsync();
        await child.SayWhoAsync("Ben");
        var (teacher, _) = await Chromium.OpenAsync();
        await server.SignInAsync(teacher);
        await teacher.GotoAsync(room.Live);
        var ben = teacher.GetByRole(AriaRole.Rowheader, new() { Name = "Ben", Exact = true });
        await Expect(ben).ToBeVisibleAsync();

        // Five seconds are a reload, not a loss; a sweep later it is told.
        var cut = TimeProvider.System.GetTimestamp();
        await child.GotoAsync("about:blank");
        var lost = teacher.GetByRole(AriaRole.Rowheader, new() { Name = "Ben, the device does not answer" });
        await Expect(lost).ToBeVisibleAsync();
        Assert.InRange(TimeProvider.System.GetElapsedTime(cut), DeviceLinks.Grace, DeviceLinks.Grace + TimeSpan.FromSeconds(10));
        await Expect(lost.Locator("use")).ToHaveAttributeAsync("href", "#m-linkLost");

        await child.GotoAsync($"{server.Address}/student");
        await Expect(ben).ToBeVisibleAsync();
    }
}
