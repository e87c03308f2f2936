using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Contracts;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Events;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Grains.Abstractions.Outcomes;
using LiveClass.Learning.Mastery;
using LiveClass.Silo.Grains.Classroom;
using LiveClass.Silo.Turns;

namespace LiveClass.Silo.Grains.Student;

/// <summary>
/// A student in a classroom: answers, presence and hand. What adults do with a student is in <c>StudentGrain.Adults.cs</c>, what a student
/// decides for itself in <c>StudentGrain.Own.cs</c>.
/// </summary>
public sealed partial class StudentGrain(ClassroomState classroom, StudentKey key, TurnDesk desk) : IStudentGrain
{
    /// <inheritdoc/>
    public Outcome Answer(in Turn turn, in Evidence evidence, long original)
    {
        var at = turn.At;
        CountAnswer(evidence, original, at);
        desk.Fold(classroom);

        var student = classroom.Find(key)!;
        if (classroom.Lesson is { Running: true } lesson && at >= lesson.StartedAt
            && student.Presence is Presence.Expected or Presence.Left or Presence.Absent)
        {
            // An answer given in this lesson shows that the child is here.
            desk.Record(new PresenceChanged(key, Presence.Here, at));
            desk.Fold(classroom);
        }

        return Settled(turn);
    }

    /// <inheritdoc/>
    public Outcome Join(in Turn turn, JoinLesson command)
    {
        if (!classroom.LessonRuns) return Outcome.Refused(RefusalCode.NoLesson, turn.Position);
        if (Here() is not { } student) return Outcome.Refused(RefusalCode.UnknownStudent, turn.Position);
        if (student.Presence != Presence.Here) desk.Record(new PresenceChanged(key, Presence.Here, turn.At));
        desk.Fold(classroom);
        return Settled(turn);
    }

    /// <inheritdoc/>
    public Outcome MarkPresence(in Turn turn, MarkPresence command)
    {
        if (!classroom.LessonRuns) return Outcome.Refused(RefusalCode.NoLesson, turn.Position);
        if (Here() is not { } student) return Outcome.Refused(RefusalCode.UnknownStudent, turn.Position);
        if (student.Presence == command.Presence) return Outcome.Accepted(turn.Position);
        UndoOffer.Lasting(desk, turn, key, StudentParts.Presence | StudentParts.Seat | StudentParts.Hand);
        desk.Record(new PresenceChanged(key, command.Presence, turn.At));
        if (command.Presence is Presence.Absent or Presence.Left or Presence.Elsewhere)
        {
            if (student.Station.Value != 0) desk.Record(new SeatTaken(key, default, turn.At));
            if (student.HandSince.IsSome) desk.Record(new HandLowered(key, turn.At));
        }

        desk.Fold(classroom);
        return Settled(turn);
    }

    /// <inheritdoc/>
    public Outcome RaiseHand(in Turn turn, RaiseHand command)
    {
        if (!classroom.LessonRuns) return Outcome.Refused(RefusalCode.NoLesson, turn.Position);
        if (Here() is not { } student) return Outcome.Refused(RefusalCode.UnknownStudent, turn.Position);
        if (student.HandSince.IsSome && (command.Topic is null || command.Topic == student.HandTopic)) return Outcome.Accepted(turn.Position);
        UndoOffer.Brief(desk, turn, key, StudentParts.Hand | StudentParts.Presence);
        if (student.Presence is not (Presence.Here or Presence.OnBreak)) desk.Record(new PresenceChanged(key, Presence.Here, turn.At));
        // Saying later what it is about costs nobody the place in the queue.
        desk.Record(new HandRaised(key, command.About, student.HandSince.IsSome ? student.HandSince : turn.At, command.Topic));
        desk.Fold(classroom);
        return Settled(turn);
    }

    /// <inheritdoc/>
    public Outcome LowerHand(in Turn turn, LowerHand command)
    {
        if (Here() is not { } student) return Outcome.Refused(RefusalCode.UnknownStudent, turn.Position);
        if (!student.HandSince.IsSome) return Outcome.Refused(RefusalCode.NothingToDo, turn.Position);
        UndoOffer.Brief(desk, turn, key, StudentParts.Hand);
        desk.Record(new HandLowered(key, turn.At));
        desk.Fold(classroom);
        return Settled(turn);
    }

    /// <inheritdoc/>
    public Outcome NoticeIdle(in Turn turn, NoticeIdle command)
    {
        if (classroom.Lesson is not { Running: true } lesson || lesson.Key != command.Lesson || Here() is not { } student
            || student.LastAnswerAt != command.LastAnswer || turn.Received < command.Due || command.Due <= student.IdleNoticed)
            return Outcome.Refused(RefusalCode.NoLongerSo, turn.Position);
        desk.Record(new IdleNoticed(key, command.Due));
        desk.Fold(classroom);
        return Settled(turn);
    }

    private void CountAnswer(in Evidence evidence, long original, Instant at)
    {
        var student = classroom.Find(key);
        var slot = classroom.SlotOf(evidence.Item);
        var known = slot >= 0 ? classroom.Items[slot] : default;
        var item = known.Estimate;
        var ability = student?.Ability ?? default;
        Span<MasteryEstimate> skills = stackalloc MasteryEstimate[SkillSet.Capacity];
        skills = skills[..evidence.Skills.Count];
        for (var i = 0; i < skills.Length; i++)
        {
            var skill = classroom.SlotOf(evidence.Skills[i]);
            skills[i] = skill >= 0 && student is not null ? student.Skill(skill) : default;
        }

        var first = evidence.Attempt == 1;
        var answer = new Answer(evidence.Score, first, evidence.Hints, evidence.DurationMs, evidence.Kind, at, known.Options);
        if (student is { Undo.Count: > 0 }) CountWithout(student, evidence, answer, item);
        AnswerRule.Count(answer, classroom.Policy, ref ability, ref item, skills);

        desk.Record(new AnswerCounted(evidence, original, at, first, ability, item));
        for (var i = 0; i < skills.Length; i++) desk.Record(new EstimateMoved(key, evidence.Skills[i], skills[i]));
    }

    // An observation that can still be taken back: the answer counts as if it had not been, beside.
    private void CountWithout(StudentState student, in Evidence evidence, in Answer answer, ItemEstimate item)
    {
        Span<MasteryEstimate> skills = stackalloc MasteryEstimate[SkillSet.Capacity];
        skills = skills[..evidence.Skills.Count];
        foreach (var undo in student.Undo)
        {
            if (undo.Skill.Value == 0 || !evidence.Skills.Contains(undo.Skill)) continue;
            var ability = student.Ability;
            var itsItem = item;
            for (var i = 0; i < skills.Length; i++)
            {
                var skill = classroom.SlotOf(evidence.Skills[i]);
                skills[i] = evidence.Skills[i] == undo.Skill ? undo.Without : skill >= 0 ? student.Skill(skill) : default;
            }

            AnswerRule.Count(answer, classroom.Policy, ref ability, ref itsItem, skills);
            for (var i = 0; i < skills.Length; i++)
                if (evidence.Skills[i] == undo.Skill) desk.Record(new EstimateWithout(key, undo.Skill, skills[i]));
        }
    }

    private StudentState? Here() => classroom.Find(key) is { Ended: false } student ? student : null;

    private Outcome Settled(in Turn turn)
    {
        StudentOutlook.Settle(classroom, classroom.Find(key)!, desk, turn.Received);
        desk.Fold(classroom);
        return Outcome.Accepted(turn.Position);
    }
}
