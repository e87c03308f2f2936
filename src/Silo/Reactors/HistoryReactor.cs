using System.Collections.Immutable;
using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Events;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Grains.Abstractions.Tracing;
using LiveClass.Records.History;

namespace LiveClass.Silo.Reactors;

/// <summary>Makes history rows of counted answers, for reading by student, skill and day.</summary>
public sealed class HistoryReactor(HistoryStore history) : IReactor
{
    /// <inheritdoc/>
    public string Name => "history";

    /// <inheritdoc/>
    public async ValueTask ReactAsync(IReadOnlyList<JournalBlock> blocks, CancellationToken cancellation)
    {
        var rows = new List<HistoryRow>();
        foreach (var block in blocks) AddRows(rows, block);
        var moved = blocks.SelectMany(MovedIn).ToArray();
        if (rows.Count + moved.Length == 0) return;
        using var hop = Hop.StartAlone(Hop.History);
        if (hop is not null)
            foreach (var block in blocks) Hop.Over(hop, block.Classroom, block.From, block.To);
        await history.WriteAsync(rows, cancellation);
        await history.MoveAsync(moved, cancellation);
    }

    private static IEnumerable<HistoryMove> MovedIn(JournalBlock block) =>
        from rare in JournalRare.Of(block)
        let moved = rare.Event as AnswersMoved
        where moved is not null
        from answer in moved.Answers
        select new HistoryMove(
            block.Classroom, answer.Position, answer.Student, [.. answer.Skills.Select(figures => new HistorySkill(figures.Skill, figures.Mastery, figures.Next))]);

    /// <summary>The history rows of a block.</summary>
    public static void AddRows(List<HistoryRow> rows, JournalBlock block)
    {
        var walk = new EventWalk(block.Format, block.Body.Span);
        var (position, received) = (0L, Instant.None);
        AnswerCounted? answer = null;
        var skills = ImmutableArray.CreateBuilder<HistorySkill>();
        while (walk.MoveNext())
        {
            switch (walk.Tag)
            {
                case EventTag.Entry:
                    Finish();
                    (position, received) = (walk.Position, walk.Received);
                    break;
                case EventTag.AnswerCounted:
                    answer = walk.Answer();
                    break;
                case EventTag.EstimateMoved:
                    var moved = walk.Estimate();
                    skills.Add(new HistorySkill(moved.Skill, moved.Estimate.Mastery, moved.Estimate.Next));
                    break;
            }
        }

        Finish();

        void Finish()
        {
            if (answer is { } counted) rows.Add(RowOf(block, position, received, counted, skills.DrainToImmutable()));
            answer = null;
            skills.Clear();
        }
    }

    private static HistoryRow RowOf(
        JournalBlock block, long position, Instant received, in AnswerCounted counted, ImmutableArray<HistorySkill> skills)
    {
        var evidence = counted.Evidence;
        return new HistoryRow
        {
            Position = position,
            Classroom = block.Classroom,
            Student = evidence.Student,
            Item = evidence.Item,
            Skills = skills,
            Score = evidence.Score,
            Kind = evidence.Kind,
            Attempt = evidence.Attempt,
            FirstAttempt = counted.First,
            At = counted.At,
            Received = received,
            DurationMs = evidence.DurationMs,
            Hints = evidence.Hints,
            Response = evidence.Response,
            Misconception = evidence.Misconception,
            Form = evidence.Form,
            Source = evidence.Source,
            Sequence = evidence.Sequence,
        };
    }
}
