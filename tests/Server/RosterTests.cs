using System.Net;
using System.Text.Json;
using LiveClass.Tests.Server.Running;

namespace LiveClass.Tests.Server;

[Collection(ServerSuite.Name)]
public sealed class RosterTests(RunningServer server)
{
    [Fact]
    public async Task A_classroom_is_made_changed_and_left_as_it_is()
    {
        var id = server.NewName();
        using var client = server.Client();
        const string body = """{"name":"6a","skills":[{"id":"k1"}],"students":[{"id":"ana","name":"Ana"},{"id":"ben","name":"Ben"}]}""";

        using var made = await client.PutAsync($"/api/v1/classrooms/{id}", Wire.Json(body));
        using var same = await client.PutAsync($"/api/v1/classrooms/{id}", Wire.Json(body));
        using var changed = await client.PutAsync($"/api/v1/classrooms/{id}", Wire.Json("""{"students":[{"id":"ben"}]}"""));

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.OK), (made.StatusCode, same.StatusCode, changed.StatusCode));
        Assert.Equal(made.Headers.ETag, same.Headers.ETag);
        Assert.NotEqual(made.Headers.ETag, changed.Headers.ETag);
        var board = await client.UntilAsync($"/api/v1/classrooms/{id}/board", b => b.GetProperty("students").GetArrayLength() == 1);
        Assert.Equal("Ben", board.GetProperty("students")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task If_match_keeps_two_from_overwriting_each_other()
    {
        var id = server.NewName();
        using var client = server.Client();
        using var missing = await PutAsync(client, id, """{"name":"a"}""", "*");
        using var made = await client.PutAsync($"/api/v1/classrooms/{id}", Wire.Json("""{"name":"a"}"""));
        var tag = made.Headers.ETag!.ToString();

        using var first = await PutAsync(client, id, """{"name":"b"}""", tag);
        using var second = await PutAsync(client, id, """{"name":"c"}""", tag);
        using var odd = await PutAsync(client, id, """{"name":"c"}""", "\"yesterday\"");

        Assert.Equal(HttpStatusCode.PreconditionFailed, missing.StatusCode);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, second.StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, odd.StatusCode);
        Assert.Equal("precondition-failed", JsonSerializer.Deserialize<JsonElement>(await second.Content.ReadAsStringAsync()).Code());
    }

    [Theory]
    [InlineData("[]", 400, "bad-argument")]
    [InlineData("{", 400, "malformed")]
    [InlineData("""{"name":7}""", 400, "bad-argument")]
    [InlineData("""{"students":{}}""", 400, "bad-argument")]
    [InlineData("""{"students":[7]}""", 400, "bad-argument")]
    [InlineData("""{"students":[{"name":"Ana"}]}""", 400, "bad-argument")]
    [InlineData("""{"stations":[{"id":"a","kind":"sofa","capacity":1}]}""", 400, "bad-argument")]
    [InlineData("""{"stations":[{"id":"a","kind":"online","capacity":"six"}]}""", 400, "bad-argument")]
    [InlineData("""{"students":[{"id":"a b"}]}""", 422, "bad-id")]
    [InlineData("""{"students":[{"id":"a"},{"id":"a"}]}""", 422, "duplicate-id")]
    [InlineData("""{"name":"  "}""", 422, "bad-name")]
    [InlineData("""{"stations":[{"id":"a"}]}""", 422, "missing-field")]
    [InlineData("""{"stations":[{"id":"a","kind":"online","capacity":-1}]}""", 422, "bad-number")]
    [InlineData("""{"skills":[{"id":"cy1","prerequisites":["cy2"]},{"id":"cy2","prerequisites":["cy1"]}]}""", 422, "cycle")]
    [InlineData("""{"skills":[{"id":"k1","prerequisites":["never-heard-of"]}]}""", 422, "unknown-prerequisite")]
    [InlineData("""{"students":[]}""", 422, "empty-list")]
    public async Task What_cannot_be_is_refused_and_nothing_changes(string body, int status, string code)
    {
        var id = await server.NewClassroomAsync();
        using var client = server.Client();

        var (answered, problem) = await client.SendAsync(HttpMethod.Put, $"/api/v1/classrooms/{id}", body);

        Assert.Equal((status, code), ((int)answered, problem.Code()));
        using var unchanged = await PutAsync(client, id, "{}", "\"1\"");
        Assert.Equal(HttpStatusCode.OK, unchanged.StatusCode);
    }

    [Fact]
    public async Task An_empty_list_can_be_meant()
    {
        var id = await server.NewClassroomAsync();
        using var client = server.Client();

        var (status, _) = await client.SendAsync(HttpMethod.Put, $"/api/v1/classrooms/{id}?allowEmpty=true", """{"students":[]}""");

        Assert.Equal(HttpStatusCode.OK, status);
    }

    [Fact]
    public async Task Evidence_right_after_the_answer_finds_the_classroom_in_the_log_before_it()
    {
        for (var i = 0; i < 5; i++)
        {
            var id = await server.NewClassroomAsync();
            using var client = server.Client();

            var (_, answer) = await client.DeliverAsync(Wire.Answer(id, $"{id}.a", 1));

            Assert.Equal((1, 0, ""), answer.Counts());
        }
    }

    [Fact]
    public async Task Items_are_taken_and_their_faults_are_named()
    {
        await server.NewClassroomAsync();
        using var client = server.Client();
        var item = server.NewName();

        var (made, answer) = await client.SendAsync(HttpMethod.Put, "/api/v1/items", $$"""{"items":[{"id":"{{item}}","skills":["k1"],"kind":"practice","options":4,"minutes":2}]}""");
        var (elsewhere, address) = await client.SendAsync(HttpMethod.Put, "/api/v1/items", $$"""{"items":[{"id":"{{item}}","skills":["k1"],"url":"javascript:alert(1)"}]}""");
        var (unknown, skill) = await client.SendAsync(HttpMethod.Put, "/api/v1/items", $$"""{"items":[{"id":"{{item}}","skills":["no-such-skill"]}]}""");
        var (_, shape) = await client.SendAsync(HttpMethod.Put, "/api/v1/items", "{}");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "bad-url"), (elsewhere, address.Code()));
        Assert.Equal((HttpStatusCode.OK, 1), (made, answer.GetProperty("items").GetInt32()));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "unknown-skill"), (unknown, skill.Code()));
        Assert.Equal("bad-argument", shape.Code());
    }

    private static Task<HttpResponseMessage> PutAsync(HttpClient client, string id, string body, string ifMatch)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/classrooms/{id}") { Content = Wire.Json(body) };
        request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return client.SendAsync(request);
    }
}
