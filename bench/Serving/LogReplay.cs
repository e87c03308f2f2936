using LiveClass.Bench.Measuring;
using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Grains.Abstractions.Outcomes;
using LiveClass.Silo.Grains.Classroom;
using LiveClass.Silo.Turns;

namespace LiveClass.Bench.Serving;

/// <summary>A log played again by the rules, from its first entry, in this process.</summary>
internal sealed class LogReplay
{
    private readonly TurnDesk desk = new();
    private readonly TurnRunner runner;
    private readonly Dictionary<ClassroomKey, ClassroomGrains> classrooms = [];

    public LogReplay() => runner = new TurnRunner(desk);

    /// <summary>The classrooms as they stand.</summary>
    public IEnumerable<ClassroomState> States => classrooms.Values.Select(grains => grains.State);

    /// <summary>Answers that were counted; repeats are dropped.</summary>
    public long Answers { get; private set; }

    /// <summary>Plays a block.</summary>
    public void Play(LogBlock block)
    {
        if (!classrooms.TryGetValue(block.Classroom, out var grains))
            classrooms.Add(block.Classroom, grains = new ClassroomGrains(new ClassroomState(block.Classroom), desk));
        var entries = new EntryCursor(block.Body.Span, block.First);
        while (entries.MoveNext())
        {
            var outcome = runner.Run(grains, entries.Position, block.Received, entries.Current);
            if (EntryFormat.KindOf(entries.Current) != EntryKind.Evidence) continue;
            if (outcome.Kind == OutcomeKind.Accepted) Answers++;
            else BenchFailureException.Unless(outcome.Kind == OutcomeKind.Duplicate, $"An answer ended as {outcome.Kind}.");
        }
    }
}
