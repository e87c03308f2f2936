namespace LiveClass.Bench.Grains;

/// <summary>
/// What a turn reads and writes, over plain arrays, without a rule: the student with all estimates, the item and the items of a
/// skill, the classroom, the source with the place of its number. How this slows down with size is what memory alone costs.
/// </summary>
internal sealed class ArrayWorld(int rooms)
{
    // In words of 8 bytes.
    private const int Student = 32;
    private const int Estimate = 4;
    private const int Item = 2;
    private const int Room = 8;
    private const int Source = 4;
    private const int Hashes = 128 * 2;

    private readonly long[] students = new long[rooms * SchoolShape.Students * Student];
    private readonly long[] estimates = new long[rooms * SchoolShape.Students * SchoolShape.Skills * Estimate];
    private readonly long[] items = new long[rooms * SchoolShape.Items * Item];
    private readonly long[] classrooms = new long[rooms * Room];
    private readonly long[] sources = new long[rooms * SchoolShape.Students * Source];
    private readonly long[] hashes = new long[rooms * SchoolShape.Students * Hashes];

    /// <summary>Plays the answers; gives a sum of what was read, so that nothing can be left out.</summary>
    public long Run(AnswerStream stream)
    {
        var sum = 0L;
        foreach (ref readonly var line in stream.Lines)
        {
            var who = (line.Room * SchoolShape.Students) + line.Student;
            var skill = line.Skill;
            sum += Touch(classrooms, line.Room * Room, Room);
            sum += Touch(students, who * Student, Student);
            sum += Touch(sources, who * Source, Source);
            sum += hashes[(who * Hashes) + (int)(line.Evidence.Sequence & 127) * 2]++;
            sum += Read(estimates, who * SchoolShape.Skills * Estimate, SchoolShape.Skills * Estimate);
            estimates[((who * SchoolShape.Skills) + skill) * Estimate]++;
            var given = ((line.Room * SchoolShape.Items) + (((skill + 1) % SchoolShape.Skills) * SchoolShape.ItemsOfSkill)) * Item;
            sum += Read(items, given, SchoolShape.ItemsOfSkill * Item);
            sum += Touch(items, ((line.Room * SchoolShape.Items) + line.Item) * Item, Item);
        }

        return sum;
    }

    private static long Read(long[] from, int at, int count)
    {
        var sum = 0L;
        foreach (var word in from.AsSpan(at, count)) sum += word;
        return sum;
    }

    private static long Touch(long[] of, int at, int count)
    {
        var sum = 0L;
        foreach (ref var word in of.AsSpan(at, count)) sum += word++;
        return sum;
    }
}
