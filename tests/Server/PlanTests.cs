using System.Globalization;
using System.Net;
using System.Text.Json;
using LiveClass.Records.Accounts;
using LiveClass.Records.Classrooms;
using LiveClass.Records.Plans;
using LiveClass.Records.Schools;
using LiveClass.Tests.Server.Running;
using Microsoft.Extensions.DependencyInjection;

namespace LiveClass.Tests.Server;

/// <summary>A lesson is planned by a form, and started from its plan.</summary>
[Collection(ServerSuite.Name)]
public sealed class PlanTests(RunningServer server)
{
    private static readonly string Tomorrow = TimeProvider.System.GetLocalNow().AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_teacher_plans_changes_and_removes_a_lesson()
    {
        var room = await server.NewClassroomAsync();
        using var teacher = await server.PersonAsync(AdultRole.Teacher, room);

        using var made = await PlanAsync(teacher, room, ("title", "Parts <b>"), ("target", "k2"));
        var page = await teacher.Browser.GetStringAsync($"/classes/{room}/plans");
        var plan = Assert.Single(await PlansAsync(room));
        using var changed = await PlanAsync(teacher, room, ("plan", $"{plan.Number}"), ("title", ""), ("target", "k1"), ("target", "k2"));
        var after = Assert.Single(await PlansAsync(room));
        var board = await BoardAsync(teacher, room, one => one.ValueKind == JsonValueKind.Object && one.GetProperty("title").ValueKind == JsonValueKind.Null);
        using var removed = await teacher.PostAsync($"/classes/{room}/plans/remove", ("plan", $"{plan.Number}"));

        Assert.All([made, changed, removed], response => Assert.Equal($"/classes/{room}/plans", response.Headers.Location?.ToString()));
        Assert.Contains("Parts &lt;b&gt;", page, StringComparison.Ordinal);
        Assert.Contains("9:00–9:50", page, StringComparison.Ordinal);
        Assert.Equal((plan.Number, null), (after.Number, after.Draft.Title));
        Assert.Equal(["k2", "k1"], board.GetProperty("plan").GetProperty("targets").EnumerateArray().Select(target => target.GetString()!));
        Assert.Equal("planned", board.GetProperty("lesson").GetProperty("state").GetString());
        await BoardAsync(teacher, room, one => one.ValueKind == JsonValueKind.Null);
        Assert.Empty(await PlansAsync(room));
    }

    [Fact]
    public async Task A_lesson_starts_as_planned_keeps_its_length_and_uses_the_plan()
    {
        var room = await server.NewClassroomAsync();
        using var teacher = await server.PersonAsync(AdultRole.Teacher, room);
        (await PlanAsync(teacher, room, ("target", "k2"))).Dispose();
        var plan = Assert.Single(await PlansAsync(room));
        var command = $$"""{"type":"startLesson","plan":"{{plan.Id}}","commandId":"{{room}}-start"}""";

        var (_, started) = await teacher.Browser.CommandAsync(room, command);
        var (_, again) = await teacher.Browser.CommandAsync(room, command);
        var board = await teacher.Browser.UntilAsync($"/api/v1/classrooms/{room}/board", one => one.GetProperty("lesson").GetProperty("state").GetString() == "running");
        var lesson = board.GetProperty("lesson");

        Assert.Equal("accepted", started.GetProperty("outcome").GetString());
        Assert.Equal(started.GetProperty("version").GetInt64(), again.GetProperty("version").GetInt64());
        Assert.Equal(["k2"], lesson.GetProperty("targets").EnumerateArray().Select(target => target.GetString()!));
        var length = lesson.GetProperty("plannedEnd").GetDateTimeOffset() - lesson.GetProperty("startedAt").GetDateTimeOffset();
        Assert.InRange(length, TimeSpan.FromMinutes(49.5), TimeSpan.FromMinutes(50));
        Assert.Empty(await PlansAsync(room));
        await BoardAsync(teacher, room, one => one.ValueKind == JsonValueKind.Null);
        using var late = await PlanAsync(teacher, room, ("plan", $"{plan.Number}"), ("target", "k2"));
        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
    }

    [Fact]
    public async Task A_plan_that_is_refused_still_waits_and_one_of_elsewhere_is_none()
    {
        var (room, other) = (await server.NewClassroomAsync(), await server.NewClassroomAsync());
        using var teacher = await server.PersonAsync(AdultRole.Teacher, room, other);
        (await PlanAsync(teacher, room, ("target", "k2"))).Dispose();
        var plan = Assert.Single(await PlansAsync(room));
        await teacher.Browser.CommandAsync(room, """{"type":"startLesson"}""");

        var (_, running) = await teacher.Browser.CommandAsync(room, $$"""{"type":"startLesson","plan":"{{plan.Id}}"}""");
        var elsewhere = await teacher.Browser.CommandAsync(other, $$"""{"type":"startLesson","plan":"{{plan.Id}}"}""");
        var unknown = await teacher.Browser.CommandAsync(other, """{"type":"startLesson","plan":"plan-999999"}""");
        var odd = await teacher.Browser.CommandAsync(other, """{"type":"startLesson","plan":7}""");

        Assert.Equal("lesson-running", running.Code());
        Assert.All([elsewhere, unknown, odd], answer => Assert.Equal("bad-argument", answer.Body.Code()));
        Assert.Single(await PlansAsync(room));
    }

