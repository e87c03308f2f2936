using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Events;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Silo.Grains.Student;

namespace LiveClass.Silo.Grains.Classroom;

/// <summary>
/// Applies events to a classroom's state: on its owner at the end of each turn, on every board replica, and when a classroom is
/// restored. Never asks the rules: events carry their results.
/// </summary>
public static class ClassroomFold
{
    /// <summary>Applies a body of events in the journal's format.</summary>
    /// <exception cref="FormatViolationException">The body is not what the format says.</exception>
    public static void Apply(ClassroomState state, byte format, ReadOnlySpan<byte> body)
    {
        if (format != EventFormat.Version) throw new FormatViolationException($"Events of format {format} are not known to this version.");
        var from = new ByteReader(body);
        while (!from.AtEnd) ApplyNext(state, ref from);
    }

    private static void ApplyNext(ClassroomState state, ref ByteReader from)
    {
        var tag = (EventTag)from.Byte();
        switch (tag)
        {
            case EventTag.Entry:
                state.Version = from.Number();
                state.ReceivedAt = new Instant(from.Number());
                break;
            case EventTag.AnswerCounted:
                Apply(state, EventFormat.ReadAnswerCounted(ref from));
                break;
            case EventTag.EstimateMoved:
                Apply(state, EventFormat.ReadEstimateMoved(ref from));
                break;
            case EventTag.NextStepChosen:
                var chosen = EventFormat.ReadNextStepChosen(ref from);
                Changed(state, chosen.Student).NextStep = chosen.NextStep;
                break;
            case EventTag.HelpChanged:
                var help = EventFormat.ReadHelpChanged(ref from);
                Changed(state, help.Student).Help = help.Reasons;
                break;
            case EventTag.RepeatDropped:
                state.Counts = state.Counts with { Duplicates = state.Counts.Duplicates + 1 };
                break;
            case EventTag.NumberSeen:
                var seen = EventFormat.ReadNumberSeen(ref from);
                Take(state, seen.Source, seen.Sequence, seen.BodyHash);
                break;
            case EventTag.EntryQuarantined:
                var quarantined = EventFormat.ReadEntryQuarantined(ref from);
                state.Counts = state.Counts with { Quarantined = state.Counts.Quarantined + 1 };
                if (quarantined.Source.Value != 0 && quarantined.Sequence > 0)
                    Take(state, quarantined.Source, quarantined.Sequence, quarantined.BodyHash);
                break;
            case EventTag.Json:
                ClassroomStory.Apply(state, EventFormat.ReadJson(ref from));
                break;
            default:
                throw new FormatViolationException($"An event of kind {(byte)tag} is not known to this version.");
        }
    }

    internal static StudentState Changed(ClassroomState state, StudentKey key)
    {
        var student = state.StudentFor(key);
        student.ChangedAt = state.Version;
        return student;
    }

    private static void Take(ClassroomState state, SourceKey source, long sequence, uint bodyHash)
    {
        if (!state.Sources.TryGetValue(source.Value, out var seen))
        {
            seen = new SourceSeen();
            state.Sources.Add(source.Value, seen);
        }

        seen.Take(sequence, bodyHash, state.ReceivedAt);
        if (seen.RangeCount >= SourceSeen.MaxRanges) state.FullSources.Add(source.Value);
    }

    private static void Apply(ClassroomState state, in AnswerCounted e)
    {
        var evidence = e.Evidence;
        if (e.Original == 0) Take(state, evidence.Source, evidence.Sequence, evidence.BodyHash);
        else state.Released.Add(e.Original);
        state.Counts = state.Counts with { Evidence = state.Counts.Evidence + 1 };
        state.Ordinal++;
        if (state.ReceivedAt > state.LastActivity) state.LastActivity = state.ReceivedAt;

        ref var item = ref state.ItemFor(evidence.Item, evidence.Skills);
        item.Estimate = e.Item;
        var student = Changed(state, evidence.Student);
        student.Ability = e.Ability;
        student.LastItem = state.SlotOf(evidence.Item);
        if (e.At > student.LastAnswerAt) student.LastAnswerAt = e.At;
        if (state.Lesson is { Running: false } over && e.At >= over.StartedAt && e.At <= over.EndedAt) state.Lesson = over with { Late = (over.Late ?? 0) + 1 };
        if (state.Lesson is not { Running: true } lesson || e.At < lesson.StartedAt) return;
        student.LessonAnswers++;
        if (lesson.ItemsKept == true)
        {
            student.AddAnswered(student.LastItem);
            if (e.First) student.LessonItems++;
        }

        if (student.Check is { } check && e.First && e.At >= check.Since && evidence.Skills.Contains(check.Skill))
            student.Check = check.Left > 1 ? check with { Left = check.Left - 1 } : null;
        if (evidence.Skills.Count > 0) student.LastSkill = state.SkillFor(evidence.Skills[0]);
        if (evidence.Misconception.Value != 0 && evidence.Skills.Count > 0)
        {
            var miss = (evidence.Skills[0].Value, evidence.Misconception.Value);
            state.Misses[miss] = state.Misses.GetValueOrDefault(miss) + 1;
        }

        if (e.First && evidence is { Score: 1f, Hints: 0 }) student.LessonRight++;
    }

    private static void Apply(ClassroomState state, in EstimateMoved e)
    {
        var slot = state.SkillFor(e.Skill);
        Changed(state, e.Student).SetSkill(slot, e.Estimate, state.Skills.Count);
    }
}
