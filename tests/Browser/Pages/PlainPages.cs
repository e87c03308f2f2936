using LiveClass.Tests.Browser.Real;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LiveClass.Tests.Browser.Pages;

/// <summary>The pages of people, classes and keys, on a server that is empty at first.</summary>
internal sealed class PlainPages
{
    private const string Unknown = "(unknown)";

    private readonly RealServer server;
    private readonly IPage admin;
    private readonly IPage visitor;
    private string invitation = "";
    private Room room = null!;

    /// <summary>On a server with pages of two people: its first admin, and somebody else.</summary>
    public PlainPages(RealServer server, IPage admin, IPage visitor) => (this.server, this.admin, this.visitor, Page) = (server, admin, visitor, visitor);

    /// <summary>Each of their states.</summary>
    public static PageState<PlainPages>[] States { get; } =
    [
        new("/sign-in/first", "the first admin says who it is", stage => stage.VisitAsync(stage.server.FirstLink)),
        new("/sign-in/first", "a link that does not work", stage => stage.VisitAsync(stage.server.Address + "/sign-in/first?code=no")),
        new("/sign-in", "as it opens", stage => stage.VisitAsync(stage.server.Address + "/sign-in")),
        new("/sign-in", "a wrong password", stage => stage.SignInWronglyAsync()),
        new("/", "no class yet", stage => stage.SignInAsync()),
        new("/", "what programs send", stage => stage.ClickAsync("For programs")),
        new("/classes/new", "as it opens", stage => stage.GoAsync("/classes/new")),
        new("/classes/new", "a list that was read", stage => stage.PasteAsync()),
        new("/classes/{id}/skills", "chosen for the first time", stage => stage.PressAsync("Make the class")),
        new("/classes/{id}/skills", "skills of one's own", stage => stage.ChooseSkillsAsync()),
        new("/classes/{id}/stations", "chosen for the first time", stage => stage.PressAsync("Next: stations")),
        new("/classes/{id}", "just made", stage => stage.PressAsync("Done")),
        new("/classes/{id}", "no lesson", stage => stage.MakeRoomAsync()),
        new("/classes/{id}/students", "as it opens", stage => stage.GoAsync($"/classes/{stage.room.Id}/students")),
        new("/classes/{id}/skills", "as it opens", stage => stage.GoAsync($"/classes/{stage.room.Id}/skills")),
        new("/classes/{id}/stations", "as it opens", stage => stage.GoAsync($"/classes/{stage.room.Id}/stations")),
        new("/classes/{id}/plans", "as it opens", stage => stage.GoAsync($"/classes/{stage.room.Id}/plans")),
        new("/classes/{id}", "a lesson runs", stage => stage.StartLessonAsync()),
        new("/", "classes, one at work", stage => stage.GoAsync("/")),
        new("/admin/people", "as it opens", stage => stage.GoAsync("/admin/people")),
        new("/admin/people/{number:int}", "somebody was invited", stage => stage.InviteAsync()),
        new("/admin/people/{number:int}", "classes were given", stage => stage.GiveAsync()),
        new("/admin/people", "a name that is taken", stage => stage.InviteAgainAsync()),
        new("/invitation", "as it opens", stage => stage.VisitAsync(stage.invitation)),
        new("/", "a teacher signed in by invitation", stage => stage.AcceptAsync()),
        new("/invitation", "used", stage => stage.VisitAsync(stage.invitation)),
        new(Unknown, "not allowed", stage => stage.VisitAsync(stage.server.Address + "/admin/people")),
        new("/account", "as it opens", stage => stage.GoAsync("/account")),
        new("/account", "a wrong password", stage => stage.ChangePasswordWronglyAsync()),
        new("/admin/keys", "as it opens", stage => stage.GoAsync("/admin/keys")),
        new("/admin/keys", "a key was made", stage => stage.MakeKeyAsync()),
        new(Unknown, "no such page", stage => stage.GoAsync("/nothing")),
        new(Unknown, "no such class", stage => stage.GoAsync("/classrooms/none/live")),
        new("/demo", "no demo here", stage => stage.GoAsync("/demo")),
    ];

