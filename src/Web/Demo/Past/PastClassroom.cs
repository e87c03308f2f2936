using System.Collections.Immutable;
using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Silo.Grains.Classroom;
using LiveClass.Simulator.Demo;

namespace LiveClass.Web.Demo.Past;

/// <summary>A classroom in the rehearsal: its students, what is on their cards, and what they write.</summary>
internal sealed class PastClassroom : IDisposable
{
    // Yesterday the teacher spoke first.
    private static readonly TimeSpan TalkOfYesterday = TimeSpan.FromMinutes(17);
    private readonly ISubscription<object> changes;
    private readonly ClassroomState state;
    private readonly Dictionary<int, string> itemIds;
    private readonly ImmutableArray<PastStudent> students;
    private PastScript? script;
    private Instant began;
    private bool today;

    /// <summary>One before its first entry.</summary>
    public PastClassroom(PastRoom room, PastRecords records, IBroadcast broadcast, int seed)
    {
        Room = room;
        Page = new PastPage(room.Record.Partition, room.Record.Key);
        changes = broadcast.Subscribe(room.Record.Key);
        state = new ClassroomState(room.Record.Key);
        itemIds = room.Items.Values.SelectMany(items => items).ToDictionary(item => item.Key.Value, item => item.Id);
        students = [.. room.Room.Students.Select(student => new PastStudent(room, student, new DemoLearner(room.Room, student, seed), records))];
    }

    /// <summary>Who and where.</summary>
    public PastRoom Room { get; }

    /// <summary>The classroom as what was published made it.</summary>
    public ClassroomState State => state;

    /// <summary>What it gets now.</summary>
    public PastPage Page { get; }

    /// <summary>Writes its configuration, and what its students answered days before.</summary>
    public void BeginWithWhatIsKnown(Instant writtenAt, Instant now)
    {
        foreach (var entry in Room.Configuration) Page.Add(entry);
        var learners = students.ToDictionary(student => student.Student.Id, student => student.Learner, StringComparer.Ordinal);
        var byId = students.ToDictionary(student => student.Student.Id, StringComparer.Ordinal);
        var keys = Room.Items.Values.SelectMany(items => items).ToDictionary(item => item.Id, item => item.Key, StringComparer.Ordinal);
        foreach (var answer in DemoHistory.Of(Room.Room, learners, skill => [.. Room.Items.GetValueOrDefault(skill, []).Select(item => item.Id)]))
        {
            var ago = writtenAt - (now - answer.Before);
            Page.Add(byId[answer.Student.Id].Evidence(answer.Skill, keys[answer.Item], answer.Answer, TimeSpan.FromSeconds(12), ago));
        }
    }

    /// <summary>A lesson begins.</summary>
    public void Begin(PastScript lesson, Instant at)
    {
        today = script is not null;
        (script, began) = (lesson, at);
    }

    /// <summary>Everybody does what is due by now.</summary>
    public void Work(Instant now)
    {
        script!.Write(Page, now - began, now);
        if (!state.LessonRuns || (!today && now - began < TalkOfYesterday)) return;
        foreach (var student in students)
        {
            if (state.Find(student.Key) is not { Presence: Presence.Here } known || IsResting(student, now)) continue;
            var card = known.NextStep;
            if (card.Kind == NextStepKind.Choose) Page.Add(new Actor(ActorKind.Student, student.Key.Value), _ => new ChooseNextStep(student.Key, card.Skill));
            else if (student.Work(card, itemIds.GetValueOrDefault(card.Item.Value), now) is { } answer) Page.Add(answer);
        }
    }

    /// <summary>Takes what was published of it: its state is then that of its owner.</summary>
    public void Follow()
    {
        while (changes.TryRead(out var message))
        {
            if (message is not DeltaMessage delta || delta.To <= state.Version) continue;
            if (delta.From != state.Version) throw new InvalidOperationException($"The rehearsal of {Room.Room.Id} lost the changes between {state.Version} and {delta.From}.");
            ClassroomFold.Apply(state, delta.Format, delta.Body.Span);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => changes.Dispose();

    private bool IsResting(PastStudent student, Instant now) =>
        today && (DemoMoments.Rests(student.Student, now - began - PastScript.Today) || DemoMoments.HasNoLink(student.Student, now - began - PastScript.Today));
}
