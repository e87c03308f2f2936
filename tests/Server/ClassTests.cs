using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using LiveClass.Records.Accounts;
using LiveClass.Tests.Server.Running;

namespace LiveClass.Tests.Server;

/// <summary>The first minutes of a teacher: from nothing to a lesson, by plain forms.</summary>
[Collection(ServerSuite.Name)]
public sealed partial class ClassTests(RunningServer server)
{
    [Fact]
    public async Task A_teacher_makes_a_class_from_a_pasted_list_and_starts_a_lesson()
    {
        using var teacher = await server.PersonAsync(AdultRole.Teacher);
        Assert.Contains("/classes/new", await teacher.Browser.GetStringAsync("/"), StringComparison.Ordinal);

        using var looked = await teacher.PostAsync("/classes/new", ("name", "6a <b>"), ("names", "1. Ana Lima\n2. Leo Brandt, leo@school.example\nAna Lima\n"), ("do", "look"));
        var preview = await looked.Content.ReadAsStringAsync();
        var id = await MakeAsync(teacher, "6a <b>", "1. Ana Lima\n2. Leo Brandt, leo@school.example\nAna Lima\n");
        using var skills = await teacher.PostAsync($"/classes/{id}/skills", ("first", "1"), ("skill", "k05"), ("skill", "k01"), ("table", "id,name,prerequisites\nown-1,Our own skill,k05"));
        using var stations = await teacher.PostAsync($"/classes/{id}/stations", ("name-1", "Desk"), ("kind-1", "teacherLed"), ("capacity-1", "5"), ("name-3", "Floor"), ("kind-3", "project"), ("capacity-3", "9"));
        var page = await teacher.Browser.GetStringAsync($"/classes/{id}");
        using var started = await teacher.PostAsync($"/classes/{id}/start", ("target", "k05"), ("target", "own-1"));
        using var program = server.Client();
        var board = await program.UntilAsync($"/api/v1/classrooms/{id}/board", b => b.GetProperty("lesson").ValueKind == JsonValueKind.Object);

        Assert.Contains("2 names were read", preview, StringComparison.Ordinal);
        Assert.Contains("Line 3: Ana Lima is here twice", preview, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", preview, StringComparison.Ordinal);
        Assert.Equal($"/classes/{id}/stations?first=1", skills.Headers.Location?.ToString());
        Assert.Equal($"/classes/{id}", stations.Headers.Location?.ToString());
        Assert.Contains("Our own skill", page, StringComparison.Ordinal);
        Assert.Equal($"/classrooms/{id}/live", started.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await teacher.Browser.GetAsync($"/classrooms/{id}/live")).StatusCode);
        Assert.Equal("running", board.GetProperty("lesson").GetProperty("state").GetString());
        Assert.Equal(["Ana Lima", "Leo Brandt"], board.GetProperty("students").EnumerateArray().Select(s => s.GetProperty("name").GetString()!));
        Assert.Equal(["k05", "own-1"], board.GetProperty("lesson").GetProperty("targets").EnumerateArray().Select(t => t.GetString()!).Order(StringComparer.Ordinal));
        Assert.Equal(["Desk", "Floor"], board.GetProperty("stations").EnumerateArray().Select(s => s.GetProperty("name").GetString()!));
        Assert.All(board.GetProperty("students").EnumerateArray(), s => Assert.DoesNotContain("ana", s.GetProperty("id").GetString()!, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Students_are_added_renamed_taken_off_and_put_back()
    {
        using var teacher = await server.PersonAsync(AdultRole.Teacher);
        var id = await MakeAsync(teacher, "7b", "Ana\nBen\nCleo");
        var ben = await IdOfAsync(teacher, id, "Ben");

        using var renamed = await teacher.PostAsync($"/classes/{id}/students/rename", ("student", ben), ("name", "Benno"));
        using var removed = await teacher.PostAsync($"/classes/{id}/students/remove", ("student", ben));
        var without = await StudentsAsync(id, count: 2);
        using var back = await teacher.PostAsync($"/classes/{id}/students/return", ("student", ben));
        using var added = await teacher.PostAsync($"/classes/{id}/students/add", ("names", "Ana\nDora"));
        using var blank = await teacher.PostAsync($"/classes/{id}/students/rename", ("student", ben), ("name", "  "));

        Assert.All([renamed, removed, back, added], response => Assert.Equal($"/classes/{id}/students", response.Headers.Location?.ToString()));
        Assert.Equal(["Ana", "Cleo"], without);
        Assert.Equal(["Ana", "Cleo", "Benno", "Dora"], await StudentsAsync(id, count: 4));
        Assert.Equal(ben, await IdOfAsync(teacher, id, "Benno"));
        Assert.Equal(HttpStatusCode.BadRequest, blank.StatusCode);
        Assert.Contains("Write a name", await blank.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/classes/new", "names", "", "Paste at least one name")]
    [InlineData("/classes/new", "names", "1.\n2.\n", "No new name was found")]
    [InlineData("/classes/new", "names", "51", "That would be 51 students")]
    [InlineData("/classes/{id}/students/add", "names", "Ana\n Ben ", "is on the list already")]
    [InlineData("/classes/{id}/students/add", "names", "49", "A class has at most 50")]
    [InlineData("/classes/{id}/skills", "table", "k 1,One", "is no id")]
    [InlineData("/classes/{id}/skills", "table", "k1", "Line 1 needs an id and a name")]
    [InlineData("/classes/{id}/skills", "table", "q1,One\nq1,Two", "Line 2: the id q1 is here twice")]
    [InlineData("/classes/{id}/skills", "table", "q1,One,q9", "The prerequisite q9")]
    [InlineData("/classes/{id}/skills", "table", "q1,One,q2\nq2,Two,q1", "in a circle")]
    [InlineData("/classes/{id}/skills", "table", "k05,My own thing", "another skill of the school")]
    [InlineData("/classes/{id}/skills", "table", "", "Choose at least one skill")]
    [InlineData("/classes/{id}/stations", "capacity-1", "many", "Write how many it holds")]
    [InlineData("/classes/{id}/stations", "capacity-1", "0", "Write how many it holds")]
    [InlineData("/classes/{id}/start", "target", "nothing", "Tick 1 to 12")]
    public async Task What_is_wrong_is_said_at_its_field_and_what_was_typed_stays(string path, string field, string value, string sentence)
    {
        using var teacher = await server.PersonAsync(AdultRole.Teacher);
        var id = await MakeAsync(teacher, "8c", "Ana\nBen");
        using (await teacher.PostAsync($"/classes/{id}/skills", ("skill", "k01"))) { }
        var typed = int.TryParse(value, out var many) && field == "names" ? string.Join('\n', Enumerable.Range(1, many).Select(n => $"Name {Letters(n)}")) : value;

        using var response = await teacher.PostAsync(path.Replace("{id}", id, StringComparison.Ordinal), (field, typed), ("name", "8c"), ("name-1", "Desk"));
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        if (field is "names" or "table") Assert.Contains(typed.Split('\n')[^1], page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_admin_sees_every_class_and_a_class_that_somebody_made_is_hers()
    {
        using var teacher = await server.PersonAsync(AdultRole.Teacher);
        using var admin = await server.PersonAsync(AdultRole.Admin);
        var id = await MakeAsync(teacher, "9d", "Ana");

        Assert.Equal(HttpStatusCode.OK, (await admin.Browser.GetAsync($"/classes/{id}")).StatusCode);
        Assert.Contains($"/classes/{id}", await teacher.Browser.GetStringAsync("/"), StringComparison.Ordinal);
    }

    private static async Task<string> MakeAsync(SignedInPerson teacher, string name, string names)
    {
        using var made = await teacher.PostAsync("/classes/new", ("name", name), ("names", names), ("do", "make"));
        return Made().Match(made.Headers.Location?.ToString() ?? "").Groups["id"].Value is { Length: > 0 } id
            ? id
            : throw new InvalidOperationException($"No class was made: {made.StatusCode} {await made.Content.ReadAsStringAsync()}");
    }

    private static async Task<string> IdOfAsync(SignedInPerson teacher, string id, string name)
    {
        var page = await teacher.Browser.GetStringAsync($"/classes/{id}/students");
        return Regex.Match(page, $"name=\"student\" value=\"(?<id>[^\"]+)\" />\\s*<input type=\"text\" name=\"name\" value=\"{name}\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["id"].Value;
    }

    private async Task<IReadOnlyList<string>> StudentsAsync(string id, int count)
    {
        using var program = server.Client();
        var board = await program.UntilAsync($"/api/v1/classrooms/{id}/board", b => b.GetProperty("students").GetArrayLength() == count);
        return [.. board.GetProperty("students").EnumerateArray().Select(s => s.GetProperty("name").GetString()!)];
    }

    private static string Letters(int number) => $"{(char)('A' + (number / 10))}{(char)('a' + (number % 10))}";

    [GeneratedRegex("^/classes/(?<id>c-[a-z0-9]+)/skills", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Made();
}
