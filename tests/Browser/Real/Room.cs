using System.Net.Http.Json;
using System.Text.Json;

namespace LiveClass.Tests.Browser.Real;

/// <summary>A classroom of the real server, as programs and adults use it.</summary>
public sealed class Room(RealServer server, HttpClient client, string id)
{
    private long sequence;

    /// <summary>Its id, which is its name too.</summary>
    public string Id => id;

    /// <summary>The address of its live page.</summary>
    public string Live => $"{server.Address}/classrooms/{id}/live";

    /// <summary>Brings it to two skills, a station and these students.</summary>
    public Task PutAsync(params string[] students) => BringAsync(new
    {
        name = id,
        skills = new[] { new { id = "k11", name = "Add unlike" }, new { id = "k16", name = "Ratios in words" } },
        students = students.Select(name => new { id = RealServer.IdOf(name), name }),
        stations = new[] { new { id = "online", name = "Online", number = 1, kind = "online", capacity = 12 } },
    });

    /// <summary>Brings it to thirty students, with no letter in any name.</summary>
    public Task PutNamelessAsync() => BringAsync(new
    {
        name = "6",
        skills = new[] { new { id = "k11", name = "11" }, new { id = "k16", name = "16" } },
        students = Enumerable.Range(1, 30).Select(i => new { id = $"{i}", name = $"{i} {i}" }),
        stations = new[] { new { id = "online", name = "2", number = 1, kind = "online", capacity = 12 } },
    });

    /// <summary>What an adult does about joining, which must be done.</summary>
    public Task JoiningAsync(string what, object body) => PostAsync($"joining/{what}", body);

    /// <summary>Admits every device that waits.</summary>
    public Task AdmitAsync() => JoiningAsync("admit", new { });

    /// <summary>Sends a command, which must be accepted.</summary>
    public Task CommandAsync(object command) => PostAsync("commands", command);

    /// <summary>How students join the lesson that runs: its code to type, and the one in its link.</summary>
    public async Task<(string Typed, string Link)> CodesAsync()
    {
        var joining = await client.GetFromJsonAsync<JsonElement>($"/api/v1/classrooms/{id}/joining");
        return (joining.GetProperty("code").GetString()!, joining.GetProperty("link").GetString()!);
    }

    /// <summary>A student's line of the teacher's board.</summary>
    public async Task<JsonElement> LineAsync(string student)
    {
        var board = await client.GetFromJsonAsync<JsonElement>($"/api/v1/classrooms/{id}/board");
        return board.GetProperty("students").EnumerateArray().Single(line => line.GetProperty("id").GetString() == student);
    }

    /// <summary>Sends one answer of a student; it counts when this returns.</summary>
    public async Task AnswerAsync(string student, double score, string skill = "k11", string response = "5/7")
    {
        var answer = new
        {
            source = $"browser-{id}.9f2c41d07a3be588",
            sequence = ++sequence,
            classroom = id,
            student,
            item = $"i{sequence}",
            skills = new[] { skill },
            score,
            kind = "practice",
            attempt = 1,
            response,
        };
        using var sent = await client.PostAsJsonAsync("/api/v1/evidence", new[] { answer });
        var body = await sent.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(1, body.GetProperty("accepted").GetInt32());
    }

    private async Task BringAsync(object classroom)
    {
        using var response = await client.PutAsJsonAsync($"/api/v1/classrooms/{id}", classroom);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    private async Task PostAsync(string what, object body)
    {
        using var response = await client.PostAsJsonAsync($"/api/v1/classrooms/{id}/{what}", body);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }
}
