using LiveClass.Grains.Abstractions;
using LiveClass.Records.Model;

namespace LiveClass.Records.Classrooms;

/// <summary>Brings a school's students and a classroom's roster to what was sent. Who is left out is ended; who comes back is not.</summary>
internal sealed class RosterEdit(RecordsContext context, SchoolKey school, IReadOnlyList<StudentPut> sent)
{
    private readonly Dictionary<string, StudentRow> rows = Find(context, school, sent);

    /// <summary>Students who have another name or other accommodations now.</summary>
    public HashSet<int> Changed { get; } = [];

    /// <summary>The school's students: new ones get their keys.</summary>
    public void ApplyStudents()
    {
        foreach (var student in sent)
        {
            if (rows.TryGetValue(student.Id, out var known)) Change(known, student);
            else context.Students.Add(rows[student.Id] = new()
            {
                School = school.Value,
                Id = student.Id,
                Name = student.Name ?? student.Id,
                Accommodations = AccommodationBits.Of(student.Accommodations ?? []),
            });
        }
    }

    /// <summary>The roster, once the students have their keys.</summary>
    public void ApplyLines(ClassroomKey classroom)
    {
        var lines = context.RosterLines.Where(line => line.Classroom == classroom.Value).ToDictionary(line => line.Student);
        for (var place = 0; place < sent.Count; place++)
        {
            var key = rows[sent[place].Id].Key;
            if (lines.Remove(key, out var line)) (line.Place, line.Ended) = (place, false);
            else context.RosterLines.Add(new() { Classroom = classroom.Value, Student = key, Place = place });
        }

        var last = sent.Count;
        foreach (var line in lines.Values.OrderBy(line => line.Place).ThenBy(line => line.Student)) (line.Place, line.Ended) = (last++, true);
    }

    private void Change(StudentRow row, StudentPut student)
    {
        var (name, accommodations) = (student.Name ?? row.Name, student.Accommodations is { } list ? AccommodationBits.Of(list) : row.Accommodations);
        if (name == row.Name && accommodations == row.Accommodations) return;
        (row.Name, row.Accommodations) = (name, accommodations);
        Changed.Add(row.Key);
    }

    private static Dictionary<string, StudentRow> Find(RecordsContext context, SchoolKey school, IReadOnlyList<StudentPut> sent)
    {
        var ids = sent.Select(student => student.Id).ToList();
        return context.Students.Where(row => row.School == school.Value && ids.Contains(row.Id)).ToDictionary(row => row.Id, StringComparer.Ordinal);
    }
}
