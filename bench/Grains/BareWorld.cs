using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Learning.Help;
using LiveClass.Learning.Mastery;
using LiveClass.Learning.NextSteps;
using LiveClass.Learning.Progressions;

namespace LiveClass.Bench.Grains;

/// <summary>The same calls of the rules that a turn makes, in a bare loop: no format, no lookup, no event, no ledger of what was seen.</summary>
internal sealed class BareWorld(BareRoom[] rooms)
{
    private static readonly Progression Progression = Progression.Of(SchoolShape.Classroom.Skills);
    private static readonly int[] Targets = [.. SchoolShape.Lesson.Targets.Select(Progression.IndexOf)];
    private static readonly ClassroomPolicy Policy = ClassroomPolicy.Default;

    public BareRoom[] Rooms => rooms;

    public void Run(AnswerStream stream)
    {
        foreach (ref readonly var line in stream.Lines) Answer(rooms[line.Room], line.Received, line.Evidence);
    }

    public static void Answer(BareRoom room, Instant received, in Evidence e)
    {
        var index = e.Student.Value - 1;
        ref var student = ref room.Students[index];
        var estimates = room.Estimates.AsSpan(index * SchoolShape.Skills, SchoolShape.Skills);
        var item = e.Item.Value - 1;

        var moved = estimates.Slice(e.Skills[0].Value - 1, 1);
        var at = e.At(received);
        var answer = new Answer(e.Score, e.Attempt == 1, e.Hints, e.DurationMs, e.Kind, at, room.Choices[item]);
        AnswerRule.Count(answer, Policy, ref student.Ability, ref room.Items[item], moved);
        student.LastItem = item;
        student.LastSkill = e.Skills[0].Value - 1;
        if (at > student.LastAnswerAt) student.LastAnswerAt = at;
        room.Ordinal++;

        student.NextStep = NextStepRule.Choose(new NextStepQuestion
        {
            Policy = Policy,
            Progression = Progression,
            Skills = estimates,
            Student = student.Ability,
            Targets = Targets,
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
            Now = received,
            Seed = room.Ordinal,
        });
        student.Help = Judge(student, estimates, received);
    }

    private static HelpReasons Judge(in BareStudent student, ReadOnlySpan<MasteryEstimate> estimates, Instant now)
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
                LastSkillKey = new SkillKey(student.LastSkill + 1),
            },
            found);
        return HelpReasons.Of(found[..count]);
    }
}