    [Theory]
    [InlineData("to", "08:59", "must end after it starts")]
    [InlineData("to", "09:00", "must end after it starts")]
    [InlineData("to", "soon", "Write a time")]
    [InlineData("from", "25:00", "Write a time")]
    [InlineData("day", "2020-01-01", "That time is over")]
    [InlineData("day", "2099-01-01", "more than 400 days")]
    [InlineData("day", "31.12.2026", "Choose a day")]
    [InlineData("title", "long", "at most 80 characters")]
    [InlineData("target", "unknown", "Tick 1 to 12")]
    [InlineData("target", "", "Tick 1 to 12")]
    [InlineData("target", "13", "Tick 1 to 12")]
    public async Task What_is_wrong_with_a_plan_is_said_at_its_field_and_nothing_is_kept(string field, string value, string sentence)
    {
        var room = await server.NewClassroomAsync();
        using var teacher = await server.PersonAsync(AdultRole.Teacher, room);
        var fields = new List<(string, string)> { ("title", "Kept as typed"), ("day", Tomorrow), ("from", "09:00"), ("to", "09:50"), ("target", "k1") };
        fields.RemoveAll(one => one.Item1 == field);
        if (value == "13") fields.AddRange(Enumerable.Range(1, 13).Select(number => (field, $"k{number}")));
        else if (value.Length > 0) fields.Add((field, value == "long" ? new string('x', 81) : value));

        using var response = await teacher.PostAsync($"/classes/{room}/plans", [.. fields]);
        var page = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        if (field != "title") Assert.Contains("Kept as typed", page, StringComparison.Ordinal);
        Assert.Empty(await PlansAsync(room));
    }

    [Fact]
    public async Task Only_who_may_command_a_class_plans_for_it()
    {
        var (room, own) = (await server.NewClassroomAsync(), await server.NewClassroomAsync());
        using var teacher = await server.PersonAsync(AdultRole.Teacher, room);
        (await PlanAsync(teacher, room, ("target", "k1"))).Dispose();
        var plan = Assert.Single(await PlansAsync(room));
        using var stranger = await server.PersonAsync(AdultRole.Teacher, own);
        using var coach = await server.PersonAsync(AdultRole.Coach, room);

        foreach (var (who, status) in new[] { (stranger, HttpStatusCode.NotFound), (coach, HttpStatusCode.Forbidden) })
        {
            using var made = await PlanAsync(who, room, ("target", "k1"));
            using var changed = await PlanAsync(who, room, ("plan", $"{plan.Number}"), ("target", "k2"));
            using var removed = await who.PostAsync($"/classes/{room}/plans/remove", ("plan", $"{plan.Number}"));
            using var seen = await who.Browser.GetAsync($"/classes/{room}/plans");
            Assert.All([made, changed, removed, seen], response => Assert.Equal(status, response.StatusCode));
        }

        using var otherRoom = await PlanAsync(stranger, own, ("plan", $"{plan.Number}"), ("target", "k2"));
        (await stranger.PostAsync($"/classes/{own}/plans/remove", ("plan", $"{plan.Number}"))).Dispose();
        Assert.Equal(HttpStatusCode.NotFound, otherRoom.StatusCode);
        Assert.Equal(plan, Assert.Single(await PlansAsync(room)));
    }

    private static Task<HttpResponseMessage> PlanAsync(SignedInPerson who, string room, params (string, string)[] fields) =>
        who.PostAsync($"/classes/{room}/plans", [("day", Tomorrow), ("from", "09:00"), ("to", "09:50"), .. fields]);

    private static async Task<JsonElement> BoardAsync(SignedInPerson teacher, string room, Func<JsonElement, bool> wished)
    {
        var board = await teacher.Browser.UntilAsync($"/api/v1/classrooms/{room}/board", one => wished(one.GetProperty("plan")));
        Assert.True(wished(board.GetProperty("plan")), board.GetProperty("plan").ToString());
        return board;
    }

    private async Task<IReadOnlyList<PlanRecord>> PlansAsync(string room)
    {
        var school = server.Services.GetRequiredService<SchoolStore>().ById("school")!.Key;
        var classroom = await server.Services.GetRequiredService<ClassroomDirectory>().FindAsync(school, room);
        return server.Services.GetRequiredService<PlanStore>().Waiting(classroom!.Key);
    }
}
