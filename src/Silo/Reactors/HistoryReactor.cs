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
        if (rows.Count == 0) return;
        using var hop = Hop.StartAlone(Hop.History);
        if (hop is not null)
            foreach (var block in blocks) Hop.Over(hop, block.Classroom, block.From, block.To);
        await history.WriteAsync(rows, cancellation);
    }

    /// <summary>The history rows of a block.</summary>
    public static void AddRows(List<HistoryRow> rows, JournalBlock block)
    {
        if (block.Format != EventFormat.Version) throw new FormatViolationException($"Events of format {block.Format} are not known to this version.");
        var from = new ByteReader(block.Body.Span);
        var position = 0L;
        var received = Instant.None;
        AnswerCounted? answer = null;
        var skills = ImmutableArray.CreateBuilder<HistorySkill>();
        while (!from.AtEnd)
        {
            switch ((EventTag)from.Byte())
            {
                case EventTag.Entry:
                    Finish();
                    position = from.Number();
                    received = new Instant(from.Number());
                    break;
                case EventTag.AnswerCounted:
                    answer = EventFormat.ReadAnswerCounted(ref from);
                    break;
                case EventTag.EstimateMoved:
                    var moved = EventFormat.ReadEstimateMoved(ref from);
                    skills.Add(new HistorySkill(moved.Skill, moved.Estimate.Mastery, moved.Estimate.Next));
                    break;
                case EventTag.NextStepChosen:
                    EventFormat.ReadNextStepChosen(ref from);
                    break;
                case EventTag.HelpChanged:
                    EventFormat.ReadHelpChanged(ref from);
                    break;
                case EventTag.NumberSeen:
                    EventFormat.ReadNumberSeen(ref from);
                    break;
                case EventTag.EntryQuarantined:
                    EventFormat.ReadEntryQuarantined(ref from);
                    break;
                case EventTag.Json:
                    from.Bytes();
                    break;
                case EventTag.RepeatDropped:
                    break;
                case var other:
                    throw new FormatViolationException($"An event of kind {(byte)other} is not known to this version.");
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
