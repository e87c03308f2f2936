using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Silo.Checkpoints;
using LiveClass.Silo.Grains.Classroom;

namespace LiveClass.Silo.Turns;

/// <summary>
/// Runs a few turns of a classroom that does not exist, before the first real one. A process's first turn is compiled while it runs
/// and takes a hundred times as long as any other; with its entry marked as in hand all that time, a process that is
/// killed twice soon after its start would seem to have died of that entry.
/// </summary>
public static class TurnWarmUp
{
    /// <summary>Runs them. Touches nothing but its own memory.</summary>
    public static void Run()
    {
        var desk = new TurnDesk();
        var runner = new TurnRunner(desk);
        var grains = new ClassroomGrains(new ClassroomState(new ClassroomKey(1)), desk);
        var body = new ByteWriter();
        EntryFormat.Write(body, new RecordsEntry(new SourceKey(1), 1, new ClassroomConfigured(
            new SchoolKey(1), [new RosterLine(new StudentKey(1), false)], [new SkillLine(new SkillKey(1), [])], [])));
        EntryFormat.Write(body, new CommandEntry(
            new CommandKey(1), new Actor(ActorKind.Web, 0), 0, 0, new StartLesson([new SkillKey(1)], Instant.None, LessonBlockKind.Flex)));
        for (var sequence = 1; sequence <= 3; sequence++) EntryFormat.Write(body, Answer(sequence));
        EntryFormat.Write(body, Answer(1));
        EntryFormat.Write(body, new Mark(new SourceKey(2), 9, 0));

        var entries = new EntryCursor(body.Written, 1);
        while (entries.MoveNext()) runner.Run(grains, entries.Position, new Instant(entries.Position), entries.Current);
        body.Clear();
        CheckpointFormat.Write(body, grains.State);
    }

    private static Evidence Answer(long sequence) => new()
    {
        Source = new SourceKey(2),
        Sequence = sequence,
        Student = new StudentKey(1),
        Item = new ItemKey(1),
        Skills = SkillSet.Of(new SkillKey(1)),
        Score = sequence % 2,
        Attempt = 1,
        DurationMs = 5000,
    };
}
