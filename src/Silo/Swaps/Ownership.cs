using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Events;
using LiveClass.Silo.Reactors;

namespace LiveClass.Silo.Swaps;

/// <summary>
/// Whose answers are, by all that was said of swapped names from one lesson on. An answer of an outbox that a swap named is of the student
/// that the last one said; any other answer of the lesson is of the student that each later swap made of the one it came for.
/// </summary>
internal sealed class Ownership
{
    private readonly record struct Swap(long Start, Instant StartedAt, long Position, StudentKey One, StudentKey Other);

    private readonly List<Swap> swaps = [];
    private readonly Dictionary<SourceKey, StudentKey> ofSource = [];
    private readonly HashSet<long> undone = [];

    /// <summary>The position at which the swap's lesson started; what was before stays as it is.</summary>
    public long Start { get; private set; }

    /// <summary>True where the answers were moved already.</summary>
    public bool Done { get; private set; }

    /// <summary>Everybody who was swapped.</summary>
    public HashSet<StudentKey> Students { get; } = [];

    /// <summary>True for a command that was taken back.</summary>
    public bool IsUndone(long position) => undone.Contains(position);

    /// <summary>Reads it from a classroom's journal; null where it does not have the swap.</summary>
    /// <param name="blocks">The journal, from its start.</param>
    /// <param name="swap">The swap's position.</param>
    public static Ownership? Of(IEnumerable<JournalBlock> blocks, long swap)
    {
        var starts = new Dictionary<LessonKey, (long Position, Instant At)>();
        var swapped = new List<(long Position, StudentsSwapped Event)>();
        var moved = new List<long>();
        var found = new Ownership();
        foreach (var block in blocks)
        {
            foreach (var (position, e) in JournalRare.Of(block))
            {
                if (e is LessonStarted started) starts[started.Lesson] = (position, started.At);
                else if (e is StudentsSwapped names) swapped.Add((position, names));
                else if (e is CommandUndone back) found.undone.Add(back.Decision);
                else if (e is AnswersMoved { Students.Length: > 0 } answers) moved.Add(answers.Swap);
            }
        }

        var index = swapped.FindIndex(one => one.Position == swap);
        if (index < 0 || !starts.TryGetValue(swapped[index].Event.Lesson, out var start)) return null;
        found.Start = start.Position;
        found.Done = moved.Exists(of => of >= swap && swapped.Exists(one => one.Position == of && one.Event.Lesson == swapped[index].Event.Lesson));
        foreach (var (position, e) in swapped)
            if (position > start.Position && starts.TryGetValue(e.Lesson, out var began)) found.Add(new(began.Position, began.At, position, e.Student, e.Other), e);
        return found;
    }

    /// <summary>Whose an answer is.</summary>
    /// <param name="position">Its entry.</param>
    /// <param name="answer">The answer.</param>
    public StudentKey OwnerOf(long position, in AnswerCounted answer)
    {
        if (ofSource.TryGetValue(answer.Evidence.Source, out var named)) return named;
        var owner = answer.Evidence.Student;
        foreach (var swap in swaps)
        {
            if (position < swap.Start || position > swap.Position || answer.At < swap.StartedAt) continue;
            if (owner == swap.One) owner = swap.Other;
            else if (owner == swap.Other) owner = swap.One;
        }

        return owner;
    }

    private void Add(in Swap swap, StudentsSwapped e)
    {
        swaps.Add(swap);
        Students.Add(swap.One);
        Students.Add(swap.Other);
        foreach (var (source, student) in e.Sources) ofSource[source] = student;
    }
}
