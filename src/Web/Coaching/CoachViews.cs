using LiveClass.Grains.Abstractions.Views;
using LiveClass.Web.Words;

namespace LiveClass.Web.Coaching;

/// <summary>From the board to what a coach may see of it, in the coach's language.</summary>
public static class CoachViews
{
    /// <summary>The view: students by the numbers of their rows, names only where a teacher allows them.</summary>
    public static BoardView Of(BoardView board, string language)
    {
        var words = PageWords.English.In(language);
        return AudienceViewsOf.Coach(board, row => words.Say("live.student.number", ("number", row)), board.Coach?.Names ?? false);
    }
}
