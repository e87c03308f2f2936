using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Tests.Simulation.World;

/// <summary>A classroom's adults: they set it up, and then command, each command sent until it is known to be durable.</summary>
internal sealed class Teacher(School school, ClassroomKey room, Random random)
{
    private readonly ByteWriter body = new();
    private int records;
    private int commands;

    public async Task RunAsync()
    {
        await ChangeAsync(Configuration());
        await ChangeAsync(Items());
        await CommandAsync(new SetPolicy(ClassroomPolicy.Default with { IdleMinutes = .5, QuietMinutes = 0, LessonEndsAfterMinutes = 2 }));
        await CommandAsync(Start());
        while (school.Producing)
        {
            await school.Outside.Scheduling.Delay(school.Scenario.Pace * (4 * random.NextDouble()));
            if (random.Next(30) == 0) await ChangeAsync(random.Next(2) == 0 ? Configuration() : Items());
            else await CommandAsync(Choose());
        }
    }

    private StudentKey AnyStudent => new((room.Value * 100) + random.Next(1, school.Scenario.Students + 1));

    private SkillKey AnySkill => new(random.Next(1, 4));

    private ClassroomCommand Choose() => random.Next(14) switch
    {
        0 or 1 => Start(),
        2 => new EndLesson(),
        3 => new JoinLesson(AnyStudent),
        4 => new MarkPresence(AnyStudent, (Presence)random.Next(6)),
        5 => new MoveToStation(AnyStudent, new StationKey(random.Next(1, 3))),
        6 or 7 => new RaiseHand(AnyStudent, default),
        8 => new LowerHand(AnyStudent),
        9 => new Visit(AnyStudent, VisitPhase.Both),
        10 => new Observe(AnyStudent, AnySkill, random.Next(2) == 0, default, default),
        11 => new EyesUp(),
        12 => new BackToWork(),
        _ => new ReopenLesson(),
    };

    // Some lessons have a planned end, others end when nothing comes for two minutes.
    private StartLesson Start() => new(
        [AnySkill], random.Next(2) == 0 ? default : Instant.Of(school.Machine.Wall) + TimeSpan.FromSeconds(random.Next(10, 120)), LessonBlockKind.Rotation);

    private ClassroomConfigured Configuration() => new(
        new SchoolKey(1),
        [.. Enumerable.Range(1, school.Scenario.Students).Select(n => new RosterLine(new StudentKey((room.Value * 100) + n), records > 0 && random.Next(8) == 0))],
        [new(new SkillKey(1), []), new(new SkillKey(2), [new SkillKey(1)]), new(new SkillKey(3), [new SkillKey(2)])],
        [new(new StationKey(1), 1, StationKind.TeacherLed, 2, 1), new(new StationKey(2), 2, StationKind.Online, 12, 0)]);

    private static ItemsConfigured Items() => new(
        [.. Enumerable.Range(1, 9).Select(n => new ItemLine(new ItemKey(n), [new SkillKey(((n - 1) / 3) + 1)], EvidenceKind.Practice, 0, 0))]);

    private Task CommandAsync(ClassroomCommand command)
    {
        body.Clear();
        var key = new CommandKey(((UInt128)room.Value << 64) + (UInt128)(++commands));
        EntryFormat.Write(body, new CommandEntry(key, new Actor(ActorKind.Adult, room.Value), 0, 0, command));
        return SendUntilDurableAsync(body.Written.ToArray());
    }

    // The web that makes the change appends it, and so does the relay.
    private async Task ChangeAsync(RecordsChange change)
    {
        body.Clear();
        EntryFormat.Write(body, new RecordsEntry(new SourceKey(1_000 + room.Value), ++records, change));
        var entry = body.Written.ToArray();
        await SendUntilDurableAsync(entry);
        await SendUntilDurableAsync(entry);
    }

    private async Task SendUntilDurableAsync(byte[] entry)
    {
        while (await school.SendAsync(room, 1, entry, priority: true) is not { Result: AppendResult.Appended } || random.Next(15) == 0)
            await school.Outside.Scheduling.Delay(TimeSpan.FromMilliseconds(random.Next(1_000)));
    }
}
