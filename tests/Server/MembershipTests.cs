using System.Net;
using System.Net.WebSockets;
using LiveClass.Records.Accounts;
using LiveClass.Tests.Server.Running;
using LiveClass.Web.Access;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LiveClass.Tests.Server;

/// <summary>Which classes a person sees, on every route and hub method there is: a new route that forgets to ask fails here.</summary>
[Collection(ServerSuite.Name)]
public sealed class MembershipTests(RunningServer server)
{
    /// <summary>What a coach may ask of a room that was granted.</summary>
    private static readonly HashSet<string> Coachs = new(StringComparer.Ordinal)
    {
        "GET /api/v1/classrooms/{id}/board", "GET /api/v1/classrooms/{id}/notes", "POST /api/v1/classrooms/{id}/commands",
        "GET /api/v1/classrooms/{id}/commands/{commandId}", "GET /classrooms/{id}/live",
    };

    private static IEnumerable<string> OfAClass => RightsTests.Rules.Keys.Where(route =>
        route.Contains("/classrooms/{id}", StringComparison.Ordinal) || route.Contains("/classes/{id}", StringComparison.Ordinal));

    [Fact]
    public async Task Another_classs_teacher_gets_nothing_of_this_one()
    {
        var (room, own) = (await server.NewClassroomAsync(), await server.NewClassroomAsync());
        using var teacher = await server.PersonAsync(AdultRole.Teacher, own);

        foreach (var route in OfAClass)
        {
            using var response = await SendAsync(teacher, route, room);
            Assert.True(response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden, $"{route}: {response.StatusCode}");
        }

        Assert.DoesNotContain($"\"{room}\"", await teacher.Browser.GetStringAsync("/api/v1/classrooms"), StringComparison.Ordinal);
        Assert.Contains($"\"{own}\"", await teacher.Browser.GetStringAsync("/api/v1/classrooms"), StringComparison.Ordinal);
        Assert.DoesNotContain($"/{room}/", await teacher.Browser.GetStringAsync("/"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await teacher.Browser.GetAsync($"/api/v1/classrooms/{own}/board")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await teacher.Browser.GetAsync($"/classrooms/{own}/live")).StatusCode);
    }

