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
        var merged = students.MoveToImmutable();
        return board with { Students = merged, Queue = WithoutSilent(board.Queue, merged) };
    }

    // Who cannot be heard is not idle: the lost link is its own mark. What the owner says of it comes back with the link.
    private static ImmutableArray<QueueLineView> WithoutSilent(ImmutableArray<QueueLineView> queue, ImmutableArray<StudentView> students) =>
        queue.Any(line => line.Reason == ShownReason.Idle) && students.Any(student => student.Link == Link.Lost)
            ? [.. queue.Where(line => line.Reason != ShownReason.Idle || !students.Any(student => student.Id == line.Student && student.Link == Link.Lost))]
            : queue;

    private StudentView Merged(StudentView plain, DeviceLink link)
    {
        if (link == default) return plain;
        if (known.TryGetValue(plain.Id, out var before) && ReferenceEquals(before.Plain, plain)
            && before.Merged.Link == link.Link && before.Merged.Waiting == link.Waiting && before.Merged.LostSince == link.LostSince) return before.Merged;
        var merged = plain with
        {
            Link = link.Link,
            Waiting = link.Waiting,
            LostSince = link.LostSince,
            Help = link.Link == Link.Lost && plain.Help.Any(help => help.Reason == ShownReason.Idle)
                ? [.. plain.Help.Where(help => help.Reason != ShownReason.Idle)]
                : plain.Help,
        };
        known[plain.Id] = (plain, merged);
        return merged;
    }
}
