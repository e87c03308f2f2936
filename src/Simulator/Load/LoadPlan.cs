using System.Collections.Immutable;
using System.Globalization;
using LiveClass.Simulator.Http;

namespace LiveClass.Simulator.Load;

/// <summary>
/// An open-loop load: answer n is due at n / rate seconds, whatever became of those before it. Students take turns, so each source's
/// numbers run without gaps. The n-th answer is the same for the same run and seed.
/// </summary>
/// <param name="Run">Makes the sources of this run its own.</param>
/// <param name="Seed">Decides scores, skills and items.</param>
/// <param name="Students">How many students; 30 to a classroom.</param>
/// <param name="Rate">Answers a second in total.</param>
/// <param name="Seconds">For how long.</param>
public sealed record LoadPlan(string Run, int Seed, int Students, int Rate, int Seconds)
{
    private const int ClassroomSize = 30;
    private const int SkillCount = 12;
    private const int ItemCount = 60;

    /// <summary>Answers in all.</summary>
    public int Total => checked(Rate * Seconds);

    /// <summary>How many classrooms the students fill.</summary>
    public int ClassroomCount => (Students + ClassroomSize - 1) / ClassroomSize;

    /// <summary>When an answer is due, from the start.</summary>
    public TimeSpan Due(int answer) => TimeSpan.FromSeconds((double)answer / Rate);

    /// <summary>The id of the n-th classroom, from 0.</summary>
    public static string ClassroomId(int index) => $"load-{index + 1:D3}";

    /// <summary>The skills of every classroom.</summary>
    public static ImmutableArray<string> Skills { get; } = [.. Enumerable.Range(1, SkillCount).Select(static skill => $"load-k{skill:D2}")];

    /// <summary>The n-th classroom as it is made on the server.</summary>
    public ClassroomBody Classroom(int index)
    {
        var first = index * ClassroomSize;
        var count = Math.Min(ClassroomSize, Students - first);
        return new ClassroomBody(
            $"Load {index + 1}",
            [.. Skills.Select(static skill => new SkillBody(skill))],
            [.. Enumerable.Range(first, count).Select(static student => new StudentBody(StudentId(student), $"Student {student + 1}"))],
            Stations.OfAnyClassroom(count));
    }

    /// <summary>The n-th answer, from 0.</summary>
    public EvidenceItem Answer(int answer)
    {
        var student = answer % Students;
        var random = new Random(unchecked((Seed * 1_000_003) + answer));
        var item = random.Next(ItemCount);
        return new EvidenceItem
        {
            Source = string.Create(CultureInfo.InvariantCulture, $"load-{Run}-{student}.{SourceBits.Of($"load/{Run}/{student}"):x16}"),
            Sequence = (answer / Students) + 1,
            Classroom = ClassroomId(student / ClassroomSize),
            Student = StudentId(student),
            Item = $"load-i{item + 1:D2}",
            Skills = [Skills[item % SkillCount]],
            Score = random.NextDouble() < 0.7 ? 1 : 0,
            Kind = "practice",
            DurationMs = random.Next(4_000, 60_000),
        };
    }

    private static string StudentId(int student) => $"load-s{student + 1:D4}";
}
