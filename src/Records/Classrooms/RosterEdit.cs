using LiveClass.Grains.Abstractions;
using LiveClass.Records.Model;

namespace LiveClass.Records.Classrooms;

/// <summary>Brings a school's students and a classroom's roster to what was sent. Who is left out is ended; who comes back is not.</summary>
internal sealed class RosterEdit(RecordsContext context, SchoolKey school, IReadOnlyList<StudentPut> sent)
{
    private readonly Dictionary<string, StudentRow> rows = Find(context, school, sent);

    /// <summary>Students who are called otherwise now.</summary>
    public HashSet<int> Renamed { get; } = [];

    /// <summary>The school's students: new ones get their keys.</summary>
    public void ApplyStudents()
    {
        foreach (var student in sent)
        {
            if (!rows.TryGetValue(student.Id, out var row))
            {
                context.Students.Add(rows[student.Id] = new() { School = school.Value, Id = student.Id, Name = student.Name ?? student.Id });
            }
            else if (student.Name is not null && student.Name != row.Name)
            {
                row.Name = student.Name;
                Renamed.Add(row.Key);
            }
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

    private static Dictionary<string, StudentRow> Find(RecordsContext context, SchoolKey school, IReadOnlyList<StudentPut> sent)
    {
        var ids = sent.Select(student => student.Id).ToList();
        return context.Students.Where(row => row.School == school.Value && ids.Contains(row.Id)).ToDictionary(row => row.Id, StringComparer.Ordinal);
    }
}
