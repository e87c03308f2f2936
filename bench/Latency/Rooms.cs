using LiveClass.Bench.Grains;
using LiveClass.Bench.Measuring;
using LiveClass.Bench.Serving;
using LiveClass.Simulator.Http;
using LiveClass.Simulator.Hub;

namespace LiveClass.Bench.Latency;

/// <summary>Devices and teachers connected to one server by the hub: a teacher's screen for each classroom.</summary>
internal sealed class Rooms : IAsyncDisposable
{
    private static readonly TimeSpan ShownWithin = TimeSpan.FromSeconds(20);
    private readonly ServedSchool school;
    private readonly List<ClassroomHubClient> devices = [];
    private readonly List<ClassroomHubClient> teachers = [];
    private readonly Sightings sightings = new();
    private readonly Random random = new(7);

    private Rooms(ServedSchool school) => this.school = school;

    /// <summary>Connects everybody to the real server, or to a relay.</summary>
    public static async Task<Rooms> ConnectAsync(ChildProcess server, ServedSchool school, bool relay)
    {
        var rooms = new Rooms(school);
        for (var room = 0; room < school.Classrooms; room++)
        {
            var teacher = await ClassroomHubClient.ConnectAsync(server.Address, LiveServer.Key);
            rooms.teachers.Add(teacher);
            teacher.OnDelta = relay ? rooms.sightings.SeeRelay : rooms.sightings.SeeBoard;
            await teacher.WatchAsync(ServedSchool.ClassroomId(room));
        }

        for (var device = 0; device < school.Devices; device++)
            rooms.devices.Add(await ClassroomHubClient.ConnectAsync(server.Address, LiveServer.Key));
        return rooms;
    }

    /// <summary>Milliseconds from each answer's sending until its teacher's screen showed it. Every answer must be accepted and shown.</summary>
    public async Task<double[]> MeasureAsync(int classrooms, int answers, TimeSpan over)
    {
        var students = classrooms * SchoolShape.Students;
        var order = Enumerable.Range(0, students).ToArray();
        random.Shuffle(order);
        var mail = Enumerable.Range(0, answers).Select(i => order[i % students]).Select(device => (Device: device, Item: school.Next(device))).ToArray();
        var replies = new Task<EvidenceReply>[answers];
        await Pace.RunAsync(answers, over, i =>
        {
            var (device, item) = mail[i];
            sightings.Send(item.Student, item.Skills!.Value[0]);
            replies[i] = devices[device].SubmitAsync([item]);
        });
        foreach (var reply in await Task.WhenAll(replies)) BenchFailureException.Unless(reply.Accepted == 1, "An answer was not accepted.");
        for (var waited = TimeSpan.Zero; sightings.Waiting > 0; waited += TimeSpan.FromMilliseconds(10))
        {
            BenchFailureException.Unless(waited < ShownWithin, $"{sightings.Waiting} answers were not shown within {ShownWithin}.");
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }

        return sightings.Take();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in devices.Concat(teachers)) await client.DisposeAsync();
    }
}
