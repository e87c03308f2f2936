using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Silo.Grains.Classroom;
using LiveClass.Silo.Grains.Student;

namespace LiveClass.Silo.Checkpoints;

/// <summary>What a checkpoint says of a student beyond its packed section: only what is not as it is at a lesson's start.</summary>
internal sealed record StudentMore(StudentKey Student)
{
    /// <summary>The goal.</summary>
    public int? Goal { get; init; }

    /// <summary>Items done.</summary>
    public int? Items { get; init; }

    /// <summary>The chosen skill.</summary>
    public SkillKey? Chosen { get; init; }

    /// <summary>The check.</summary>
    public OpenCheck? Check { get; init; }

    /// <summary>The break's end.</summary>
    public Instant? BreakUntil { get; init; }

    /// <summary>Skills done on paper.</summary>
    public IReadOnlyList<SkillKey>? PaperSkills { get; init; }

    /// <summary>The station whose work is done.</summary>
    public StationKey? PaperStation { get; init; }

    /// <summary>Slots of answered items.</summary>
    public IReadOnlyList<int>? Answered { get; init; }

    /// <summary>What can be taken back.</summary>
    public IReadOnlyList<StudentUndo>? Undo { get; init; }

    /// <summary>What the hand is about.</summary>
    public HandTopic? Topic { get; init; }

    /// <summary>What there is of a student; null where there is nothing. Without positions where it is for the hash.</summary>
    public static StudentMore? Of(StudentState student, bool whole)
    {
        var more = new StudentMore(student.Key)
        {
            Goal = student.Goal == 0 ? null : student.Goal,
            Items = student.LessonItems == 0 ? null : student.LessonItems,
            Chosen = student.Chosen.Value == 0 ? null : student.Chosen,
            Check = student.Check,
            BreakUntil = student.BreakUntil.IsSome ? student.BreakUntil : null,
            PaperSkills = student.PaperSkills.Count == 0 ? null : student.PaperSkills,
            PaperStation = student.PaperStation.Value == 0 ? null : student.PaperStation,
            Answered = student.Answered.IsEmpty ? null : student.Answered.ToArray(),
            Undo = student.Undo.Count == 0 ? null : [.. student.Undo.Select(undo => whole ? undo : undo with { Position = 0 })],
            Topic = student.HandTopic,
        };
        return more == new StudentMore(student.Key) ? null : more;
    }

    /// <summary>Puts it into the state.</summary>
    /// <exception cref="FormatViolationException">It names what the checkpoint does not have.</exception>
    public void Restore(ClassroomState state)
    {
        var student = state.Find(Student) ?? throw new FormatViolationException("A checkpoint says more of a student that it does not have.");
        student.Goal = Goal ?? 0;
        student.LessonItems = Items ?? 0;
        student.Chosen = Known(state, Chosen ?? default);
        if (Check is not null) Known(state, Check.Skill);
        student.Check = Check;
        student.HandTopic = Topic;
        student.BreakUntil = BreakUntil ?? Instant.None;
        foreach (var skill in PaperSkills ?? []) student.PaperSkills.Add(Known(state, skill));
        student.PaperStation = PaperStation ?? default;
        foreach (var slot in Answered ?? [])
        {
            if (slot < 0 || slot >= state.Items.Length) throw new FormatViolationException("A checkpoint names an item that it does not have.");
            student.AddAnswered(slot);
        }

        foreach (var undo in Undo ?? [])
        {
            if (undo?.Before is null || undo.Before.PinnedSkill < -1 || undo.Before.PinnedSkill >= state.Skills.Count)
                throw new FormatViolationException("A checkpoint names a skill that it does not have.");
            Known(state, undo.Skill);
            student.Undo.Add(undo);
        }
    }

    private static SkillKey Known(ClassroomState state, SkillKey skill) =>
        skill.Value == 0 || state.SlotOf(skill) >= 0 ? skill : throw new FormatViolationException("A checkpoint names a skill that it does not have.");
}
