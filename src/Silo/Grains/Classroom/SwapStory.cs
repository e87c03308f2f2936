using LiveClass.Grains.Abstractions.Events;

namespace LiveClass.Silo.Grains.Classroom;

/// <summary>The fold of swapped names, and of the answers that follow them.</summary>
internal static class SwapStory
{
    /// <summary>What belongs to whoever sat at a device changes hands.</summary>
    public static void Apply(ClassroomState state, StudentsSwapped e)
    {
        var (one, other) = (ClassroomFold.Changed(state, e.Student), ClassroomFold.Changed(state, e.Other));
        one.SwapLesson(other);
        foreach (var student in new[] { one, other })
        {
            student.TouchedAt = state.Version;
            student.ExpectedSince = e.At;
            student.PaperStation = default;
            student.Undo.Clear();
        }

        state.LessonTouchedAt = state.Version;
        state.Undo.RemoveAll(undo => undo.Swap is not null && undo.Position != state.Version);
    }

    /// <summary>Students are as their own answers make them. An observation from before can no longer be taken back alone.</summary>
    public static void Apply(ClassroomState state, AnswersMoved e)
    {
        foreach (var moved in e.Students)
        {
            var student = ClassroomFold.Changed(state, moved.Student);
            student.Ability = moved.Ability;
            foreach (var (skill, estimate) in moved.Skills) student.SetSkill(state.SkillFor(skill), estimate, state.Skills.Count);
            student.Undo.RemoveAll(undo => undo.Skill.Value != 0);
        }
    }
}
