using System.Collections.Immutable;
using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Grains.Abstractions.Views;

/// <summary>From the teacher's view to what another audience may see. Pure; says nothing of who may be in which audience.</summary>
public static class AudienceViewsOf
{
    /// <summary>What a student may see of itself, with its card as the student reads it; null where the student is not on the board.</summary>
    public static StudentBoardView? Student(BoardView board, string student, CardView? card)
    {
        var own = board.Students.FirstOrDefault(candidate => candidate.Id == student);
        if (own is null) return null;
        var names = board.Skills.ToDictionary(skill => skill.Id, skill => skill.Name, StringComparer.Ordinal);
        var hands = board.Queue.Where(line => line.Reason == ShownReason.HandRaised).OrderBy(line => line.Since).ToList();
        var place = hands.FindIndex(line => line.Student == student);
        return new StudentBoardView
        {
            Classroom = board.Classroom,
            Version = board.Version,
            Now = board.Now,
            Student = own.Id,
            Name = own.Name,
            Lesson = board.Lesson?.State,
            EyesUp = board.Lesson?.EyesUp ?? false,
            PlannedEnd = board.Lesson?.PlannedEnd,
            HandRaised = place >= 0 ? hands[place].Since : null,
            HandsBefore = place >= 0 ? place : null,
            ClaimedBy = own.ClaimedBy,
            Presence = own.Presence,
            BreakUntil = own.BreakUntil,
            Goal = own.Goal,
            Accommodations = own.Accommodations,
            Card = card,
            Skills = [.. own.Cells.Select(cell => new OwnSkillView(cell.Skill, names.GetValueOrDefault(cell.Skill, cell.Skill), cell.Level))],
        };
    }

    /// <summary>What a wall may show: only those who are here.</summary>
    public static WallView Wall(BoardView board)
    {
        var names = ShortNames.Of(board.Students.Select(student => student.Name));
        var here = board.Students
            .Select((student, place) => (student, name: names[place]))
            .Where(entry => entry.student.Presence == Presence.Here)
            .ToList();
        var letters = board.SmallGroups.ToDictionary(smallGroup => smallGroup.Id, smallGroup => smallGroup.Letter, StringComparer.Ordinal);
        return new WallView
        {
            Classroom = board.Classroom,
            Version = board.Version,
            Now = board.Now,
            Lesson = board.Lesson?.State,
            EyesUp = board.Lesson?.EyesUp ?? false,
            Rotation = board.Rotation is { } rotation ? rotation with { Held = [] } : null,
            Joined = here.Count,
            PlannedEnd = board.Lesson?.PlannedEnd,
            Stations = [.. board.Stations.Select(station =>
            {
                var there = here.Where(entry => entry.student.Station == station.Id).ToList();
                return new WallStationView(
                    station.Id, station.Name, station.Number, station.Materials,
                    [.. there
                        .Where(entry => entry.student.SmallGroup is { } id && letters.ContainsKey(id))
                        .GroupBy(entry => letters[entry.student.SmallGroup!], StringComparer.Ordinal)
                        .OrderBy(members => members.Key, StringComparer.Ordinal)
                        .Select(members => new WallSmallGroupView(members.Key, [.. members.Select(entry => entry.name)]))],
                    [.. there
                        .Where(entry => entry.student.SmallGroup is not { } id || !letters.ContainsKey(id))
                        .Select(entry => entry.name)]);
            })],
        };
    }

    /// <summary>
    /// What a coach sees: the teacher's view with students by the numbers of their rows, also where one stands for another (queue, small
    /// groups), since an outside id may be a name. Names only where they are allowed; accommodations and
    /// what a hand is about never.
    /// </summary>
    /// <param name="board">The teacher's view.</param>
    /// <param name="numbered">What stands for the name in a row, from 1.</param>
    /// <param name="names">True where names are allowed.</param>
    public static BoardView Coach(BoardView board, Func<int, string> numbered, bool names)
    {
        var rows = board.Students.Select((student, place) => (student.Id, Row: place + 1))
            .ToDictionary(row => row.Id, row => RowId(row.Row), StringComparer.Ordinal);
        string Row(string student) => rows.GetValueOrDefault(student, RowId(0));
        return board with
        {
            Students = [.. board.Students.Select((student, place) => student with
            {
                Id = Row(student.Id),
                Name = names ? student.Name : numbered(place + 1),
                Accommodations = [],
                Help = student.Help.Any(help => help.About is not null) ? [.. student.Help.Select(help => help with { About = null })] : student.Help,
            })],
            SmallGroups = [.. board.SmallGroups.Select(smallGroup => smallGroup with { Students = [.. smallGroup.Students.Select(Row)] })],
            Proposal = board.Proposal is { } proposal
                ? proposal with { Moves = [.. proposal.Moves.Select(move => move with { Student = Row(move.Student) })] }
                : null,
            Queue = [.. board.Queue.Select(line => line with { Student = Row(line.Student) })],
            NotNow = [.. board.NotNow.Select(line => line with { Student = Row(line.Student) })],
            Praise = [.. board.Praise.Select(line => line with { Student = Row(line.Student) })],
            Unseen = [.. board.Unseen.Select(Row)],
            Coach = new CoachView([], names),

            // What a teacher calls a lesson may name a child.
            Plan = names ? board.Plan : board.Plan is { } plan ? plan with { Title = null } : null,
        };
    }

    // '#' is in no outside id: nothing that a coach sends can name a student by it.
    private static string RowId(int row) => $"#{row}";
}
