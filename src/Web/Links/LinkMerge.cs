using System.Collections.Immutable;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Views;
using LiveClass.Web.Joining;

namespace LiveClass.Web.Links;

/// <summary>Puts links into a board. A student whose line and link are what they were keeps the record, so that a delta costs what changed.</summary>
internal sealed class LinkMerge(ClassroomKey classroom, DeviceLinks links)
{
    private readonly Dictionary<string, (StudentView Plain, StudentView Merged)> known = new(StringComparer.Ordinal);

    /// <summary>The board with the links of its lesson's devices.</summary>
    /// <param name="board">The board without.</param>
    /// <param name="keyOf">The key of a student by id; none where Records no longer have the student.</param>
    public BoardView Into(BoardView board, Func<string, StudentKey> keyOf)
    {
        var lesson = LessonsNow.RunningOn(board);
        var students = ImmutableArray.CreateBuilder<StudentView>(board.Students.Length);
        foreach (var student in board.Students) students.Add(Merged(student, links.Of(classroom, lesson, keyOf(student.Id))));
        return board with { Students = students.MoveToImmutable() };
    }

    private StudentView Merged(StudentView plain, DeviceLink link)
    {
        if (link == default) return plain;
        if (known.TryGetValue(plain.Id, out var before) && ReferenceEquals(before.Plain, plain)
            && before.Merged.Link == link.Link && before.Merged.Waiting == link.Waiting && before.Merged.LostSince == link.LostSince) return before.Merged;
        var merged = plain with { Link = link.Link, Waiting = link.Waiting, LostSince = link.LostSince };
        known[plain.Id] = (plain, merged);
        return merged;
    }
}
