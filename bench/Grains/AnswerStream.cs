using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Formats;

namespace LiveClass.Bench.Grains;

/// <summary>Answers to play, both as the log holds them and taken apart: the same for everybody who plays them.</summary>
internal sealed class AnswerStream(int capacity)
{
    private readonly ByteWriter body = new(capacity * 32);
    private readonly Line[] lines = new Line[capacity];
    private readonly int[] starts = new int[capacity + 1];

    /// <summary>One answer: whose classroom, when it was received, itself, and the places of its student, item and skill.</summary>
    public readonly record struct Line(int Room, Instant Received, Evidence Evidence, int Student, int Item, int Skill);

    public int Capacity => lines.Length;

    public int Count { get; private set; }

    public ReadOnlySpan<Line> Lines => lines.AsSpan(0, Count);

    public void Clear()
    {
        Count = 0;
        body.Clear();
    }

    public void Add(in Line line)
    {
        lines[Count] = line;
        EntryFormat.Write(body, line.Evidence);
        starts[++Count] = body.Length;
    }

    /// <summary>The bytes of an entry as a cursor over its block gives them.</summary>
    public ReadOnlySpan<byte> Entry(int index)
    {
        var cursor = new EntryCursor(body.Written[starts[index]..starts[index + 1]], 1);
        cursor.MoveNext();
        return cursor.Current;
    }
}
