using LiveClass.Grains.Abstractions;

namespace LiveClass.Silo.Grains.Classroom;

/// <summary>When a lesson ends by itself.</summary>
public static class LessonDue
{
    /// <summary>Its planned end; without one, so long after the last evidence or command as the policy says. None where no lesson runs.</summary>
    public static Instant Of(ClassroomState state)
    {
        if (state.Lesson is not { Running: true } lesson) return Instant.None;
        return lesson.PlannedEnd.IsSome ? lesson.PlannedEnd : state.LastActivity + TimeSpan.FromMinutes(state.Policy.LessonEndsAfterMinutes);
    }
}
