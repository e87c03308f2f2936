using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Events;
using LiveClass.Silo.Grains.Student;

namespace LiveClass.Silo.Grains.Classroom;

/// <summary>The fold of what can be taken back, and of taking it back: no rules, only what was before.</summary>
internal static class UndoStory
{
    /// <summary>Keeps how things are before the command that follows.</summary>
    public static void Apply(ClassroomState state, UndoOffered e)
    {
        if (e.Students.IsDefaultOrEmpty)
        {
            if (state.Undo.Count == LessonUndo.Most) state.Undo.RemoveAt(0);
            state.Undo.Add(new LessonUndo(state.Version, e.By, e.Until, e.Parts == StudentParts.None ? state.Lesson?.EyesUp : null, e.Swap));
            return;
        }

        foreach (var key in e.Students)
        {
            var student = ClassroomFold.Changed(state, key);
            Close(student, e.Parts, e.Skill, state.Version);
            var without = e.Skill.Value == 0 ? default : student.Skill(state.SkillFor(e.Skill));
            student.Undo.Add(new StudentUndo(state.Version, e.By, e.Until, e.Parts, e.Skill, without, StudentBefore.Of(student)));
        }
    }

    /// <summary>What stands on the same part, or (of an estimate) on the same skill, can no longer be taken back; who has seen the student is the newer's to say.</summary>
    public static void Close(StudentState student, StudentParts parts, SkillKey skill, long version)
    {
        for (var i = student.Undo.Count - 1; i >= 0; i--)
        {
            var undo = student.Undo[i];
            if (undo.Position == version) continue;
            var estimate = undo.Skill.Value != 0 && undo.Skill == skill;
            if (estimate || (undo.Parts & parts & ~(StudentParts.Seen | StudentParts.Estimate)) != 0) student.Undo.RemoveAt(i);
            else student.Undo[i] = undo with { Parts = undo.Parts & ~(parts & StudentParts.Seen) };
        }
    }

    /// <summary>What an estimate would be without the observation, after an answer.</summary>
    public static void Apply(ClassroomState state, EstimateWithout e)
    {
        var student = state.StudentFor(e.Student);
        for (var i = 0; i < student.Undo.Count; i++)
            if (student.Undo[i].Skill == e.Skill) student.Undo[i] = student.Undo[i] with { Without = e.Estimate };
    }

    /// <summary>Puts the parts of a command back. An estimate that it moved comes as an event of its own.</summary>
    public static void Apply(ClassroomState state, CommandUndone e)
    {
        if (state.Undo.RemoveAll(undo => undo.Position == e.Decision) > 0) state.LessonTouchedAt = state.Version;
        foreach (var student in state.Students)
        {
            var found = student.Undo.FindIndex(undo => undo.Position == e.Decision);
            if (found < 0) continue;
            var undo = student.Undo[found];
            student.Undo.RemoveAt(found);
            ClassroomFold.Changed(state, student.Key).TouchedAt = state.Version;
            Restore(state, student, undo.Parts, undo.Before, e.At);
        }
    }

    private static void Restore(ClassroomState state, StudentState student, StudentParts parts, StudentBefore before, Instant now)
    {
        if (parts.HasFlag(StudentParts.Presence))
        {
            student.Presence = before.Presence;
            student.PresenceSince = before.PresenceSince;
            student.JoinedAt = before.JoinedAt;
            student.BreakUntil = before.BreakUntil;
            student.ExpectedSince = now;
        }

        if (parts.HasFlag(StudentParts.Seat) && student.Station != before.Station)
        {
            // A station that is gone since, or full, is no place to go back to.
            var back = state.Find(before.Station) is { } station && (station.Line.Capacity <= 0 || station.Seated < station.Line.Capacity);
            ClassroomStory.Reseat(state, student, back ? before.Station : default);
            student.ExpectedSince = now;
            student.PaperStation = before.PaperStation;
        }

        if (parts.HasFlag(StudentParts.Hand)) (student.HandSince, student.HandAbout, student.HandTopic) = (before.HandSince, before.HandAbout, before.HandTopic);
        if (parts.HasFlag(StudentParts.Visit))
            (student.ClaimedBy, student.VisitedBy, student.LastVisit) = (before.ClaimedBy, before.VisitedBy, before.LastVisit);
        if (parts.HasFlag(StudentParts.Seen)) student.Seen = before.Seen;
        if (parts.HasFlag(StudentParts.PutOff)) (student.PutOff, student.PutOffUntil) = (before.PutOff, before.PutOffUntil);
        if (parts.HasFlag(StudentParts.Pin))
            (student.PinnedSkill, student.PinnedItem, student.PinnedUntil) = (before.PinnedSkill, before.PinnedItem, before.PinnedUntil);
        if (parts.HasFlag(StudentParts.Goal)) student.Goal = before.Goal;
        if (parts.HasFlag(StudentParts.Choice)) student.Chosen = before.Chosen;
        if (parts.HasFlag(StudentParts.Check)) student.Check = before.Check;
        if (!parts.HasFlag(StudentParts.Paper)) return;
        student.PaperStation = before.PaperStation;
        if (student.PaperSkills.Count > before.PaperSkills) student.PaperSkills.RemoveRange(before.PaperSkills, student.PaperSkills.Count - before.PaperSkills);
    }
}