    /// <summary>What is seen now.</summary>
    public IPage Page { get; private set; }

    private async Task VisitAsync(string address)
    {
        Page = visitor;
        await visitor.GotoAsync(address);
    }

    private async Task GoAsync(string path)
    {
        Page = admin;
        await admin.GotoAsync(server.Address + path);
    }

    private async Task SignInAsync()
    {
        Page = admin;
        await server.SignInAsync(admin);
    }

    private async Task SignInWronglyAsync()
    {
        await visitor.GetByLabel("Name to sign in with").FillAsync("nobody");
        await visitor.GetByLabel("Password", new() { Exact = true }).FillAsync("nothing of the kind");
        await PressAsync("Sign in");
        await Expect(visitor.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
    }

    private Task ClickAsync(string text) => Page.GetByText(text).First.ClickAsync();

    private Task PressAsync(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private async Task PasteAsync()
    {
        await admin.GetByLabel("Name of the class").FillAsync("5b");
        await admin.GetByLabel("Names of the students").FillAsync("1. Ana Lima\n2. Leo Brandt <leo@school.example>\n3. Okafor, Ada\n4. Ana Lima");
        await PressAsync("Show the list");
        await Expect(admin.GetByRole(AriaRole.Heading, new() { Name = "3 names were read" })).ToBeVisibleAsync();
    }

    private async Task ChooseSkillsAsync()
    {
        await admin.GetByRole(AriaRole.Checkbox, new() { Name = "Name a fraction" }).First.CheckAsync();
        await ClickAsync("Skills of your own");
        await admin.GetByLabel("A table of skills").FillAsync("id,name,prerequisites\nown-1,Word problems,k05");
    }

    private async Task MakeRoomAsync()
    {
        room = await server.RoomAsync("Ana", "Ben", "Anneliese Dombrowski-Haas");
        await GoAsync($"/classes/{room.Id}");
    }

    private async Task StartLessonAsync()
    {
        await room.CommandAsync(new { type = "startLesson", targets = new[] { "k11" } });
        await GoAsync($"/classes/{room.Id}");
    }

    private async Task InviteAsync()
    {
        await AddAsync();
        await Expect(admin.GetByRole(AriaRole.Heading, new() { Name = "The link" })).ToBeVisibleAsync();
        invitation = await admin.Locator("#invitation-link").InnerTextAsync();
    }

    private async Task InviteAgainAsync()
    {
        await GoAsync("/admin/people");
        await AddAsync();
        await Expect(admin.Locator("[aria-invalid=true]")).ToBeVisibleAsync();
    }

    private async Task AddAsync()
    {
        await admin.GetByLabel("Name", new() { Exact = true }).FillAsync("Mr Oro");
        await admin.GetByLabel("E-mail").FillAsync("oro.with.a.long.name@primary-school.example");
        await PressAsync("Add a person");
    }

    private async Task GiveAsync()
    {
        await admin.GetByRole(AriaRole.Checkbox, new() { Name = room.Id }).CheckAsync();
        await admin.GetByRole(AriaRole.Button, new() { Name = "Save" }).Last.ClickAsync();
        await Expect(admin.GetByText("Saved.")).ToBeVisibleAsync();
    }

    private async Task AcceptAsync()
    {
        await visitor.GetByLabel("New password").FillAsync("my own four words");
        await PressAsync("Sign in");
        await Expect(visitor.GetByRole(AriaRole.Link, new() { Name = room.Id, Exact = true })).ToBeVisibleAsync();
    }

    private async Task ChangePasswordWronglyAsync()
    {
        await admin.GetByLabel("Present password").FillAsync("not this one");
        await admin.GetByLabel("New password").FillAsync("my own four words");
        await PressAsync("Change the password");
    }

    private async Task MakeKeyAsync()
    {
        await admin.GetByLabel("Who uses it").FillAsync("The mathematics program");
        await admin.GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await PressAsync("Make the key");
        await Expect(admin.Locator(".secret")).ToBeVisibleAsync();
    }
}
