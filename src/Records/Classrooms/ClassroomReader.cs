using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Records.Model;
using Microsoft.EntityFrameworkCore;

namespace LiveClass.Records.Classrooms;

/// <summary>Makes of a classroom's rows what people ask for, and what its grain must know.</summary>
internal static class ClassroomReader
{
    /// <summary>The snapshot for people; null where there is no such classroom.</summary>
    public static ClassroomRecord? Record(RecordsContext context, ClassroomKey key)
    {
        if (context.Classrooms.AsNoTracking().SingleOrDefault(row => row.Key == key.Value) is not { } classroom) return null;
        var students =
            from line in context.RosterLines
            join student in context.Students on line.Student equals student.Key
            where line.Classroom == key.Value
            orderby line.Place, line.Student
            select new { student.Key, student.Id, student.Name, student.Accommodations, line.Ended };
        var skills =
            from line in context.ClassroomSkills
            join skill in context.Skills on line.Skill equals skill.Key
            where line.Classroom == key.Value
            orderby line.Place
            select new { skill.Key, skill.School, skill.Id, skill.Name, skill.Tile, skill.Code, skill.NameEs };
        var prerequisites = Prerequisites(context, key);
        return new(
            [.. students.AsEnumerable().Select(row => new StudentRecord(new(row.Key), row.Id, row.Name, row.Ended)
            {
                Accommodations = AccommodationBits.Read(row.Accommodations),
            })],
            [.. skills.AsEnumerable().Select(row => new SkillRecord(new(row.Key), new(row.School), row.Id, row.Name, [.. prerequisites[row.Key]])
            {
                Tile = row.Tile,
                Code = row.Code,
                NameEs = row.NameEs,
            })],
            [.. Stations(context, key).AsEnumerable().Select(row => new StationRecord(
                new(row.Key), row.Id, row.Name, row.Number, (StationKind)row.Kind, row.Capacity, row.Adults, row.Materials, row.Ended))])
        {
            Key = key,
            School = new(classroom.School),
            SchoolId = context.Schools.Where(school => school.Key == classroom.School).Select(school => school.Id).Single(),
            Id = classroom.Id,
            Name = classroom.Name,
            Partition = classroom.Partition,
            Revision = classroom.Revision,
            Ended = classroom.Ended,
            RecordsSource = new(classroom.RecordsSource),
            ReleaseSource = new(classroom.ReleaseSource),
        };
    }

    /// <summary>What the grain must know: keys only. Stations that were taken away are not in it.</summary>
    public static ClassroomConfigured Configured(RecordsContext context, SchoolKey school, ClassroomKey key)
    {
        var prerequisites = Prerequisites(context, key);
        return new(
            school,
            [.. context.RosterLines.AsNoTracking().Where(line => line.Classroom == key.Value).OrderBy(line => line.Place).ThenBy(line => line.Student)
                .AsEnumerable().Select(line => new RosterLine(new(line.Student), line.Ended))],
            [.. context.ClassroomSkills.AsNoTracking().Where(line => line.Classroom == key.Value).OrderBy(line => line.Place)
                .AsEnumerable().Select(line => new SkillLine(new(line.Skill), [.. prerequisites[line.Skill]]))],
            [.. Stations(context, key).Where(station => !station.Ended).AsEnumerable()
                .Select(station => new StationLine(new(station.Key), station.Number, (StationKind)station.Kind, station.Capacity, station.Adults))]);
    }

    private static IQueryable<StationRow> Stations(RecordsContext context, ClassroomKey key) =>
        context.Stations.AsNoTracking().Where(station => station.Classroom == key.Value)
            .OrderBy(station => station.Ended).ThenBy(station => station.Number).ThenBy(station => station.Key);

    private static ILookup<int, SkillKey> Prerequisites(RecordsContext context, ClassroomKey key) =>
        context.Prerequisites.AsNoTracking()
            .Where(row => context.ClassroomSkills.Any(line => line.Classroom == key.Value && line.Skill == row.Skill))
            .OrderBy(row => row.Place).AsEnumerable().ToLookup(row => row.Skill, row => new SkillKey(row.Prerequisite));
}
