using System.Net;
using System.Text.Json;
using LiveClass.Learning.Items;
using LiveClass.Tests.Server.Running;

namespace LiveClass.Tests.Server.Joining;

/// <summary>What a student's device sends: the server says who, where and how well.</summary>
[Collection(ServerSuite.Name)]
public sealed class DeviceEvidenceTests(RunningServer server)
{
    private const long Form = 4711;
    private static readonly ItemTemplate Template = ItemTemplates.Shipped.All[0];
    private static readonly ItemForm Made = Template.Generate(Form, Language.English);

    [Fact]
    public async Task The_server_scores_the_response_and_passes_over_what_the_device_says_of_it()
    {
        var (lesson, item) = await LessonWithItemAsync();
        var joined = await lesson.JoinAsync("ana");
        using var device = server.Client(joined.DeliverToken);

        var (_, answer) = await device.DeliverAsync(
            Answer(1, item, Made.Key!.Right, ""","student":"ben","classroom":"elsewhere","score":0,"skills":["k2"],"misconception":"made-up" """),
            Answer(2, item, Wrong(), ""","score":"not even a number","classroom":7"""));

        Assert.Equal((2, 0, ""), answer.Counts());
        var rows = await HistoryAsync(lesson.Classroom, 2);
        Assert.All(rows, row => Assert.Equal("ana", row.GetProperty("student").GetString()));
        Assert.All(rows, row => Assert.Equal("k1", Assert.Single(row.GetProperty("skills").EnumerateArray()).GetProperty("skill").GetString()));
        Assert.Equal([1.0, 0.0], rows.Select(row => row.GetProperty("score").GetDouble()));
        Assert.Equal(ResponseScorer.Score(Made, Wrong()).Misconception, Misconception(rows[1]));
    }

    [Fact]
    public async Task Who_joins_gets_its_view_and_the_first_form_at_once_by_the_seed_of_the_device()
    {
        var lesson = await RunningLesson.StartAsync(server);
        var device = RunningLesson.NewDevice();
        using var key = server.Client();
        // The only item of its skill, so that it is on the card.
        var skill = $"{lesson.Classroom}-skill";
        await key.SendAsync(HttpMethod.Put, $"/api/v1/classrooms/{lesson.Classroom}", $$"""{"skills":[{"id":"{{skill}}","name":"Own"}]}""");
        await key.SendAsync(HttpMethod.Put, "/api/v1/items", $$"""{"items":[{"id":"{{lesson.Classroom}}-own","skills":["{{skill}}"],"url":"{{Template.Url}}"}]}""");
        await key.UntilAsync(
            $"/api/v1/classrooms/{lesson.Classroom}/board", board => board.GetProperty("students")[0].GetProperty("nextStep").TryGetProperty("item", out _));
        var (_, names) = await lesson.ComeAsync(lesson.Link, device);
        using var nobody = server.Client(key: null);
        var path = $"/join/{names.GetProperty("lesson").GetString()}";
        var (wrong, _) = await nobody.SendAsync(HttpMethod.Post, path, $$"""{"student":"ana","device":"{{device}}","seed":0}""");
        var (_, joined) = await nobody.SendAsync(HttpMethod.Post, path, $$"""{"student":"ana","device":"{{device}}","language":"es","seed":{{Form}}}""");

        Assert.Equal(HttpStatusCode.BadRequest, wrong);
        var (view, form) = (joined.GetProperty("view"), joined.GetProperty("form"));
        Assert.Equal("ana", view.GetProperty("student").GetString());
        Assert.False(view.TryGetProperty("students", out _));
        Assert.Equal(view.GetProperty("card").GetProperty("item").GetString(), form.GetProperty("item").GetString());
        using var reader = server.Client(joined.GetProperty("readToken").GetString());
        var (_, same) = await reader.SendAsync(HttpMethod.Get, $"/api/v1/items/{form.GetProperty("item").GetString()}/forms/{Form}?language=es");
        Assert.True(JsonElement.DeepEquals(same, form));
    }

    [Fact]
    public async Task The_same_answer_again_counts_once_whatever_else_it_says()
    {
        var (lesson, item) = await LessonWithItemAsync();
        var joined = await lesson.JoinAsync("ana");
        using var device = server.Client(joined.DeliverToken);

        await device.DeliverAsync(Answer(1, item, "1"));
        var (_, again) = await device.DeliverAsync(Answer(1, item, "1", ""","score":1,"misconception":"x" """));

        Assert.Equal((0, 1, ""), again.Counts());
    }

