using System.Security.Cryptography;
using System.Text;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Grains.Abstractions.Views;
using LiveClass.Web.Words;

namespace LiveClass.Web.Boards;

/// <summary>A next step as a student reads it: in children's words, in the student's language.</summary>
public static class StudentCards
{
    /// <summary>The card of a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="board">The board, for the names of skills and stations.</param>
    /// <param name="version">The version that it belongs to.</param>
    /// <param name="language">The student's language.</param>
    public static CardView Of(NextStepView step, BoardView board, long version, string language)
    {
        var skill = NameOf(board, step.Skill);
        var station = board.Stations.FirstOrDefault(known => known.Id == step.Where);
        return new CardView(
            IdOf(step), version, step.Kind, step.Skill, skill, Why(step, skill, station?.Name, PageWords.English.In(language)),
            Item: step.Item, Where: station?.Name, Until: step.Until,
            Options: step.Options is { } options ? [.. options.Select(id => new CardOptionView(id, NextStepKind.Practice, id, NameOf(board, id)))] : null);
    }

    private static string? NameOf(BoardView board, string? skill) => board.Skills.FirstOrDefault(known => known.Id == skill)?.Name;

    /// <summary>Why, in one sentence.</summary>
    private static string Why(NextStepView step, string? skill, string? station, PageWords words)
    {
        var why = step.Reason switch
        {
            NextStepReason.TeacherPinned => "card.why.teacher",
            NextStepReason.Gap => "card.why.gap",
            NextStepReason.Target => "card.why.target",
            NextStepReason.ReviewDue => "card.why.review",
            NextStepReason.Frontier => "card.why.frontier",
            NextStepReason.NearlyThere => "card.why.nearly",
            NextStepReason.AllMastered => "card.why.all",
            NextStepReason.NoItems => "card.why.paper",
            NextStepReason.NoLesson => "card.why.over",
            NextStepReason.EyesUp => "card.why.eyesUp",
            NextStepReason.TwoAlike => "card.why.choose",
            NextStepReason.TeacherCheck => "card.why.teacherCheck",
            NextStepReason.AskedCheck => "card.why.askedCheck",
            NextStepReason.PaperDone => "card.why.paperDone",
            NextStepReason.AtStation => station is null ? "card.why.here" : "card.why.station",
            _ => "",
        };
        return why.Length == 0 ? "" : words.Say(why, ("skill", skill ?? ""), ("station", station ?? ""));
    }

    // The same step keeps its id wherever it is shown; another one has another.
    private static string IdOf(NextStepView step)
    {
        var what = $"{step.Kind}/{step.Skill}/{step.Item}/{step.Reason}/{step.Where}/{step.Until?.Milliseconds}/{string.Join(',', step.Options ?? [])}";
        return $"step-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(what)).AsSpan(0, 6))}";
    }
}
