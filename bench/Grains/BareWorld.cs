using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Learning.Help;
using LiveClass.Learning.Mastery;
using LiveClass.Learning.NextSteps;

namespace LiveClass.Bench.Grains;

/// <summary>The same calls of the rules that a turn makes, in a bare loop: no format, no lookup, no event, no ledger of what was seen.</summary>
internal sealed class BareWorld(BareRoom[] rooms)
{
    private static readonly ClassroomPolicy Policy = ClassroomPolicy.Default;

    public BareRoom[] Rooms => rooms;

    public void Run(ReadOnlySpan<AnswerStream.Line> lines)
    {
        foreach (ref readonly var line in lines) Answer(rooms[line.Room], line);
    }

    public static void Answer(BareRoom room, in AnswerStream.Line line)
    {
        var e = line.Evidence;
        ref var student = ref room.Students[line.Student];
        var count = room.Progression.Count;
        var estimates = room.Estimates.AsSpan(line.Student * count, count);

        var at = e.At(line.Received);
        var answer = new Answer(e.Score, e.Attempt == 1, e.Hints, e.DurationMs, e.Kind, at, room.OptionsOf(line.Item));
        AnswerRule.Count(answer, Policy, ref student.Ability, ref room.Items[line.Item], estimates.Slice(line.Skill, 1));
        student.LastItem = line.Item;
        student.LastSkill = line.Skill;
        if (at > student.LastAnswerAt) student.LastAnswerAt = at;
        room.Ordinal++;

        student.NextStep = NextStepRule.Choose(new NextStepQuestion
        {
            Policy = Policy,
            Progression = room.Progression,
            Skills = estimates,
            Student = student.Ability,
            Targets = room.Targets,
            Items = room,
            LastItem = student.LastItem,
            Current = student.NextStep,
            PinnedSkill = -1,
            PinnedItem = default,
            PinnedUntil = default,
            LessonRunning = true,
            EyesUp = false,
            Station = null,
            StationKey = default,
            Now = line.Received,
            Seed = room.Ordinal,
        });
        student.Help = Judge(room, student, estimates, line.Received);
    }

    private static HelpReasons Judge(BareRoom room, in BareStudent student, ReadOnlySpan<MasteryEstimate> estimates, Instant now)
    {
        Span<HelpNeeded> found = stackalloc HelpNeeded[HelpReasons.Capacity];
        var held = student.Help;
        var count = HelpRule.Judge(
            new HelpQuestion
            {
                Policy = Policy,
                Now = now,
                JoinedAt = student.JoinedAt,
                LastAnswerAt = student.LastAnswerAt,
                ExpectedSince = student.ExpectedSince,
                Student = student.Ability,
                Skills = estimates,
                Presence = Presence.Here,
                Station = null,
                Card = student.NextStep.Kind,
                Block = LessonBlockKind.Flex,
                LessonRunning = true,
                EyesUp = false,
                LinkLost = false,
                HandUp = false,
                HandSince = default,
                Held = held.Span,
                LastSkill = student.LastSkill,
                LastSkillKey = room.Progression.Key(student.LastSkill),
            },
            found);
        return HelpReasons.Of(found[..count]);
    }
}
