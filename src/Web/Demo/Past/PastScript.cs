using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Records.Texts;
using LiveClass.Simulator.Demo;

namespace LiveClass.Web.Demo.Past;

/// <summary>
/// What happens in a lesson of the past at given times, besides answers: who comes, where they sit, what the teacher does, whose hand
/// goes up. One walk through a lesson; ask in the order of time.
/// </summary>
internal sealed class PastScript
{
    /// <summary>How far today's lesson has come when the demo starts.</summary>
    public static readonly TimeSpan Today = TimeSpan.FromMinutes(14);

    private readonly Queue<(TimeSpan At, Action<PastPage, Instant> Do)> left;
    private readonly PastRoom room;
    private readonly PastRecords records;

    private PastScript(PastRoom room, PastRecords records, Func<PastScript, IEnumerable<(double Minute, Action<PastPage, Instant> Do)>> story)
    {
        (this.room, this.records) = (room, records);
        left = new(story(this).OrderBy(part => part.Minute).Select(part => (TimeSpan.FromMinutes(part.Minute), part.Do)));
    }

    private Actor Teacher => new(ActorKind.Adult, room.Teacher.Value);

    /// <summary>Yesterday's lesson: everybody works on a device.</summary>
    public static PastScript OfYesterday(PastRoom room, PastRecords records) => new(room, records, script =>
    [
        (0, script.Start(room.Room.Yesterday)),
        .. room.Room.Students.Select((student, index) => (0.2 + (index % 9 * 0.1), script.Comes(student))),
        (18, script.Visits(room.Place(3))),
        (31, script.Visits(room.Place(2))),
    ]);

    /// <summary>Today's lesson up to now: everybody sits at a station.</summary>
    public static PastScript OfToday(PastRoom room, PastRecords records) => new(room, records, script =>
    [
        (0, script.Start(room.Room.Targets)),
        .. room.Room.Students.Where(student => student.Habit is not (DemoHabit.Absent or DemoHabit.Late))
            .Select((student, index) => (0.2 + (index * 7 % 13 * 0.1), script.Comes(student))),
        .. room.Room.Students.Where(student => student.Station is not null).Select(student => (0.1, script.Sits(student))),
        .. room.Room.Targets.Contains("k11") ? [] : new (double, Action<PastPage, Instant>)[] { (2, script.Pins(room.Place(2), "k11")) },
        (3, script.Notes(room.Room)),
        (5, script.Visits(room.Place(21))),
        (6, script.IsAbsent(room.Place(17))),
        (8, script.Visits(room.Place(26))),
        (9, script.Saw(room.Place(6), room.Room.Hard, gotIt: true)),
        (9.5, script.Saw(room.Place(16), room.Room.Hard, gotIt: false)),
        (11, script.Visits(room.Place(10))),
        (12.4, script.RaisesHand(room.Place(19))),
        (13.3, script.RaisesHand(room.Place(5))),
        .. room.Room.Students.Where(student => student.Habit == DemoHabit.Late).Select(student => ((Today + DemoMoments.Late).TotalMinutes, script.Comes(student))),
        .. room.Room.Students.SelectMany(student => DemoMoments.Hands(student).Select(hand => ((Today + hand.Up).TotalMinutes, script.RaisesHand(student)))),
    ]);

    /// <summary>Writes what is due by now.</summary>
    public void Write(PastPage page, TimeSpan into, Instant now)
    {
        while (left.TryPeek(out var next) && next.At <= into) left.Dequeue().Do(page, now);
    }

    private Action<PastPage, Instant> Start(IEnumerable<string> targets) => (page, now) =>
        page.Add(Teacher, _ => new StartLesson([.. targets.Select(room.Skill)], now + DemoRoom.Length, LessonBlockKind.Rotation));

    private Action<PastPage, Instant> Comes(DemoStudent student) => (page, _) =>
        page.Add(new Actor(ActorKind.Web, 0), _ => new JoinLesson(room.Key(student)));

    private Action<PastPage, Instant> Sits(DemoStudent student) => (page, _) =>
        page.Add(Teacher, _ => new MoveToStation(room.Key(student), room.Record.Station(student.Station!)!.Key));

    private Action<PastPage, Instant> IsAbsent(DemoStudent student) => (page, _) =>
        page.Add(Teacher, _ => new MarkPresence(room.Key(student), Presence.Absent));

    private Action<PastPage, Instant> Visits(DemoStudent student) => (page, _) =>
        page.Add(Teacher, _ => new Visit(room.Key(student), VisitPhase.Both));

    private Action<PastPage, Instant> Saw(DemoStudent student, string skill, bool gotIt) => (page, _) =>
        page.Add(Teacher, _ => new Observe(room.Key(student), room.Skill(skill), gotIt, default, default));

    private Action<PastPage, Instant> Pins(DemoStudent student, string skill) => (page, _) =>
        page.Add(Teacher, _ => new OverrideNextStep(room.Key(student), room.Skill(skill), default, Instant.None));

    private Action<PastPage, Instant> RaisesHand(DemoStudent student) => (page, _) =>
        page.Add(new Actor(ActorKind.Student, room.Key(student).Value), _ => new RaiseHand(
            room.Key(student), default, DemoMoments.PlaceOf(student) < 10 ? HandTopic.Check : HandTopic.Stuck));

    private Action<PastPage, Instant> Notes(DemoRoom of) => (page, _) =>
        page.Add(Teacher, key => new AddNote(
            room.Record.Student(of.Apart.One)!.Key, default,
            records.Keep(TextPurpose.Text, TextOrigin.Of(key), $"Not beside {room.Record.Student(of.Apart.Other)!.Name}: the two work better apart."),
            NoteReaders.Teachers));
}