    [Fact]
    public async Task A_coach_sees_a_granted_room_without_names_and_changes_nothing()
    {
        var room = await server.NewClassroomAsync();
        using var coach = await server.PersonAsync(AdultRole.Coach, room);

        foreach (var route in OfAClass)
        {
            using var response = await SendAsync(coach, route, room);
            var refused = response.StatusCode == HttpStatusCode.Forbidden || (response.StatusCode == HttpStatusCode.NotFound && !Coachs.Contains(route));
            Assert.True(refused != Coachs.Contains(route), $"{route}: {response.StatusCode}");
        }

        var board = await coach.Browser.GetStringAsync($"/api/v1/classrooms/{room}/board");
        Assert.Contains("\"students\"", board, StringComparison.Ordinal);
        Assert.DoesNotContain("\"Ana\"", board, StringComparison.Ordinal);
        Assert.Equal("wrong-scope", (await coach.Browser.CommandAsync(room, """{"type":"startLesson"}""")).Body.Code());
        Assert.Equal(HttpStatusCode.Forbidden, (await coach.Browser.GetAsync("/api/v1/quarantine")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await coach.Browser.GetAsync("/classes/new")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await coach.Browser.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task Only_an_admin_reaches_people_keys_and_the_rosters_of_programs()
    {
        var room = await server.NewClassroomAsync();
        foreach (var role in new[] { AdultRole.Teacher, AdultRole.Coach })
        {
            using var person = await server.PersonAsync(role, room);
            foreach (var route in RightsTests.Rules.Where(rule => rule.Value is AccessPolicies.Admin or Scopes.RosterWrite).Select(rule => rule.Key))
            {
                using var response = await SendAsync(person, route, room);
                Assert.True(response.StatusCode == HttpStatusCode.Forbidden, $"{role} at {route}: {response.StatusCode}");
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_disabled_account_and_an_expired_cookie_are_nobody(bool expired)
    {
        var room = await server.NewClassroomAsync();
        using var person = await server.PersonAsync(AdultRole.Admin, room);
        if (!expired) await server.ChangeAsync(desk => desk.SetActiveAsync(person.Adult, active: false, person.Adult));
        var cookie = expired ? Expired(person.Cookie) : person.Cookie;

        foreach (var (route, rule) in RightsTests.Rules.Where(rule => rule.Value != RightsTests.Anyone))
        {
            using var client = server.Client(key: null);
            using var request = RightsTests.Request(route, room);
            request.Headers.Add("Cookie", $"liveclass={cookie}");
            using var response = await client.SendAsync(request);
            Assert.True(response.StatusCode == HttpStatusCode.Unauthorized, $"{route} ({rule}): {response.StatusCode}");
        }

        await Assert.ThrowsAsync<WebSocketException>(() => server.HubAsync(cookie));
    }

    [Fact]
    public async Task The_hub_lets_each_watch_and_command_what_is_theirs()
    {
        var (room, own) = (await server.NewClassroomAsync(), await server.NewClassroomAsync());
        using var teacher = await server.PersonAsync(AdultRole.Teacher, own);
        using var coach = await server.PersonAsync(AdultRole.Coach, room);
        using var teachers = await server.HubAsync(teacher.Cookie);
        using var coachs = await server.HubAsync(coach.Cookie);

        foreach (var view in new[] { "teacher", "wall", "coach" })
            Assert.Contains("unknown-classroom", await teachers.CallAsync("Watch", $"[\"{room}\",null,\"{view}\"]"), StringComparison.Ordinal);
        Assert.Contains("unknown-classroom", await teachers.CallAsync("SubmitCommand", $$"""["{{room}}",{"type":"startLesson"}]"""), StringComparison.Ordinal);
        Assert.Contains("unknown-classroom", await teachers.CallAsync("Unwatch", $"[\"{room}\"]"), StringComparison.Ordinal);
        Assert.DoesNotContain("error", await teachers.CallAsync("Watch", $"[\"{own}\",null,\"teacher\"]"), StringComparison.Ordinal);
        Assert.Contains("accepted", await teachers.CallAsync("SubmitCommand", $$"""["{{own}}",{"type":"startLesson"}]"""), StringComparison.Ordinal);

        Assert.Contains("wrong-scope", await coachs.CallAsync("Watch", $"[\"{room}\",null,\"teacher\"]"), StringComparison.Ordinal);
        Assert.Contains("wrong-scope", await coachs.CallAsync("SubmitCommand", $$"""["{{room}}",{"type":"startLesson"}]"""), StringComparison.Ordinal);
        Assert.DoesNotContain("error", await coachs.CallAsync("Watch", $"[\"{room}\",null,\"coach\"]"), StringComparison.Ordinal);
        Assert.Contains("unknown-classroom", await coachs.CallAsync("Watch", $"[\"{own}\",null,\"coach\"]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_membership_that_ends_ends_the_open_page_and_the_way_back()
    {
        var (room, other) = (await server.NewClassroomAsync(), await server.NewClassroomAsync());
        using var teacher = await server.PersonAsync(AdultRole.Teacher, room, other);
        using var hub = await server.HubAsync(teacher.Cookie);
        await hub.CallAsync("Watch", $"[\"{room}\",null,\"teacher\"]");

        await server.ChangeAsync(desk => desk.SetRoomsAsync(teacher.Adult, [], teacher.Adult));
        var told = await hub.ToldAsync("Revoked");
        var ended = await hub.EndsAsync();
        using var again = await server.HubAsync(teacher.Cookie);

        Assert.Contains("rights-changed", told, StringComparison.Ordinal);
        Assert.True(ended);
        Assert.Contains("unknown-classroom", await again.CallAsync("Watch", $"[\"{room}\",null,\"teacher\"]"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await teacher.Browser.GetAsync($"/classrooms/{room}/live")).StatusCode);
    }

    [Theory]
    [InlineData("disabled")]
    [InlineData("role")]
    [InlineData("password")]
    [InlineData("everywhere")]
    public async Task What_signs_a_person_out_ends_the_open_page(string what)
    {
        var room = await server.NewClassroomAsync();
        using var teacher = await server.PersonAsync(AdultRole.Teacher, room);
        using var hub = await server.HubAsync(teacher.Cookie);
        await hub.CallAsync("Watch", $"[\"{room}\",null,\"teacher\"]");

        await server.ChangeAsync(desk => what switch
        {
            "disabled" => desk.SetActiveAsync(teacher.Adult, active: false, teacher.Adult),
            "role" => desk.SetRoleAsync(teacher.Adult, AdultRole.Coach, teacher.Adult),
            "password" => desk.SetPasswordAsync(teacher.Adult, "a password of another kind", teacher.Adult),
            _ => desk.SignOutEverywhereAsync(teacher.Adult, teacher.Adult),
        });

        Assert.Contains("signed-out", await hub.ToldAsync("Revoked"), StringComparison.Ordinal);
        Assert.True(await hub.EndsAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await teacher.Browser.GetAsync("/")).StatusCode);
    }

    private static async Task<HttpResponseMessage> SendAsync(SignedInPerson person, string route, string room)
    {
        var request = RightsTests.Request(route, room);
        if (request.Content is FormUrlEncodedContent)
            request.Content = new FormUrlEncodedContent([KeyValuePair.Create("form-token", SignedIn.TokenOf(await person.Browser.GetStringAsync("/account")))]);
        return await person.Browser.SendAsync(request);
    }

    private string Expired(string cookie)
    {
        var format = server.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(CookieAuthenticationDefaults.AuthenticationScheme).TicketDataFormat;
        var ticket = format.Unprotect(cookie)!;
        ticket.Properties.ExpiresUtc = TimeProvider.System.GetUtcNow().AddMinutes(-1);
        return format.Protect(ticket);
    }
}
