using System.Net;
using LiveClass.Tests.Server.Running;

namespace LiveClass.Tests.Server;

/// <summary>Notes on their way through the log into the records and back to who may read them. Has a server of its own: an adult signs in.</summary>
public sealed class NoteTests : IAsyncLifetime
{
    private readonly RunningServer server = new();

    public Task InitializeAsync() => server.InitializeAsync();

    public Task DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_note_is_kept_for_who_may_read_it_and_goes_when_it_is_taken_back()
    {
        var classroom = await server.NewClassroomAsync();
        using var browser = server.Browser();
        (await browser.SignInAsync(server)).Dispose();
        using var key = server.Client();
        var notes = $"/api/v1/classrooms/{classroom}/notes?student=ana";

        var (kept, outcome) = await browser.CommandAsync(classroom, """{"type":"addNote","about":"student","student":"ana","skill":"k1","text":"draws first"}""");
        await key.CommandAsync(classroom, """{"type":"addNote","about":"student","student":"ana","text":"of a key, for itself","visibleTo":"me"}""");
        await key.CommandAsync(classroom, """{"type":"addNote","about":"student","student":"ben","text":"of another"}""");
        var found = await browser.UntilAsync(notes, body => body.GetProperty("notes").GetArrayLength() == 1);

        Assert.Equal(HttpStatusCode.OK, kept);
        var note = Assert.Single(found.GetProperty("notes").EnumerateArray());
        Assert.Equal(("ana", "k1", "draws first", "teachers"), (
            note.GetProperty("student").GetString(), note.GetProperty("skill").GetString(), note.GetProperty("text").GetString(), note.GetProperty("visibleTo").GetString()));
        Assert.Equal(HttpStatusCode.Forbidden, (await key.SendAsync(HttpMethod.Get, notes)).Status);

        var (undone, _) = await browser.CommandAsync(classroom, $$"""{"type":"undo","decision":"{{outcome.GetProperty("decision").GetString()}}"}""");
        var left = await browser.UntilAsync(notes, body => body.GetProperty("notes").GetArrayLength() == 0);
        Assert.Equal(HttpStatusCode.OK, undone);
        Assert.Equal(0, left.GetProperty("notes").GetArrayLength());
    }
}
