using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Events;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Learning.Help;
using LiveClass.Learning.NextSteps;
using LiveClass.Silo.Grains.Classroom;
using LiveClass.Silo.Turns;

namespace LiveClass.Silo.Grains.Student;

/// <summary>What follows for a student from how things stand: the next step and the reasons for help.</summary>
internal static class StudentOutlook
{
    // What is not on the classroom's list can neither be asked for nor stand in the way.
    private static readonly MasteryEstimate Unlisted = new() { Mastery = 1, Next = 1, Level = MasteryLevel.Mastered, ReachedMastery = true, Opportunities = 1 };

    /// <summary>Asks the rules again and records what changed.</summary>
    public static void Settle(ClassroomState classroom, StudentState student, TurnDesk desk, Instant now)
    {
        var skills = SkillsOf(classroom, student, desk);
        var next = Choose(classroom, student, skills, now);
        if (next != student.NextStep) desk.Record(new NextStepChosen(student.Key, next));

        var help = Judge(classroom, student, skills, next.Kind, now);
        if (help != student.Help) desk.Record(new HelpChanged(student.Key, help));
    }

    /// <summary>The next moment that the clock must notice for a student; none where there is none. It may have passed.</summary>
    public static Instant NextDue(ClassroomState classroom, StudentState student, TurnDesk desk)
    {
        if (!classroom.LessonRuns || student.Ended) return Instant.None;
        var held = student.Help;
        var question = Ask(classroom, student, SkillsOf(classroom, student, desk), student.NextStep.Kind, student.IdleNoticed, held.Span);
        return HelpRule.NextDue(question);
    }

    private static NextStep Choose(ClassroomState classroom, StudentState student, ReadOnlySpan<MasteryEstimate> skills, Instant now)
    {
        var lesson = classroom.Lesson;
        var question = new NextStepQuestion
        {
            Policy = classroom.Policy,
            Progression = classroom.Progression,
            Skills = skills,
            Student = student.Ability,
            Targets = classroom.TargetSlots,
            Items = classroom,
            LastItem = student.LastItem,
            Current = student.NextStep,
            PinnedSkill = student.PinnedSkill,
            PinnedItem = student.PinnedItem,
            PinnedUntil = student.PinnedUntil,
            LessonRunning = lesson is { Running: true },
            EyesUp = lesson is { EyesUp: true },
            Station = classroom.Find(student.Station)?.Line.Kind,
            StationKey = student.Station,
            Now = now,
            Check = student.Check is { } check && classroom.SlotOf(check.Skill) is >= 0 and var slot && classroom.IsListed(slot)
                ? new CheckAsked(slot, check.Kind, check.ByTeacher)
                : null,
            Answered = student.Answered,
            Chosen = student.Chosen.Value == 0 ? 0 : classroom.SlotOf(student.Chosen) + 1,
            PaperDone = PaperSlots(classroom, student),
            StationDone = student.Station.Value != 0 && student.PaperStation == student.Station,
            Seed = classroom.Ordinal,
        };
        return NextStepRule.Choose(question);
    }

    private static ReadOnlySpan<int> PaperSlots(ClassroomState classroom, StudentState student)
    {
        if (student.PaperSkills.Count == 0) return default;
        var slots = new int[student.PaperSkills.Count];
        for (var i = 0; i < slots.Length; i++) slots[i] = classroom.SlotOf(student.PaperSkills[i]);
        return slots;
    }

    private static HelpReasons Judge(
        ClassroomState classroom, StudentState student, ReadOnlySpan<MasteryEstimate> skills, NextStepKind card, Instant now)
    {
        if (!classroom.LessonRuns) return default;
        Span<HelpNeeded> found = stackalloc HelpNeeded[HelpReasons.Capacity];
        var held = student.Help;
        var count = HelpRule.Judge(Ask(classroom, student, skills, card, now, held.Span), found);
        return HelpReasons.Of(found[..count]);
    }

    private static HelpQuestion Ask(
        ClassroomState classroom, StudentState student, ReadOnlySpan<MasteryEstimate> skills, NextStepKind card, Instant now,
        ReadOnlySpan<HelpNeeded> held)
    {
        var lesson = classroom.Lesson;
        return new HelpQuestion
        {
            Policy = classroom.Policy,
            Now = now,
            JoinedAt = student.JoinedAt,
            LastAnswerAt = student.LastAnswerAt,
            ExpectedSince = student.ExpectedSince,
            Student = student.Ability,
            Skills = skills,
            Presence = student.Presence,
            Station = classroom.Find(student.Station)?.Line.Kind,
            Card = card,
            Block = lesson?.Block ?? LessonBlockKind.None,
            LessonRunning = lesson is { Running: true },
            EyesUp = lesson is { EyesUp: true },
            LinkLost = false,
            HandUp = student.HandSince.IsSome,
            HandSince = student.HandSince,
            Held = held,
            LastSkill = student.LastSkill < skills.Length ? student.LastSkill : -1,
            LastSkillKey = student.LastSkill >= 0 && student.LastSkill < skills.Length ? classroom.Skills[student.LastSkill] : default,
        };
    }

    private static ReadOnlySpan<MasteryEstimate> SkillsOf(ClassroomState classroom, StudentState student, TurnDesk desk)
    {
        var count = classroom.Progression.Count;
        if (classroom.AllListed && student.Skills.Length == count) return student.Skills;
        var copy = desk.Copies(count);
        for (var slot = 0; slot < count; slot++) copy[slot] = classroom.IsListed(slot) ? student.Skill(slot) : Unlisted;
        return copy;
    }
}
