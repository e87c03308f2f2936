using System.Collections.Immutable;

namespace LiveClass.Grains.Abstractions.Views;

/// <summary>
/// The change between two boards of one classroom, and a board after a change: for any two boards
/// <c>Apply(before, Between(before, after))</c> is <c>after</c>, but that a null change means they differ in <c>now</c> at most.
/// Pure.
/// </summary>
public static class BoardDiff
{
    /// <summary>What changed; null where nothing but <see cref="BoardView.Now"/> did.</summary>
    public static DeltaView? Between(BoardView before, BoardView after)
    {
        var students = StudentsBetween(before.Students, after.Students, out var removed, out var order);
        var delta = new DeltaView
        {
            Classroom = after.Classroom,
            From = before.Version,
            To = after.Version,
            Now = after.Now,
            Name = before.Name == after.Name ? null : after.Name,
            Parked = before.Parked == after.Parked ? null : after.Parked,
            Students = students,
            Removed = removed,
            Order = order,
            Skills = Whole(before.Skills, after.Skills),
            Columns = Whole(before.Columns, after.Columns),
            Queue = Whole(before.Queue, after.Queue),
            SmallGroups = Whole(before.SmallGroups, after.SmallGroups, Same),
            Proposal = Same(before.Proposal, after.Proposal) ? default : new(after.Proposal),
            Stations = Whole(before.Stations, after.Stations, Same),
            Rotation = Same(before.Rotation, after.Rotation) ? default : new(after.Rotation),
            Lesson = Same(before.Lesson, after.Lesson) ? default : new(after.Lesson),
            NotNow = Whole(before.NotNow, after.NotNow),
            Everyone = Changed.Between(before.Everyone, after.Everyone),
            Praise = Whole(before.Praise, after.Praise),
            Unseen = Whole(before.Unseen, after.Unseen),
            Misses = Whole(before.Misses, after.Misses),
            Counts = before.Counts == after.Counts ? null : after.Counts,
            Coach = Changed.Between(before.Coach, after.Coach),
            Plan = Changed.Between(before.Plan, after.Plan),
        };
        var empty = new DeltaView { Classroom = delta.Classroom, From = delta.From, To = delta.From, Now = delta.Now };
        return delta == empty ? null : delta;
    }

    /// <summary>The board after a change. The change must continue the board's version.</summary>
    /// <exception cref="ArgumentException">It is of another classroom or continues another version.</exception>
    public static BoardView Apply(BoardView before, DeltaView delta)
    {
        if (delta.Classroom != before.Classroom) throw new ArgumentException("The change is of another classroom.", nameof(delta));
        if (delta.From != before.Version) throw new ArgumentException("The change continues another version.", nameof(delta));
        return before with
        {
            Version = delta.To,
            Now = delta.Now,
            Name = delta.Name ?? before.Name,
            Parked = delta.Parked ?? before.Parked,
            Students = ApplyStudents(before.Students, delta),
            Skills = delta.Skills ?? before.Skills,
            Columns = delta.Columns ?? before.Columns,
            Queue = delta.Queue ?? before.Queue,
            SmallGroups = delta.SmallGroups ?? before.SmallGroups,
            Proposal = delta.Proposal.Or(before.Proposal),
            Stations = delta.Stations ?? before.Stations,
            Rotation = delta.Rotation.Or(before.Rotation),
            Lesson = delta.Lesson.Or(before.Lesson),
            NotNow = delta.NotNow ?? before.NotNow,
            Everyone = delta.Everyone.Or(before.Everyone),
            Praise = delta.Praise ?? before.Praise,
            Unseen = delta.Unseen ?? before.Unseen,
            Misses = delta.Misses ?? before.Misses,
            Counts = delta.Counts ?? before.Counts,
            Coach = delta.Coach.Or(before.Coach),
            Plan = delta.Plan.Or(before.Plan),
        };
    }

    private static ImmutableArray<StudentChange>? StudentsBetween(
        ImmutableArray<StudentView> before, ImmutableArray<StudentView> after,
        out ImmutableArray<string>? removed, out ImmutableArray<string>? order)
    {
        removed = null;
        order = null;
        if (before == after) return null;

        var old = before.ToDictionary(student => student.Id, StringComparer.Ordinal);
        var changes = ImmutableArray.CreateBuilder<StudentChange>();
        foreach (var student in after)
        {
            var change = old.Remove(student.Id, out var was) ? StudentDiff.Between(was, student) : StudentDiff.Whole(student);
            if (change is not null) changes.Add(change);
        }

        if (old.Count > 0) removed = [.. before.Where(student => old.ContainsKey(student.Id)).Select(student => student.Id)];

        var delta = new DeltaView { Classroom = "", From = 0, To = 0, Now = default, Students = changes.ToImmutable(), Removed = removed };
        var merged = ApplyStudents(before, delta);
        if (!merged.Select(student => student.Id).SequenceEqual(after.Select(student => student.Id), StringComparer.Ordinal))
            order = [.. after.Select(student => student.Id)];
        return changes.Count == 0 ? null : changes.ToImmutable();
    }

    private static ImmutableArray<StudentView> ApplyStudents(ImmutableArray<StudentView> before, DeltaView delta)
    {
        if (delta.Students is null && delta.Removed is null && delta.Order is null) return before;

        var students = before.ToList();
        if (delta.Removed is { } removed) students.RemoveAll(student => removed.Contains(student.Id));
        foreach (var change in delta.Students ?? [])
        {
            var place = students.FindIndex(student => student.Id == change.Id);
            if (place >= 0) students[place] = StudentDiff.Apply(students[place], change);
            else students.Add(StudentDiff.Apply(new StudentView { Id = change.Id, Name = change.Name ?? "" }, change));
        }

        if (delta.Order is { } order)
        {
            var byId = students.ToDictionary(student => student.Id, StringComparer.Ordinal);
            return [.. order.Where(byId.ContainsKey).Select(id => byId[id])];
        }

        return [.. students];
    }

    internal static ImmutableArray<T>? Whole<T>(ImmutableArray<T> before, ImmutableArray<T> after, Func<T, T, bool>? same = null)
    {
        if (before == after || before.Length == after.Length && before.Zip(after, same ?? EqualityComparer<T>.Default.Equals).All(equal => equal))
            return null;
        return after;
    }

    private static bool Same(SmallGroupView left, SmallGroupView right) =>
        left with { Students = [] } == right with { Students = [] } && left.Students.SequenceEqual(right.Students);

    private static bool Same(StationView left, StationView right) =>
        left with { SmallGroups = [] } == right with { SmallGroups = [] } && left.SmallGroups.SequenceEqual(right.SmallGroups);

    private static bool Same(ProposalView? left, ProposalView? right) =>
        left is null || right is null
            ? left == right
            : left.Id == right.Id && left.Moves.SequenceEqual(right.Moves) && left.Unmet.SequenceEqual(right.Unmet);

    private static bool Same(RotationView? left, RotationView? right) =>
        left is null || right is null
            ? left == right
            : left with { Held = [] } == right with { Held = [] } && left.Held.SequenceEqual(right.Held);

    private static bool Same(LessonView? left, LessonView? right) =>
        left is null || right is null
            ? left == right
            : left with { Targets = [] } == right with { Targets = [] } && left.Targets.SequenceEqual(right.Targets);
}
