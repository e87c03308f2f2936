using System.Collections.Immutable;
using System.Globalization;
using LiveClass.Bench.Grains;
using LiveClass.Simulator.Http;

namespace LiveClass.Bench.Serving;

/// <summary>Classrooms of 30 on a running server, each device a student with a source of its own whose numbers go on from run to run.</summary>
internal sealed class ServedSchool(int devices, int seed)
{
    private static readonly ImmutableArray<SkillBody> Skills = [.. SchoolShape.Classroom.Skills.Select(line =>
        new SkillBody(SkillId(line.Skill.Value), null, [.. line.Prerequisites.Select(p => SkillId(p.Value))]))];

    private readonly Random random = new(seed);
    private readonly long[] sequences = new long[devices];

    public int Devices => devices;

    public int Classrooms => (devices + SchoolShape.Students - 1) / SchoolShape.Students;

    /// <summary>Makes the classrooms and their items, and starts a lesson in each.</summary>
    public async Task OpenAsync(ServerClient client)
    {
        await client.PutClassroomAsync(ClassroomId(0), Body(0), CancellationToken.None);
        await client.PutItemsAsync(
            new ItemsBody([.. SchoolShape.Bank.Items.Select(i => new ItemBody(ItemId(i.Item.Value), [SkillId(i.Skills[0].Value)], "practice", i.Options))]),
            CancellationToken.None);
        for (var room = 1; room < Classrooms; room++) await client.PutClassroomAsync(ClassroomId(room), Body(room), CancellationToken.None);
        var lessons = new Lessons(client, new Patience(PatienceOptions.Default, TimeProvider.System, seed), TimeProvider.System);
        for (var room = 0; room < Classrooms; room++)
            await lessons.StartAsync(ClassroomId(room), [.. SchoolShape.Lesson.Targets.Select(t => SkillId(t.Value))], CancellationToken.None);
    }

    public static string ClassroomId(int room) => string.Create(CultureInfo.InvariantCulture, $"bench-{room + 1:D3}");

    /// <summary>The classroom of a device.</summary>
    public static string ClassroomOf(int device) => ClassroomId(device / SchoolShape.Students);

    /// <summary>The next answer of a device.</summary>
    public EvidenceItem Next(int device)
    {
        var item = random.Next(SchoolShape.Items) + 1;
        return new EvidenceItem
        {
            Source = string.Create(CultureInfo.InvariantCulture, $"tablet-{device + 1}.{(uint)seed:x8}{device * 2654435761L & 0xffffffff:x8}"),
            Sequence = ++sequences[device],
            Classroom = ClassroomOf(device),
            Student = StudentId(device),
            Item = ItemId(item),
            Skills = [SkillId(((item - 1) / SchoolShape.ItemsOfSkill) + 1)],
            Score = random.NextDouble() < .6 ? 1 : 0,
            Kind = "practice",
            Attempt = 1,
            DurationMs = random.Next(2000, 40_000),
        };
    }

    private ClassroomBody Body(int room) => new(
        $"Bench {room + 1}",
        Skills,
        [.. Enumerable.Range(room * SchoolShape.Students, Math.Min(SchoolShape.Students, devices - (room * SchoolShape.Students)))
            .Select(d => new StudentBody(StudentId(d), $"Student {d + 1}"))],
        Stations.OfAnyClassroom(SchoolShape.Students));

    private static string StudentId(int device) => string.Create(CultureInfo.InvariantCulture, $"s{device + 1:D5}");

    private static string SkillId(int skill) => string.Create(CultureInfo.InvariantCulture, $"k{skill}");

    private static string ItemId(int item) => string.Create(CultureInfo.InvariantCulture, $"i{item}");
}
