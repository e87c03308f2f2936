using System.Net;
using System.Text.Json;
using LiveClass.Learning.Items;
using LiveClass.Records.Schools;
using LiveClass.Tests.Server.Running;
using LiveClass.Web.Items;
using Microsoft.Extensions.DependencyInjection;

namespace LiveClass.Tests.Server;

[Collection(ServerSuite.Name)]
public sealed class FormTests(RunningServer server)
{
    [Fact]
    public async Task A_built_in_item_gives_the_form_of_a_seed_in_the_language_that_is_asked_for()
    {
        var item = await NewItemAsync("liveclass:k05a/2");
        using var client = server.Client();

        using var answer = await client.GetAsync($"/api/v1/items/{item}/forms/42?language=es");
        var form = JsonSerializer.Deserialize(await answer.Content.ReadAsStringAsync(), FormJson.Default.ItemForm)!;

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal((item, 42L, "k05", ItemType.Number, "es"), (form.Item, form.Seed, form.Skill, form.Type, form.Language));
        Assert.True(ItemTemplates.Shipped.TryFind("k05a", 2, out var template));
        Assert.Equal(template.Generate(42, Language.Spanish).Key!.Right, form.Key!.Right);
        var kept = answer.Headers.CacheControl!;
        Assert.True(kept.Private && kept.MaxAge == TimeSpan.FromDays(1) && kept.Extensions.Any(extension => extension.Name == "immutable"));
    }

    [Theory]
    [InlineData("practice", true)]
    [InlineData("formative", false)]
    [InlineData("interim", false)]
    [InlineData("summative", false)]
    public async Task The_key_leaves_the_server_for_practice_alone(string kind, bool leaves)
    {
        var item = await NewItemAsync("liveclass:k11a/1", kind);
        using var client = server.Client();

        var form = JsonSerializer.Deserialize<JsonElement>(await client.GetStringAsync($"/api/v1/items/{item}/forms/7"));

        Assert.Equal(leaves, form.TryGetProperty("key", out _));
        Assert.NotEqual(0, form.GetProperty("prompt").GetArrayLength());
    }

    [Theory]
    [InlineData("0", 400, "bad-argument")]
    [InlineData("-1", 400, "bad-argument")]
    [InlineData("4503599627370497", 400, "bad-argument")]
    [InlineData("99999999999999999999", 400, "bad-argument")]
    [InlineData("one", 400, "bad-argument")]
    [InlineData("7?language=fr", 400, "bad-argument")]
    public async Task A_seed_or_language_that_is_none_is_refused(string asked, int status, string code)
    {
        var item = await NewItemAsync("liveclass:k05a/1");
        using var client = server.Client();

        using var answer = await client.GetAsync($"/api/v1/items/{item}/forms/{asked}");

        Assert.Equal((status, code), ((int)answer.StatusCode, JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync()).Code()));
    }

    [Fact]
    public async Task An_item_that_is_unknown_or_elsewhere_has_no_form()
    {
        var (elsewhere, missing) = (await NewItemAsync("https://example.org/1"), await NewItemAsync("liveclass:k99z/1"));
        using var client = server.Client();

        foreach (var (item, code) in new[] { ("nobody-has-this", "unknown-item"), (elsewhere, "not-built-in"), (missing, "not-built-in") })
        {
            using var answer = await client.GetAsync($"/api/v1/items/{item}/forms/1");
            Assert.Equal((HttpStatusCode.NotFound, code), (answer.StatusCode, JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync()).Code()));
        }
    }

    [Fact]
    public async Task Another_schools_item_is_unknown()
    {
        var item = await NewItemAsync("liveclass:k05a/1");
        using var elsewhere = server.Client(RunningServer.ElsewhereKey);

        using var answer = await elsewhere.GetAsync($"/api/v1/items/{item}/forms/1");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_built_in_progression_comes_into_a_school_with_what_a_skill_builds_on()
    {
        var (school, classroom) = (server.Services.GetRequiredService<SchoolStore>().ById("school")!.Key, server.NewName());
        var progression = server.Services.GetRequiredService<BuiltInProgression>();

        Assert.Null(await progression.PutAsync(school, classroom, ["k11"], CancellationToken.None));
        Assert.Null(await progression.PutAsync(school, classroom, ["k11"], CancellationToken.None));

        using var client = server.Client();
        var board = await client.UntilAsync($"/api/v1/classrooms/{classroom}/board", b => b.GetProperty("skills").GetArrayLength() > 0);
        var skills = board.GetProperty("skills").EnumerateArray().Select(skill => (skill.GetProperty("id").GetString(), skill.GetProperty("tile").GetString()));
        Assert.Equal([("k01", "Name"), ("k02", "Line"), ("k03", "Equal pics"), ("k05", "Make equal"), ("k07", "Add same"), ("k11", "Add unlike")], skills);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/items/k11b-3/forms/1")).StatusCode);
    }

    [Fact]
    public void A_response_is_scored_by_the_form_of_its_seed()
    {
        var desk = server.Services.GetRequiredService<FormDesk>();
        var key = desk.Form("liveclass:k13a/1", 5, Language.Spanish)!.Key!;

        Assert.True(desk.Score("liveclass:k13a/1", 5, key.Right)!.Value.IsRight);
        Assert.Equal(key.Misconceptions[0].Id, desk.Score("liveclass:k13a/1", 5, key.Misconceptions[0].Response)!.Value.Misconception);
        Assert.Null(desk.Score("https://example.org/1", 5, key.Right));
        Assert.Null(desk.Score(null, 5, key.Right));
    }

    private async Task<string> NewItemAsync(string url, string kind = "practice")
    {
        var (classroom, item) = (await server.NewClassroomAsync(), server.NewName());
        using var client = server.Client();
        var board = await client.UntilAsync($"/api/v1/classrooms/{classroom}/board", b => b.GetProperty("skills").GetArrayLength() > 0);
        var skill = board.GetProperty("skills")[0].GetProperty("id").GetString();
        using var put = await client.PutAsync("/api/v1/items", Wire.Json($$"""{"items":[{"id":"{{item}}","skills":["{{skill}}"],"kind":"{{kind}}","url":"{{url}}"}]}"""));
        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        return item;
    }
}
