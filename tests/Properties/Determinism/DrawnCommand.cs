using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Silo.Grains.Classroom;

namespace LiveClass.Tests.Properties.Determinism;

/// <summary>Draws a command of a person, such as can come, and such as must be refused.</summary>
internal static class DrawnCommand
{
    public static ClassroomCommand Of(Random random, ClassroomState state, Instant now)
    {
        var student = new StudentKey(random.Next(1, 6));
        var skill = new SkillKey(random.Next(1, 7));
        if (!state.LessonRuns && random.Next(3) == 0) return Start(random, now);
        return random.Next(31) switch
        {
            30 => new SwapStudents(student, new StudentKey(random.Next(1, 6)), random.Next(2) == 0 ? [] : [new SourceOwner(new SourceKey(random.Next(1, 8)), student)]),
            20 => new SetGoal(student, random.Next(-1, 12)),
            21 => new ChooseNextStep(student, state.Find(student)?.NextStep.OtherSkill is { Value: > 0 } other && random.Next(2) == 0 ? other : skill),
            22 => new AskForCheck(student, skill),
            23 => new StartCheck([student, new StudentKey(random.Next(1, 5))], skill, (EvidenceKind)random.Next(4)),
            24 => new StartBreak(student, random.Next(2) == 0 ? default : now + TimeSpan.FromMinutes(random.Next(-1, 5))),
            25 => new EndBreak(student),
            26 or 27 => new PaperDone(student),
            28 => new AdmitStudent(student),
            29 => new AddNote(random.Next(2) == 0 ? default : student, random.Next(2) == 0 ? default : skill, new TextKey(random.Next(1, 3)), (NoteReaders)random.Next(3)),
            0 => Start(random, now),
            1 or 2 => new JoinLesson(student),
            3 => new MarkPresence(student, (Presence)random.Next(6)),
            4 or 5 => new MoveToStation(student, new StationKey(random.Next(1, 5))),
            6 => new RaiseHand(student, new TextKey(random.Next(3)), random.Next(4) is var topic and < 3 ? (HandTopic)topic : null),
            7 => new LowerHand(student),
            8 => new Visit(student, (VisitPhase)random.Next(3)),
            9 => new Claim(student),
            10 => new ReleaseClaim(student),
            11 => new NotNow(student, (HelpReason)random.Next(7), random.Next(100)),
            12 => new Observe(student, skill, random.Next(2) == 0, default, default),
            13 => new OverrideNextStep(student, random.Next(3) == 0 ? default : skill, new ItemKey(random.Next(13)), random.Next(2) == 0 ? default : now + TimeSpan.FromMinutes(5)),
            14 => new EyesUp(),
            15 => new BackToWork(),
            16 => new SetPolicy(ClassroomPolicy.Default with { IdleMinutes = random.Next(0, 5), LessonEndsAfterMinutes = random.Next(5, 90) }),
            17 => random.Next(3) == 0 ? new EndLesson() : new JoinLesson(student),
            18 => new ReopenLesson(),
            _ => random.Next(2) == 0 ? new AdoptRules(random.Next(1, 3)) : new Unpark(),
        };
    }

    private static StartLesson Start(Random random, Instant now) => new(
        [.. Enumerable.Range(0, random.Next(3)).Select(_ => new SkillKey(random.Next(1, 5)))],
        random.Next(2) == 0 ? default : now + TimeSpan.FromMinutes(random.Next(-5, 90)),
        (LessonBlockKind)random.Next(7));
}
