using System.Security.Cryptography;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Records.Accounts;
using LiveClass.Records.Classrooms;
using LiveClass.Records.Items;
using LiveClass.Web.Access;
using LiveClass.Web.Problems;
using LiveClass.Web.Roster;
using LiveClass.Web.Words;

namespace LiveClass.Web.Classes;

/// <summary>
/// What teachers do with their classes' lists, all through the one put of a classroom. Ids are drawn, never made of names: they stand in
/// addresses.
/// </summary>
internal sealed class ClassDesk(
    RosterDesk roster, CallerRooms rooms, ClassroomDirectory classrooms, MembershipStore memberships, SkillDirectory schoolSkills)
{
    private const string IdLetters = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int MostRetries = 3;

    /// <summary>Makes a class with its students and the usual stations; a teacher who makes one is a member of it.</summary>
    public async Task<(string Id, Problem? Problem)> MakeAsync(Caller caller, string name, IEnumerable<string> students, PageWords words, CancellationToken cancellation)
    {
        var id = NewId("c");
        var put = new ClassroomPut
        {
            Name = name,
            Students = [.. students.Select(student => new StudentPut(NewId("s"), student))],
            Stations =
            [
                new("teacher", words["classes.station.teacher"], 1, StationKind.TeacherLed, 6, 1),
                new("online", words["classes.station.online"], 2, StationKind.Online, 12),
                new("pairs", words["classes.station.pairs"], 3, StationKind.Collaborative, 8),
                new("own", words["classes.station.own"], 4, StationKind.Independent, 8),
            ],
        };
        var (_, problem) = await roster.PutAsync(caller.School, id, put, new(AllowEmpty: true), cancellation);
        if (problem is not null) return (id, problem);
        if (caller.Role == AdultRole.Teacher && await classrooms.FindAsync(caller.School, id, cancellation) is { } made)
            await memberships.AddAsync(made.Key, caller.Adult, cancellation);
        return (id, null);
    }

    /// <summary>
    /// Changes a class's list of students: what <paramref name="change"/> makes of those who are on it. Somebody else's change in between
    /// is seen and kept.
    /// </summary>
    public Task<Problem?> ChangeStudentsAsync(
        Caller caller, string id, Func<ClassroomRecord, IEnumerable<StudentPut>> change, CancellationToken cancellation) =>
        ChangeAsync(caller, id, classroom => new ClassroomPut { Students = [.. change(classroom)] }, cancellation);

    /// <summary>Brings a class to what is made of it as it stands.</summary>
    public async Task<Problem?> ChangeAsync(Caller caller, string id, Func<ClassroomRecord, ClassroomPut> change, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            var (classroom, refused) = await rooms.FindAsync(caller, id, RoomRight.Command, cancellation);
            if (classroom is null) return refused;
            var (_, problem) = await roster.PutAsync(caller.School, id, change(classroom), new(IfMatch: classroom.Revision, AllowEmpty: true), cancellation);
            if (problem?.Code != ProblemCodes.PreconditionFailed || tries == MostRetries) return problem;
        }
    }

    /// <summary>Makes these skills the class's list, and brings the items that we have for them into the school.</summary>
    public async Task<Problem?> SetSkillsAsync(Caller caller, string id, IReadOnlyList<SkillPut> skills, CancellationToken cancellation)
    {
        // A skill's prerequisites may be skills of this list or of the school alone.
        var listed = skills.Select(skill => skill.Id).ToHashSet(StringComparer.Ordinal);
        var known = skills.Select(skill => skill.Prerequisites is null ? skill : skill with
        {
            Prerequisites = [.. skill.Prerequisites.Where(need => listed.Contains(need) || schoolSkills.ById(caller.School, need) is not null)],
        }).ToList();
        if (await ChangeAsync(caller, id, _ => new ClassroomPut { Skills = known }, cancellation) is { } problem) return problem;
        var items = SkillOffers.ItemsOf(known);
        return items.Count == 0 ? null : (await roster.PutAsync(caller.School, new ItemsPut(items), cancellation)).Problem;
    }

    /// <summary>An id that nobody can guess a name from.</summary>
    public static string NewId(string kind) => $"{kind}-{RandomNumberGenerator.GetString(IdLetters, 10)}";
}
