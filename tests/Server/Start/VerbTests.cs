using LiveClass.Tests.Server.Running;
using LiveClass.Web.Start;

namespace LiveClass.Tests.Server.Start;

public sealed class VerbTests : IAsyncLifetime
{
    private readonly RunningServer server = new();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("liveclass-verbs-");

    public Task InitializeAsync() => server.InitializeAsync();

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_backup_of_a_running_server_is_restored_into_an_empty_directory_and_served()
    {
        var classroom = await server.NewClassroomAsync();
        using var client = server.Client();
        await client.DeliverAsync(Wire.Answer(classroom, $"{classroom}.a", 1));
        var (file, restored) = (Path.Combine(folder.FullName, "backup.zip"), Path.Combine(folder.FullName, "data"));

        Assert.Equal(0, await Verbs.RunAsync(["backup", file, $"--LiveClass:DataDirectory={server.Data}"]));
        Assert.Equal(0, await Verbs.RunAsync(["restore", file, $"--LiveClass:DataDirectory={restored}"]));

        var second = new RunningServer(restored);
        await second.InitializeAsync();
        using var reader = second.Client();
        var board = await reader.UntilAsync($"/api/v1/classrooms/{classroom}/board", b => b.GetProperty("counts").GetProperty("evidence").GetInt32() == 1);
        var (_, again) = await reader.DeliverAsync(Wire.Answer(classroom, $"{classroom}.a", 1));
        await second.DisposeAsync();
        Assert.Equal(1, board.GetProperty("counts").GetProperty("evidence").GetInt32());
        Assert.Equal((0, 1, ""), again.Counts());
    }

    [Fact]
    public async Task What_a_person_can_cure_ends_with_2_and_no_stack_trace()
    {
        var file = Path.Combine(folder.FullName, "none.zip");

        Assert.Equal(2, await Verbs.RunAsync(["restore", file, $"--LiveClass:DataDirectory={folder.FullName}/new"]));
        Assert.Equal(2, await Verbs.RunAsync(["backup"]));
        Assert.Equal(2, await Verbs.RunAsync(["fly", "away"]));
        Assert.Equal(2, await Verbs.RunAsync(["--Urls=http://127.0.0.1:0", $"--LiveClass:DataDirectory={server.Data}"]));
        Assert.Equal(2, await Verbs.RunAsync(["--LiveClass:Engine=Cluster"]));
        Assert.Equal(2, await Verbs.RunAsync(["--LiveClass:BoardInterval=soon"]));
        Assert.Equal(0, await Verbs.RunAsync(["--help"]));
    }
}
