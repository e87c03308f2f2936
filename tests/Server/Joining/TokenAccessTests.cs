using System.Net;
using LiveClass.Simulator.Http;
using LiveClass.Simulator.Hub;
using LiveClass.Tests.Server.Running;
using Microsoft.AspNetCore.SignalR;

namespace LiveClass.Tests.Server.Joining;

/// <summary>Each token opens what it is for, and nothing else.</summary>
[Collection(ServerSuite.Name)]
public sealed class TokenAccessTests(RunningServer server)
{
    /// <summary>Routes that some token opens; every other route is refused to all of them.</summary>
    private static readonly Dictionary<string, string> Opens = new(StringComparer.Ordinal)
    {
        ["POST /api/v1/evidence"] = "deliver",
        ["POST /api/v1/classrooms/{id}/commands"] = "read",
        ["GET /api/v1/classrooms/{id}/commands/{commandId}"] = "read",
        ["GET /api/v1/items/{id}/forms/{seed}"] = "read",
        ["GET /join/me"] = "read wall",
        ["GET /join/ahead"] = "read wall",
        ["GET /wall/code"] = "wall",
        ["* /hubs/classroom"] = "read deliver wall",
        ["* /hubs/classroom/negotiate"] = "read deliver wall",
    };

    [Fact]
    public async Task A_token_opens_its_own_routes_and_no_other()
    {
        var lesson = await RunningLesson.StartAsync(server);
        var joined = await lesson.JoinAsync("ana");
        var tokens = new Dictionary<string, string>(StringComparer.Ordinal) { ["read"] = joined.ReadToken, ["deliver"] = joined.DeliverToken, ["wall"] = await lesson.WallAsync() };

        foreach (var route in RightsTests.Guarded)
        {
            foreach (var (kind, token) in tokens)
            {
                using var device = server.Client(token);
                using var response = await device.SendAsync(RightsTests.Request(route));
                var may = Opens.GetValueOrDefault(route, "").Split(' ').Contains(kind);
                Assert.True(may != (response.StatusCode == HttpStatusCode.Forbidden), $"{kind} at {route}: {response.StatusCode}");
                Assert.NotEqual(HttpStatusCode.Unauthorized, response.StatusCode);
            }
        }
    }

    [Fact]
    public async Task A_token_that_has_ended_opens_nothing()
    {
        var lesson = await RunningLesson.StartAsync(server);
        var joined = await lesson.JoinAsync("ana");
        var wall = await lesson.WallAsync();
        await lesson.EndAsync();

        foreach (var route in RightsTests.Guarded)
        {
            foreach (var token in new[] { joined.ReadToken, wall })
            {
                using var device = server.Client(token);
                using var response = await device.SendAsync(RightsTests.Request(route));
                Assert.True(response.StatusCode == HttpStatusCode.Unauthorized, $"{route}: {response.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task A_deliver_token_neither_watches_nor_commands_and_a_wall_only_watches_its_wall()
    {
        var (lesson, other) = (await RunningLesson.StartAsync(server), await RunningLesson.StartAsync(server));
        var joined = await lesson.JoinAsync("ana");
        await using var outbox = await ClassroomHubClient.ConnectAsync(server.Address, joined.DeliverToken);
        await using var wall = await ClassroomHubClient.ConnectAsync(server.Address, await lesson.WallAsync());

        await Assert.ThrowsAsync<HubException>(() => outbox.WatchAsync(lesson.Classroom, view: "student"));
        await Assert.ThrowsAsync<HubException>(() => outbox.SubmitCommandAsync(lesson.Classroom, new CommandBody { Type = "raiseHand" }));
        await Assert.ThrowsAsync<HubException>(() => wall.WatchAsync(lesson.Classroom, view: "teacher"));
        await Assert.ThrowsAsync<HubException>(() => wall.WatchAsync(other.Classroom, view: "wall"));
        await Assert.ThrowsAsync<HubException>(() => wall.SubmitAsync([]));
        await wall.WatchAsync(lesson.Classroom, view: "wall");
    }

    [Fact]
    public async Task A_students_token_does_nothing_in_another_classroom_over_HTTP()
    {
        var (lesson, other) = (await RunningLesson.StartAsync(server), await RunningLesson.StartAsync(server));
        using var device = server.Client((await lesson.JoinAsync("ana")).ReadToken);

        Assert.Equal("unknown-classroom", (await device.CommandAsync(other.Classroom, """{"type":"raiseHand"}""")).Body.Code());
        Assert.Equal("other-student", (await device.CommandAsync(lesson.Classroom, """{"type":"raiseHand","student":"ben"}""")).Body.Code());
        Assert.Equal("other-student", (await device.CommandAsync(lesson.Classroom, """{"type":"markPresence","student":"ana","presence":"here"}""")).Body.Code());
        Assert.Equal(HttpStatusCode.OK, (await device.CommandAsync(lesson.Classroom, """{"type":"raiseHand"}""")).Status);
    }

    [Fact]
    public async Task A_wall_is_paired_once_and_its_letters_are_good_once()
    {
        var lesson = await RunningLesson.StartAsync(server);
        using var nobody = server.Client(key: null);
        var (_, opened) = await nobody.SendAsync(HttpMethod.Post, "/wall/pairings", "{}");
        var (code, claim) = (opened.GetProperty("code").GetString()!, $$"""{"claim":"{{opened.GetProperty("claim").GetString()}}"}""");

        var (early, _) = await nobody.SendAsync(HttpMethod.Post, "/wall/claims", claim);
        await lesson.AdultAsync("walls", $$"""{"code":"{{code.ToLowerInvariant().Insert(3, " ")}}"}""");
        var (_, twice) = await lesson.AdultAsync("walls", $$"""{"code":"{{code}}"}""");
        var (_, paired) = await nobody.SendAsync(HttpMethod.Post, "/wall/claims", claim);
        var (_, again) = await nobody.SendAsync(HttpMethod.Post, "/wall/claims", claim);
        using var wall = server.Client(paired.GetProperty("token").GetString());
        var (_, shown) = await wall.SendAsync(HttpMethod.Get, "/wall/code");

        Assert.Matches("^[A-HJ-NP-Z]{6}$", code);
        Assert.Equal(HttpStatusCode.Accepted, early);
        Assert.Equal("unknown-pairing", twice.Code());
        Assert.Equal("unknown-pairing", again.Code());
        Assert.Equal(lesson.Code, shown.GetProperty("code").GetString());
        Assert.StartsWith("M", shown.GetProperty("qr").GetProperty("path").GetString(), StringComparison.Ordinal);
        Assert.Equal("unknown-pairing", (await nobody.SendAsync(HttpMethod.Post, "/wall/claims", """{"claim":"guess"}""")).Body.Code());
    }
}
