using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Records;
using LiveClass.Records.Classrooms;
using LiveClass.Records.Items;
using LiveClass.Records.Outbox;
using LiveClass.Records.Schools;
using LiveClass.Simulator.Demo;
using LiveClass.Web.Items;

namespace LiveClass.Web.Demo.Past;

/// <summary>Makes the demo school in Records: school, teacher, skills, items, classrooms with their lists and stations.</summary>
internal static class PastRoster
{
    /// <summary>The id of the demo's school.</summary>
    public const string School = "demo";

    /// <summary>The id of the demo's teacher as an adult.</summary>
    public const string Teacher = "demo-teacher";

    /// <summary>Her name.</summary>
    public const string TeacherName = "Ms Ito";

    /// <summary>Makes it, or finds it; gives what a rehearsal needs.</summary>
    /// <param name="records">Records.</param>
    /// <param name="seed">Decides the names of the students' outboxes.</param>
    /// <param name="told">Is given the changes that the classrooms' grains must know, in their order.</param>
    public static async Task<(SchoolRecord School, IReadOnlyList<PastRoom> Rooms)> MakeAsync(RecordsStore records, string seed, Func<IReadOnlyList<OutboxRow>, ValueTask> told)
    {
        var school = await records.Schools.FindOrCreateAsync(School, "Demo school");
        var teacher = await records.Adults.PutAsync(school.Key, Teacher, TeacherName);
        foreach (var room in DemoRoom.All) await PutAsync(records, school.Key, room);
        var items = BuiltInProgression.ItemsOf(BuiltInProgression.WithNeeds(null));
        Must(await records.ItemWriter.PutAsync(school.Key, items));

        var pending = await records.Outbox.PendingAsync(1_000);
        var rooms = new List<PastRoom>();
        foreach (var room in DemoRoom.All)
        {
            var record = (await records.Classrooms.FindAsync(school.Key, room.Id))!;
            var sources = new Dictionary<string, SourceKey>(StringComparer.Ordinal);
            foreach (var student in room.Students)
                sources[student.Id] = (await records.Sources.FindOrAddAsync(school.Key, record.Key, SourceOf(student, seed))).Key;
            rooms.Add(new PastRoom(
                room, record, teacher.Key, [.. pending.Where(row => row.Classroom == record.Key).Select(row => row.Entry)], sources,
                ItemsBySkill(records, school.Key, items.Items)));
        }

        await told([.. pending.Where(row => rooms.Exists(room => room.Record.Key == row.Classroom))]);
        return (school, rooms);
    }

    private static async Task PutAsync(RecordsStore records, SchoolKey school, DemoRoom room) => Must(await records.ClassroomWriter.PutAsync(
        school, room.Id, new ClassroomPut
        {
            Name = room.Name,
            Skills = BuiltInProgression.SkillsOf(BuiltInProgression.WithNeeds(null)),
            Students = [.. room.Students.Select(student => new StudentPut(student.Id, student.Name, Accommodations(student.Support)))],
            Stations =
            [
                .. DemoStations.All.Select(station => new StationPut(
                    station.Id, station.Name, station.Number, Enum.Parse<StationKind>(station.Kind, ignoreCase: true), station.Capacity, station.Adults,
                    station.Materials)),
            ],
        }));

    private static Accommodation[] Accommodations(DemoSupport support) => support switch
    {
        DemoSupport.ExtraTime => [Accommodation.ExtraTime],
        DemoSupport.ReadAloud => [Accommodation.ReadAloud],
        _ => [],
    };

    private static Dictionary<string, ImmutableArray<PastItem>> ItemsBySkill(RecordsStore records, SchoolKey school, IEnumerable<ItemPut> items) => items
        .Select(item => (Skill: item.Skills![0], Item: new PastItem(item.Id, records.Items.TryFind(school, item.Id, out var known) ? known.Key : default)))
        .GroupBy(item => item.Skill, item => item.Item, StringComparer.Ordinal)
        .ToDictionary(skill => skill.Key, skill => skill.ToImmutableArray(), StringComparer.Ordinal);

    // The same for the same seed.
    private static string SourceOf(DemoStudent student, string seed) =>
        $"demo-{student.Id}.{BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}/{student.Id}"))):x16}";

    private static void Must(PutResult result)
    {
        if (result.Refusal is { } refusal) throw new InvalidOperationException($"The demo school was refused: {refusal.Detail}");
    }
}
