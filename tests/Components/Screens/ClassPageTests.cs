using LiveClass.Records.Accounts;
using LiveClass.Web.Access.Accounts;
using LiveClass.Web.Access.Pages;
using LiveClass.Web.Classes;
using LiveClass.Web.Classes.Pages;
using LiveClass.Web.Screens;
using LiveClass.Web.Screens.Start;

namespace LiveClass.Tests.Components.Screens;

public sealed class ClassPageTests
{
    [Fact]
    public async Task A_coach_may_look_into_the_rooms_and_change_none()
    {
        var page = await Rendered.As<StartPage>(new()
        {
            [nameof(StartPage.Role)] = AdultRole.Coach,
            [nameof(StartPage.Classrooms)] = new ClassroomSummary[] { new("6a", "6a", 0, 30, null, null, 0) },
        });
        var empty = await Rendered.As<StartPage>(new() { [nameof(StartPage.Role)] = AdultRole.Coach });

        Assert.Contains("6a", page.QuerySelector("tbody th")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/classrooms/6a/live", Assert.Single(page.QuerySelectorAll("tbody a, a.button")).GetAttribute("href"));
        Assert.Contains("No room has been granted", empty.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(empty.QuerySelectorAll("main a.button"));
    }

    [Theory]
    [InlineData(AdultRole.Teacher, "You have no class yet.", 0)]
    [InlineData(AdultRole.Admin, "There is no class on this server yet.", 1)]
    public async Task Who_has_no_class_is_offered_to_paste_a_list(AdultRole role, string sentence, int details)
    {
        var page = await Rendered.As<StartPage>(new() { [nameof(StartPage.Role)] = role });

        Assert.Contains(sentence, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/classes/new", page.QuerySelector("a.button.main")!.GetAttribute("href"));
        Assert.Equal(details, page.QuerySelectorAll("details.programs").Length);
        Assert.Empty(page.QuerySelectorAll(".no-class form"));
    }

    [Fact]
    public async Task Something_else_that_can_be_begun_is_a_button_and_speaks_the_readers_language()
    {
        var page = await Rendered.As<StartPage>(
            new() { [nameof(StartPage.Offers)] = new StartOffer[] { new("/demo", "start.new") } }, "es");

        var form = Assert.Single(page.QuerySelectorAll(".no-class form"));
        Assert.Equal("/demo", form.GetAttribute("action"));
        Assert.Equal("Clase nueva", form.QuerySelector("button")!.TextContent);
        Assert.Equal("es", page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_list_that_was_looked_at_can_be_made_and_one_that_is_wrong_cannot()
    {
        const string text = "Ana\n<b>Ben</b>";
        var right = await Rendered.As<NewClassPage>(new() { [nameof(NewClassPage.Text)] = text, [nameof(NewClassPage.List)] = NameList.Read(text) });
        var wrong = await Rendered.As<NewClassPage>(new()
        {
            [nameof(NewClassPage.Text)] = text,
            [nameof(NewClassPage.List)] = NameList.Read(text),
            [nameof(NewClassPage.Problem)] = new FormProblem("name", "classes.name.bad"),
        });

        Assert.Equal(["make", "look"], right.QuerySelectorAll("button[name=do]").Select(button => button.GetAttribute("value")));
        Assert.Equal(["look"], wrong.QuerySelectorAll("button[name=do]").Select(button => button.GetAttribute("value")));
        Assert.Equal(["Ana", "<b>Ben</b>"], right.QuerySelectorAll(".preview li").Select(line => line.TextContent));
        Assert.Equal(text, right.QuerySelector("textarea")!.TextContent.TrimStart('\n'));
        Assert.Equal("true", wrong.GetElementById("name")!.GetAttribute("aria-invalid"));
        Assert.Equal("name-problem name-hint", wrong.GetElementById("name")!.GetAttribute("aria-describedby"));
    }

    [Fact]
    public async Task Signing_in_keeps_the_name_and_never_the_password()
    {
        var page = await Rendered.As<SignInPage>(new() { [nameof(SignInPage.UserName)] = "ito", [nameof(SignInPage.Problem)] = "people.sign-in.wrong", [nameof(SignInPage.To)] = "/x" });

        Assert.Equal("ito", page.GetElementById("userName")!.GetAttribute("value"));
        Assert.Equal("username", page.GetElementById("userName")!.GetAttribute("autocomplete"));
        Assert.Equal("", page.GetElementById("password")!.GetAttribute("value"));
        Assert.Equal("current-password", page.GetElementById("password")!.GetAttribute("autocomplete"));
        Assert.NotNull(page.QuerySelector("[role=alert]"));
    }
}
