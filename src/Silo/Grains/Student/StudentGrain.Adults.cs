using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Contracts;
using LiveClass.Grains.Abstractions.Events;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Grains.Abstractions.Outcomes;
using LiveClass.Learning.Mastery;

namespace LiveClass.Silo.Grains.Student;

/// <summary>What adults do with a student: visits, observations, pins.</summary>
public sealed partial class StudentGrain
{
    /// <inheritdoc/>
    public Outcome Visit(in Turn turn, Visit command)
    {
        if (!classroom.LessonRuns) return Outcome.Refused(RefusalCode.NoLesson, turn.Position);
        if (Here() is not { } student) return Outcome.Refused(RefusalCode.UnknownStudent, turn.Position);
        var by = new AdultKey(turn.By.Key);
        var there = student.VisitedBy.Value != 0;
        if (command.Phase == VisitPhase.Begin && there && student.VisitedBy != by) return Outcome.Refused(RefusalCode.Claimed, turn.Position);
        if (command.Phase == VisitPhase.End && !there) return Outcome.Refused(RefusalCode.NothingToDo, turn.Position);

        UndoOffer.Lasting(desk, turn, key, StudentParts.Visit | StudentParts.Seen | (student.HandSince.IsSome ? StudentParts.Hand : StudentParts.None));
        desk.Record(command.Phase == VisitPhase.Begin
            ? new VisitBegan(key, by, turn.At)
            : new VisitEnded(key, by, turn.At));
        if (student.HandSince.IsSome) desk.Record(new HandLowered(key, turn.At));
        desk.Fold(classroom);
        return Settled(turn);
    }

    /// <inheritdoc/>
    public Outcome Claim(in Turn turn, Claim command)
    {
        if (!classroom.LessonRuns) return Outcome.Refused(RefusalCode.NoLesson, turn.Position);
        if (Here() is not { } student) return Outcome.Refused(RefusalCode.UnknownStudent, turn.Position);
        var by = new AdultKey(turn.By.Key);
        if ((student.ClaimedBy.Value != 0 && student.ClaimedBy != by) || (student.VisitedBy.Value != 0 && student.VisitedBy != by))
            return Outcome.Refused(RefusalCode.Claimed, turn.Position);
        UndoOffer.Lasting(desk, turn, key, StudentParts.Visit);
        desk.Record(new Claimed(key, by, turn.At));
        desk.Fold(classroom);
        return Outcome.Accepted(turn.Position);
    }

    /// <inheritdoc/>
    public Outcome ReleaseClaim(in Turn turn, ReleaseClaim command)
    {
        if (Here() is not { } student) return Outcome.Refused(RefusalCode.UnknownStudent, turn.Position);
        if (student.ClaimedBy.Value == 0) return Outcome.Refused(RefusalCode.NothingToDo, turn.Position);
        UndoOffer.Lasting(desk, turn, key, StudentParts.Visit);
        desk.Record(new ClaimReleased(key, new AdultKey(turn.By.Key), turn.At));
        desk.Fold(classroom);
        return Outcome.Accepted(turn.Position);
    }

    /// <inheritdoc/>
    public Outcome NotNow(in Turn turn, NotNow command)
    {
        if (!classroom.LessonRuns) return Outcome.Refused(RefusalCode.NoLesson, turn.Position);
        if (Here() is null) return Outcome.Refused(RefusalCode.UnknownStudent, turn.Position);
        var until = turn.At + TimeSpan.FromMinutes(Math.Clamp(command.Minutes, 1, 60));
        UndoOffer.Lasting(desk, turn, key, StudentParts.PutOff);
        desk.Record(new ReasonPutOff(key, new AdultKey(turn.By.Key), command.Reason, until));
        desk.Fold(classroom);
        return Outcome.Accepted(turn.Position);
    }

    /// <inheritdoc/>
    public Outcome Observe(in Turn turn, Observe command)
    {
        if (Here() is not { } student) return Outcome.Refused(RefusalCode.UnknownStudent, turn.Position);
        var slot = classroom.SlotOf(command.Skill);
        if (slot < 0 || !classroom.IsListed(slot)) return Outcome.Refused(RefusalCode.UnknownSkill, turn.Position);

        // Weighs as one attempt on the skill; what an adult saw says nothing of the device's items.
        var ability = student.Ability;
        var item = default(ItemEstimate);
        Span<MasteryEstimate> skill = [student.Skill(slot)];
        var answer = new Answer(command.GotIt ? 1f : 0f, true, 0, -1, EvidenceKind.Observed, turn.At, 0);
        AnswerRule.Count(answer, classroom.Policy, ref ability, ref item, skill);
        UndoOffer.Lasting(desk, turn, key, StudentParts.Estimate | StudentParts.Seen, command.Skill);
        desk.Record(new SkillObserved(key, command.Skill, command.GotIt, command.Item, command.Text, new AdultKey(turn.By.Key), turn.At));
        desk.Record(new EstimateMoved(key, command.Skill, skill[0]));
        desk.Fold(classroom);
        return Settled(turn);
    }

    /// <inheritdoc/>
    public Outcome OverrideNextStep(in Turn turn, OverrideNextStep command)
    {
        if (!classroom.LessonRuns) return Outcome.Refused(RefusalCode.NoLesson, turn.Position);
        if (Here() is null) return Outcome.Refused(RefusalCode.UnknownStudent, turn.Position);
        if (command.Skill.Value != 0 && (classroom.SlotOf(command.Skill) is var slot && (slot < 0 || !classroom.IsListed(slot))))
            return Outcome.Refused(RefusalCode.UnknownSkill, turn.Position);
        if (command.Item.Value != 0 && classroom.SlotOf(command.Item) < 0) return Outcome.Refused(RefusalCode.UnknownItem, turn.Position);
        UndoOffer.Lasting(desk, turn, key, StudentParts.Pin);
        desk.Record(new NextStepPinned(key, command.Skill, command.Item, command.Until));
        desk.Fold(classroom);
        return Settled(turn);
    }
}
