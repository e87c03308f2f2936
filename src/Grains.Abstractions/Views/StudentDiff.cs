using System.Collections.Immutable;

namespace LiveClass.Grains.Abstractions.Views;

/// <summary>The change between two views of one student. Cells merge by skill.</summary>
internal static class StudentDiff
{
    /// <summary>What changed; null where nothing did.</summary>
    public static StudentChange? Between(StudentView before, StudentView after)
    {
        if (ReferenceEquals(before, after)) return null;
        var cells = CellsBetween(before.Cells, after.Cells, out var removed);
        var change = new StudentChange
        {
            Id = after.Id,
            Name = before.Name == after.Name ? null : after.Name,
            Presence = before.Presence == after.Presence ? null : after.Presence,
            Link = before.Link == after.Link ? null : after.Link,
            Since = Changed.Between(before.Since, after.Since),
            Waiting = before.Waiting == after.Waiting ? null : after.Waiting,
            LostSince = Changed.Between(before.LostSince, after.LostSince),
            LastVisit = Changed.Between(before.LastVisit, after.LastVisit),
            ClaimedBy = Changed.Between(before.ClaimedBy, after.ClaimedBy),
            Station = Changed.Between(before.Station, after.Station),
            SmallGroup = Changed.Between(before.SmallGroup, after.SmallGroup),
            Help = BoardDiff.Whole(before.Help, after.Help),
            NextStep = Changed.Between(before.NextStep, after.NextStep),
            Goal = Changed.Between(before.Goal, after.Goal),
            BreakUntil = Changed.Between(before.BreakUntil, after.BreakUntil),
            Accommodations = BoardDiff.Whole(before.Accommodations, after.Accommodations),
            RemovedCells = removed,
            Cells = cells,
        };
        return change == new StudentChange { Id = after.Id } ? null : change;
    }

    /// <summary>Everything of a student who is new.</summary>
    public static StudentChange Whole(StudentView student) => new()
    {
        Id = student.Id,
        Name = student.Name,
        Presence = student.Presence,
        Link = student.Link,
        Since = new(student.Since),
        Waiting = student.Waiting,
        LostSince = new(student.LostSince),
        LastVisit = new(student.LastVisit),
        ClaimedBy = new(student.ClaimedBy),
        Station = new(student.Station),
        SmallGroup = new(student.SmallGroup),
        Help = student.Help,
        NextStep = new(student.NextStep),
        Goal = new(student.Goal),
        BreakUntil = new(student.BreakUntil),
        Accommodations = student.Accommodations,
        Cells = student.Cells,
    };

    /// <summary>The student after a change.</summary>
    public static StudentView Apply(StudentView before, StudentChange change) => before with
    {
        Name = change.Name ?? before.Name,
        Presence = change.Presence ?? before.Presence,
        Link = change.Link ?? before.Link,
        Since = change.Since.Or(before.Since),
        Waiting = change.Waiting ?? before.Waiting,
        LostSince = change.LostSince.Or(before.LostSince),
        LastVisit = change.LastVisit.Or(before.LastVisit),
        ClaimedBy = change.ClaimedBy.Or(before.ClaimedBy),
        Station = change.Station.Or(before.Station),
        SmallGroup = change.SmallGroup.Or(before.SmallGroup),
        Help = change.Help ?? before.Help,
        NextStep = change.NextStep.Or(before.NextStep),
        Goal = change.Goal.Or(before.Goal),
        BreakUntil = change.BreakUntil.Or(before.BreakUntil),
        Accommodations = change.Accommodations ?? before.Accommodations,
        Cells = ApplyCells(before.Cells, change.RemovedCells ?? [], change.Cells ?? []),
    };

    private static ImmutableArray<CellView>? CellsBetween(
        ImmutableArray<CellView> before, ImmutableArray<CellView> after, out ImmutableArray<string>? removed)
    {
        removed = null;
        if (before == after || before.SequenceEqual(after)) return null;

        var stays = after.Select(cell => cell.Skill).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<string> gone = [.. before.Select(cell => cell.Skill).Where(skill => !stays.Contains(skill))];
        ImmutableArray<CellView> changed = [.. after.Where(cell => !before.Contains(cell))];

        // Where merging would leave them in another order, all are taken out and come anew.
        if (!ApplyCells(before, gone, changed).SequenceEqual(after))
        {
            gone = [.. before.Select(cell => cell.Skill)];
            changed = after;
        }

        if (!gone.IsEmpty) removed = gone;
        return changed.IsEmpty ? null : changed;
    }

    private static ImmutableArray<CellView> ApplyCells(
        ImmutableArray<CellView> before, ImmutableArray<string> removed, ImmutableArray<CellView> changed)
    {
        if (removed.IsEmpty && changed.IsEmpty) return before;
        var cells = before.ToList();
        if (!removed.IsEmpty) cells.RemoveAll(cell => removed.Contains(cell.Skill));
        foreach (var cell in changed)
        {
            var place = cells.FindIndex(old => old.Skill == cell.Skill);
            if (place >= 0) cells[place] = cell;
            else cells.Add(cell);
        }

        return [.. cells];
    }
}
