using System.Net;
using LiveClass.Engine;
using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Silo.Texts;
using LiveClass.Tests.Server.Running;
using Microsoft.Extensions.DependencyInjection;

namespace LiveClass.Tests.Server;

/// <summary>A classroom whose checkpoint is broken on the disk: it says so, keeps what comes, and the school goes on.</summary>
public sealed class ParkedClassroomTests
{
    [Fact]
    public async Task A_classroom_with_a_broken_checkpoint_says_so_keeps_what_comes_and_can_be_let_go_on()
    {
        var data = Directory.CreateTempSubdirectory("liveclass-parked-").FullName;
        var (first, second) = ("", "");
        await RunAsync(data, async (server, client) =>
        {
            (first, second) = (await server.NewClassroomAsync(), await server.NewClassroomAsync());
            await client.DeliverAsync(Wire.Answer(first, "s1", 1), Wire.Answer(second, "s2", 1));
        });
        var good = await TamperAsync(data, checkpoint => checkpoint with { Body = new byte[] { 0xFF, 1, 2 } });

        await RunAsync(data, async (server, client) =>
        {
            var (_, answer) = await client.DeliverAsync(Wire.Answer(first, "s1", 2, more: ""","response":"5/7" """), Wire.Answer(second, "s2", 2));
            Assert.Equal((2, 0, ""), answer.Counts());
            var board = await client.UntilAsync($"/api/v1/classrooms/{first}/board", b => b.GetProperty("parked").GetBoolean());
            Assert.Equal(0, board.GetProperty("students").GetArrayLength());
            var other = await client.UntilAsync($"/api/v1/classrooms/{second}/board", b => b.GetProperty("counts").GetProperty("evidence").GetInt32() == 2);
            Assert.False(other.GetProperty("parked").GetBoolean());
            var health = await client.UntilAsync("/health/ready", h => h.GetProperty("parked").GetArrayLength() > 0);
            Assert.Equal((true, good.Classroom.Value), (health.GetProperty("ready").GetBoolean(), health.GetProperty("parked")[0].GetInt32()));

            // What was written with an answer that waits is not swept, however long it waits.
            var inTwoDays = Instant.Of(TimeProvider.System.GetUtcNow()) + TimeSpan.FromDays(2);
            Assert.Equal(0, await server.Services.GetRequiredService<TextSweep>().SweepAsync(inTwoDays));

            var (status, refused) = await client.SendAsync(HttpMethod.Post, $"/api/v1/classrooms/{first}/unpark");
            Assert.Equal((HttpStatusCode.Conflict, "still-parked"), (status, refused.Code()));
            var (_, policy) = await client.CommandAsync(first, """{ "type": "setPolicy", "idleMinutes": 3 }""");
            Assert.Equal("parked", policy.Code());
        });

        await TamperAsync(data, _ => good);
        await RunAsync(data, async (_, client) =>
        {
            var (status, accepted) = await client.SendAsync(HttpMethod.Post, $"/api/v1/classrooms/{first}/unpark");
            Assert.Equal((HttpStatusCode.OK, "accepted"), (status, accepted.GetProperty("outcome").GetString()));
            var board = await client.UntilAsync($"/api/v1/classrooms/{first}/board", b => b.GetProperty("counts").GetProperty("evidence").GetInt32() == 2);
            Assert.Equal((2, false), (board.GetProperty("counts").GetProperty("evidence").GetInt32(), board.GetProperty("parked").GetBoolean()));
        });
        Directory.Delete(data, recursive: true);
    }

    private static async Task RunAsync(string data, Func<RunningServer, HttpClient, Task> story)
    {
        var server = new RunningServer(data);
        await server.InitializeAsync();
        using (var client = server.Client())
        {
            await client.UntilAsync("/health/ready", h => h.GetProperty("ready").GetBoolean());
            await story(server, client);
        }

        await server.StopAsync();
    }

    // The first classroom's checkpoint, before and as the next server finds it.
    private static async Task<Checkpoint> TamperAsync(string data, Func<Checkpoint, Checkpoint> change)
    {
        await using var engine = EmbeddedEngine.Open(new EngineOptions { DataDirectory = data }, Scheduling.Default);
        var before = (await engine.Checkpoints.LatestAsync(new ClassroomKey(1)))!;
        var lease = (await engine.Leases.AcquireAsync(before.Partition))!.Value;
        var cursor = await engine.Journal.CursorAsync(before.Partition);
        Assert.Equal(CommitResult.Committed, await engine.Journal.CommitAsync(
            new JournalCommit(before.Partition, lease.Epoch, cursor, [], [change(before)], [], [])));
        return before;
    }
}
