using LiveClass.Grains.Abstractions.Views;

namespace LiveClass.Web.Boards;

/// <summary>From the board to what one student may see of it.</summary>
public static class StudentViews
{
    /// <summary>A student's own view. One who is not on the board sees nothing but that.</summary>
    public static StudentBoardView Of(BoardView board, string student, string language)
    {
        board = In(board, language);
        var own = board.Students.FirstOrDefault(candidate => candidate.Id == student);
        var card = own?.NextStep is { } step ? StudentCards.Of(step, board, board.Version, language) : null;
        return AudienceViewsOf.Student(board, student, card)
            ?? new StudentBoardView { Classroom = board.Classroom, Version = board.Version, Now = board.Now, Student = student, Name = "" };
    }

    /// <summary>A board whose skills have their names and tiles in a language, where they have one in it.</summary>
    public static BoardView In(BoardView board, string language) =>
        language == "es" ? board with { Skills = [.. board.Skills.Select(Spanish)] } : board;

    private static SkillView Spanish(SkillView skill) => skill with { Name = skill.NameEs ?? skill.Name, Tile = skill.TileEs ?? skill.Tile };

    /// <summary>The same view whatever the version: two that are equal look the same.</summary>
    public static StudentBoardView WithoutVersion(StudentBoardView view) =>
        view with { Version = 0, Now = default, Card = view.Card is { } card ? card with { Version = 0 } : null };

    /// <summary>
    /// True where a change may show in a student's view: its own line, the hands before it, the lesson, names. Links and what devices
    /// hold, which are outside the version, do not.
    /// </summary>
    public static bool Concerns(DeltaView delta, string student) => delta.From == delta.To
        ? delta.Skills is not null || delta.Stations is not null
            || delta.Students is { } known && known.Any(change => change.Id == student && (change.Name is not null || change.Accommodations is not null))
        : delta.Lesson.IsPresent || delta.Queue is not null || delta.Skills is not null || delta.Stations is not null || delta.Removed is not null
        || delta.Rotation.IsPresent || delta.SmallGroups is not null || delta.Students is { } changes && changes.Any(change => change.Id == student);
}