    [Fact]
    public async Task What_a_device_cannot_send_gets_a_code()
    {
        var (lesson, item) = await LessonWithItemAsync();
        var joined = await lesson.JoinAsync("ana");
        using var device = server.Client(joined.DeliverToken);

        var (_, answer) = await device.DeliverAsync(
            $$"""{"item":"{{item}}","form":{{Form}},"response":"1"}""",
            $$"""{"sequence":1,"form":{{Form}},"response":"1"}""",
            $$"""{"sequence":2,"item":"{{item}}","form":{{Form}}}""",
            $$"""{"sequence":3,"item":"{{item}}","response":"1"}""",
            Answer(4, "nobody-knows-it", "1"),
            Answer(5, $"{lesson.Classroom}-app", "1"),
            $$"""{"sequence":6,"item":"{{item}}","form":-3,"response":"1"}""",
            $$"""{"sequence":7,"item":"{{item}}","form":{{Form}},"response":"1","source":"another.0123456789abcdef"}""",
            Answer(8, item, "1"));

        Assert.Equal(
            (1, 0, "0:missing-field 1:missing-field 2:missing-field 3:missing-field 4:unknown-item 5:not-built-in 6:bad-number 7:not-your-source"), answer.Counts());
    }

    [Fact]
    public async Task A_check_stays_a_check_whatever_the_device_calls_it()
    {
        var (lesson, _) = await LessonWithItemAsync();
        var check = $"{lesson.Classroom}-check";
        using var key = server.Client();
        await key.SendAsync(HttpMethod.Put, "/api/v1/items", $$"""{"items":[{"id":"{{check}}","skills":["k1"],"kind":"formative","url":"{{Template.Url}}"}]}""");
        var joined = await lesson.JoinAsync("ana");
        using var device = server.Client(joined.DeliverToken);

        await device.DeliverAsync(Answer(1, check, "1", ""","kind":"practice" """));

        Assert.Equal("formative", Assert.Single(await HistoryAsync(lesson.Classroom, 1)).GetProperty("kind").GetString());
    }

    [Fact]
    public async Task An_outbox_delivers_after_the_lesson_and_when_the_next_child_sits_there()
    {
        var (lesson, item) = await LessonWithItemAsync();
        var ana = await lesson.JoinAsync("ana");
        await lesson.JoinAsync("ben", ana.Device);
        await lesson.EndAsync();
        using var device = server.Client(ana.DeliverToken);

        var (status, answer) = await device.DeliverAsync(Answer(1, item, Made.Key!.Right));

        Assert.Equal((HttpStatusCode.OK, (1, 0, "")), (status, answer.Counts()));
        Assert.Equal("ana", Assert.Single(await HistoryAsync(lesson.Classroom, 1)).GetProperty("student").GetString());
    }

    [Fact]
    public async Task What_is_prepared_ahead_is_an_item_of_the_lessons_target()
    {
        var (lesson, item) = await LessonWithItemAsync();
        var joined = await lesson.JoinAsync("ana");
        using var device = server.Client(joined.ReadToken);

        var (_, ahead) = await device.SendAsync(HttpMethod.Get, "/join/ahead");

        // Items belong to the school, skills too: any built-in item of the skill will do.
        var one = Assert.Single(ahead.EnumerateArray());
        Assert.Equal("k1", one.GetProperty("skill").GetString());
        Assert.False(string.IsNullOrEmpty(one.GetProperty("item").GetString()), item);
    }

    private async Task<(RunningLesson Lesson, string Item)> LessonWithItemAsync()
    {
        var lesson = await RunningLesson.StartAsync(server);
        using var key = server.Client();
        var item = $"{lesson.Classroom}-item";
        var (status, _) = await key.SendAsync(
            HttpMethod.Put, "/api/v1/items",
            $$"""{"items":[{"id":"{{item}}","skills":["k1"],"kind":"practice","url":"{{Template.Url}}"},{"id":"{{lesson.Classroom}}-app","skills":["k1"],"kind":"practice","url":"https://app.example/1"}]}""");
        Assert.True((int)status < 300);
        return (lesson, item);
    }

    private static string Wrong() => Made.Key!.Misconceptions is [var first, ..] ? first.Response : "no such answer";

    private static string Answer(long sequence, string item, string response, string more = "") =>
        $$"""{"sequence":{{sequence}},"item":"{{item}}","form":{{Form}},"response":{{JsonSerializer.Serialize(response)}}{{more}}}""";

    private static string? Misconception(JsonElement row) => row.TryGetProperty("misconception", out var id) ? id.GetString() : null;

    private async Task<List<JsonElement>> HistoryAsync(string classroom, int rows)
    {
        using var key = server.Client();
        var history = await key.UntilAsync($"/api/v1/classrooms/{classroom}/history", page => Rows(page).Count() >= rows);
        return [.. Rows(history)];
    }

    private static IEnumerable<JsonElement> Rows(JsonElement page) => page.EnumerateObject().First(field => field.Value.ValueKind == JsonValueKind.Array).Value.EnumerateArray();
}
