using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Learning.Mastery;

namespace LiveClass.Bench.Mastery;

/// <summary>Streams a log through the rules that the grains use: predict, then show, one pass, in order.</summary>
public sealed class MasteryRun(int students, int items, int skillCount)
{
    // A log's times are only differences; this keeps its zeroth second from meaning "no time".
    private const long Epoch = 1_000_000_000_000;

    private readonly AbilityEstimate[] abilities = new AbilityEstimate[students];
    private readonly ItemEstimate[] difficulties = new ItemEstimate[items];
    private readonly MasteryEstimate[] estimates = new MasteryEstimate[students * skillCount];

    /// <summary>Plays rows; writes the chance given to each before it was shown where <paramref name="predictions"/> has room.</summary>
    public void Play(List<Response> rows, ResponseLog log, Span<double> predictions)
    {
        Span<MasteryEstimate> skills = stackalloc MasteryEstimate[SkillSet.Capacity];
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            var count = Math.Min(row.SkillCount, SkillSet.Capacity);
            var mine = skills[..count];
            for (var k = 0; k < count; k++) mine[k] = estimates[Slot(row, log, k)];

            ref var student = ref abilities[row.Student];
            ref var item = ref difficulties[row.Item];
            var at = row.Seconds == 0 ? Instant.None : new Instant(Epoch + row.Seconds * 1000);
            if (i < predictions.Length) predictions[i] = NextAnswer.Chance(student, item, mine, at, options: 0);
            var answer = new Answer(row.Right ? 1 : 0, FirstAttempt: true, Hints: 0, DurationMs: -1, EvidenceKind.Practice, at, Options: 0);
            AnswerRule.Count(answer, ClassroomPolicy.Default, ref student, ref item, mine);

            for (var k = 0; k < count; k++) estimates[Slot(row, log, k)] = mine[k];
        }
    }

    private int Slot(in Response row, ResponseLog log, int k) => row.Student * skillCount + log.Skills[row.FirstSkill + k];
}
