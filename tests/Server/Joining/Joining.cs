using System.Net;
using System.Text.Json;
using LiveClass.Tests.Server.Running;

namespace LiveClass.Tests.Server.Joining;

/// <summary>A classroom with a lesson that runs, as devices and adults meet it.</summary>
internal sealed class RunningLesson
{
    private readonly RunningServer server;

    private RunningLesson(RunningServer server, string classroom) => (this.server, Classroom) = (server, classroom);

    /// <summary>The classroom.</summary>
    public string Classroom { get; }

    /// <summary>The code to type.</summary>
    public string Code { get; private set; } = "";

    /// <summary>The link's code.</summary>
    public string Link { get; private set; } = "";

    /// <summary>Starts one with Ana and Ben.</summary>
    public static async Task<RunningLesson> StartAsync(RunningServer server)
    {
        var lesson = new RunningLesson(server, await server.NewClassroomAsync());
        using var key = server.Client();
        await key.CommandAsync(lesson.Classroom, """{"type":"startLesson","targets":["k1"]}""");
        await lesson.ReadCodesAsync();
        return lesson;
    }

    /// <summary>Waits until the lesson has its codes, and reads them.</summary>
    public async Task ReadCodesAsync()
    {
        using var key = server.Client();
        var joining = await key.UntilAsync($"/api/v1/classrooms/{Classroom}/joining", view => view.GetProperty("code").ValueKind == JsonValueKind.String);
        Code = joining.GetProperty("code").GetString()!;
        Link = joining.GetProperty("link").GetString()!.Split("code=")[1];
    }

    /// <summary>Ends it, and waits until that is known.</summary>
    public async Task EndAsync()
    {
        using var key = server.Client();
        await key.CommandAsync(Classroom, """{"type":"endLesson"}""");
        await key.UntilAsync($"/api/v1/classrooms/{Classroom}/joining", view => view.GetProperty("lesson").ValueKind == JsonValueKind.Null);
    }

    /// <summary>What an adult does about joining.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Body)> AdultAsync(string what, string body = "{}")
    {
        using var key = server.Client();
        return await key.SendAsync(HttpMethod.Post, $"/api/v1/classrooms/{Classroom}/joining/{what}", body);
    }

    /// <summary>A device brings a code.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Body)> ComeAsync(string code, string device)
    {
        using var nobody = server.Client(key: null);
        return await nobody.SendAsync(HttpMethod.Post, "/join", JsonSerializer.Serialize(new { code, device }));
    }

    /// <summary>A device chooses a name.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Body)> ChooseAsync(string lesson, string student, string device, string? language = null)
    {
        using var nobody = server.Client(key: null);
        return await nobody.SendAsync(HttpMethod.Post, $"/join/{lesson}", JsonSerializer.Serialize(new { student, device, language }));
    }

    /// <summary>Joins by the link.</summary>
    public async Task<Joined> JoinAsync(string student, string? device = null, string? language = null)
    {
        device ??= NewDevice();
        var (_, names) = await ComeAsync(Link, device);
        var (status, joined) = await ChooseAsync(names.GetProperty("lesson").GetString()!, student, device, language);
        Assert.Equal(HttpStatusCode.OK, status);
        return new Joined(
            device, joined.GetProperty("readToken").GetString()!, joined.GetProperty("deliverToken").GetString()!, joined.GetProperty("source").GetString()!,
            joined.GetProperty("lesson").GetString()!);
    }

    /// <summary>A wall that shows this lesson: its token.</summary>
    public async Task<string> WallAsync()
    {
        using var nobody = server.Client(key: null);
        var (_, opened) = await nobody.SendAsync(HttpMethod.Post, "/wall/pairings", "{}");
        await AdultAsync("walls", JsonSerializer.Serialize(new { code = opened.GetProperty("code").GetString() }));
        var (_, paired) = await nobody.SendAsync(HttpMethod.Post, "/wall/claims", JsonSerializer.Serialize(new { claim = opened.GetProperty("claim").GetString() }));
        return paired.GetProperty("token").GetString()!;
    }

    /// <summary>An id that no other device has.</summary>
    public static string NewDevice() => $"device-{Guid.NewGuid():N}";
}

/// <summary>What a device has after it joined.</summary>
internal sealed record Joined(string Device, string ReadToken, string DeliverToken, string Source, string Lesson);
