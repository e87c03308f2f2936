using System.Collections.Immutable;
using LiveClass.Simulator.Http;

namespace LiveClass.Simulator.Replay;

/// <summary>One answer to send, and when it was given in the log.</summary>
/// <param name="Item">What is sent; the same in every run.</param>
/// <param name="Seconds">The log's time; 0 where it has none.</param>
public readonly record struct PlannedAnswer(EvidenceItem Item, double Seconds);

/// <summary>One classroom of a replay with all that it will be sent, in the log's order.</summary>
/// <param name="Id">Its id; it has the seed in it, so that a classroom gets the answers of one seed alone.</param>
/// <param name="Students">In the order of first appearance.</param>
/// <param name="Skills">Every skill that its answers name, by id.</param>
/// <param name="Targets">Its 12 most frequent skills, the most frequent first.</param>
/// <param name="Answers">What is sent. Each (source, sequence) stands here once.</param>
public sealed record ReplayClassroom(
    string Id, ImmutableArray<string> Students, ImmutableArray<string> Skills, ImmutableArray<string> Targets, ImmutableArray<PlannedAnswer> Answers)
{
    /// <summary>The classroom as it is made on the server.</summary>
    public ClassroomBody ToBody() => new(
        $"Replay {Id}",
        [.. Skills.Select(static skill => new SkillBody(skill))],
        [.. Students.Select(static student => new StudentBody(student, $"Student {student}"))],
        Stations.OfAnyClassroom(Students.Length));
}

/// <summary>Everything that a replay sends, known before it starts.</summary>
/// <param name="Classrooms">The classrooms.</param>
/// <param name="FirstSeconds">The log's earliest time; 0 where it has none.</param>
/// <param name="HasTimes">True where the log has times.</param>
public sealed record ReplayPlan(ImmutableArray<ReplayClassroom> Classrooms, double FirstSeconds, bool HasTimes)
{
    /// <summary>How many columns a teacher's board has.</summary>
    public const int TargetCount = 12;

    /// <summary>How many answers it has.</summary>
    public int Total => Classrooms.Sum(static classroom => classroom.Answers.Length);

    /// <summary>Plans a replay: the same log, number and seed give the same plan.</summary>
    public static ReplayPlan Of(IReadOnlyList<LoggedResponse> log, int classrooms, string seed)
    {
        var places = Dealing.Deal(log.Select(static response => response.Student), classrooms);
        var used = Math.Min(classrooms, Math.Max(1, places.Count));
        var drafts = Enumerable.Range(0, used).Select(index => new Draft($"replay-{seed}-{index + 1:D2}", seed)).ToArray();
        foreach (var response in log) drafts[places[response.Student]].Add(response);
        var hasTimes = log.Any(static response => response.Seconds != 0);
        return new ReplayPlan(
            [.. drafts.Select(static draft => draft.ToClassroom())], hasTimes ? log.Min(static response => response.Seconds) : 0, hasTimes);
    }

    private sealed class Draft(string id, string seed)
    {
        private readonly Dictionary<string, (string Source, long Last)> sources = new(StringComparer.Ordinal);
        private readonly List<string> students = [];
        private readonly Dictionary<string, int> skills = new(StringComparer.Ordinal);
        private readonly ImmutableArray<PlannedAnswer>.Builder answers = ImmutableArray.CreateBuilder<PlannedAnswer>();

        public void Add(LoggedResponse response)
        {
            if (!sources.TryGetValue(response.Student, out var outbox))
            {
                outbox = (ReplaySources.Of(seed, response.Student), 0);
                students.Add(response.Student);
            }
            outbox.Last++;
            sources[response.Student] = outbox;
            foreach (var skill in response.Skills) skills[skill] = skills.GetValueOrDefault(skill) + 1;
            answers.Add(new PlannedAnswer(
                new EvidenceItem
                {
                    Source = outbox.Source,
                    Sequence = outbox.Last,
                    Classroom = id,
                    Student = response.Student,
                    Item = response.Item,
                    Skills = response.Skills,
                    Score = response.Score,
                    Kind = "practice",
                },
                response.Seconds));
        }

        public ReplayClassroom ToClassroom() => new(
            id,
            [.. students],
            [.. skills.Keys.Order(StringComparer.Ordinal)],
            [.. skills.OrderByDescending(static skill => skill.Value).ThenBy(static skill => skill.Key, StringComparer.Ordinal)
                .Take(TargetCount).Select(static skill => skill.Key)],
            answers.ToImmutable());
    }
}
