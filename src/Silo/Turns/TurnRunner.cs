using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Contracts;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Events;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Grains.Abstractions.Outcomes;
using LiveClass.Silo.Grains.Classroom;

namespace LiveClass.Silo.Turns;

/// <summary>
/// One entry handled to its end: reads it, drops what was seen, gives it to its grain, and leaves its events on the desk, folded.
/// No clock, no randomness, no I/O. What it throws is a bug, and ends this turn alone.
/// </summary>
public sealed class TurnRunner(TurnDesk desk)
{
    /// <summary>Runs a turn.</summary>
    public Outcome Run(ClassroomGrains grains, long position, Instant received, ReadOnlySpan<byte> entry)
    {
        desk.Begin(position, received);
        var outcome = EntryFormat.KindOf(entry) switch
        {
            EntryKind.Evidence => OnEvidence(grains, position, received, EntryFormat.ReadEvidence(entry)),
            EntryKind.Mark => OnMark(grains.State, position, EntryFormat.ReadMark(entry)),
            EntryKind.Command => CommandTurn.Run(grains, desk, position, received, EntryFormat.ReadCommand(entry)),
            EntryKind.Records => OnRecords(grains, position, received, EntryFormat.ReadRecords(entry)),
            EntryKind.Released => OnReleased(grains, position, received, EntryFormat.ReadReleased(entry)),
            var other => throw new FormatViolationException($"An entry of kind {(byte)other} is not known to this version."),
        };
        desk.Fold(grains.State);
        return outcome;
    }

    /// <summary>Puts an entry that failed, or that is known to be quarantined, behind: its number counts as seen, nothing else.</summary>
    public Outcome StepOver(ClassroomGrains grains, long position, Instant received, ReadOnlySpan<byte> entry, QuarantineReason reason)
    {
        desk.Begin(position, received);
        Quarantine(reason, Identify(entry));
        desk.Fold(grains.State);
        return new Outcome(reason == QuarantineReason.SequenceConflict ? OutcomeKind.Conflict : OutcomeKind.Quarantined, RefusalCode.None, position, 0);
    }

    private Outcome OnEvidence(ClassroomGrains grains, long position, Instant received, in Evidence evidence)
    {
        switch (Look(grains.State, evidence.Source, evidence.Sequence, evidence.BodyHash))
        {
            case SeenResult.New:
                return grains.Student(evidence.Student).Answer(new Turn(position, received, default, evidence.At(received)), evidence, 0);
            case SeenResult.Repeat:
                desk.RecordRepeat();
                return new Outcome(OutcomeKind.Duplicate, RefusalCode.None, position, 0);
            case SeenResult.Conflict:
                Quarantine(QuarantineReason.SequenceConflict, default);
                return new Outcome(OutcomeKind.Conflict, RefusalCode.None, position, 0);
            default:
                Quarantine(QuarantineReason.SourceFull, default);
                return new Outcome(OutcomeKind.Quarantined, RefusalCode.None, position, 0);
        }
    }

    private Outcome OnReleased(ClassroomGrains grains, long position, Instant received, in Released released)
    {
        if (grains.State.Released.Contains(released.Original))
        {
            desk.RecordRepeat();
            return new Outcome(OutcomeKind.Duplicate, RefusalCode.None, position, 0);
        }

        var evidence = released.Evidence;
        // Its number may never have been taken (its source was full): a late repeat of the original must not count beside it.
        if (Look(grains.State, evidence.Source, evidence.Sequence, evidence.BodyHash) == SeenResult.New)
            desk.Record(new NumberSeen(evidence.Source, evidence.Sequence, evidence.BodyHash));
        return grains.Student(evidence.Student).Answer(new Turn(position, received, default, evidence.At(received)), evidence, released.Original);
    }

    private Outcome OnMark(ClassroomState state, long position, in Mark mark)
    {
        switch (Look(state, mark.Source, mark.Sequence, mark.BodyHash))
        {
            case SeenResult.New:
                desk.Record(new NumberSeen(mark.Source, mark.Sequence, mark.BodyHash));
                return Outcome.Accepted(position);
            // Not taken, and not kept either: there is no content to keep. Its sender is told that the number is still free.
            case SeenResult.Full:
                return Outcome.Refused(RefusalCode.None, position);
            default:
                return Outcome.Accepted(position);
        }
    }

    private Outcome OnRecords(ClassroomGrains grains, long position, Instant received, RecordsEntry entry)
    {
        // Both the web that made the change and the relay append it: a repeat is the rule, and no duplicate of evidence.
        if (Look(grains.State, entry.Source, entry.Sequence, 0) != SeenResult.New)
            return new Outcome(OutcomeKind.Duplicate, RefusalCode.None, position, 0);
        desk.Record(new NumberSeen(entry.Source, entry.Sequence, 0));
        var turn = new Turn(position, received, new Actor(ActorKind.Web, 0), received);
        return entry.Change switch
        {
            ClassroomConfigured configuration => grains.Classroom.Configure(turn, entry.Sequence, configuration),
            ItemsConfigured items => grains.Classroom.ConfigureItems(turn, entry.Sequence, items),
            var other => throw new FormatViolationException($"A change of records of type {other.GetType().Name} has no turn."),
        };
    }

    private static SeenResult Look(ClassroomState state, SourceKey source, long sequence, uint hash)
    {
        if (state.Sources.TryGetValue(source.Value, out var seen)) return seen.Look(sequence, hash);
        return sequence is < 1 or > SourceSeen.MaxAhead ? SeenResult.Full : SeenResult.New;
    }

    private void Quarantine(QuarantineReason reason, in Mark of) =>
        desk.Record(new EntryQuarantined((byte)reason, of.Source, of.Sequence, of.BodyHash));

    // What can still be told of an entry that failed.
    private static Mark Identify(ReadOnlySpan<byte> entry)
    {
        try
        {
            if (EntryFormat.KindOf(entry) != EntryKind.Evidence) return default;
            var evidence = EntryFormat.ReadEvidence(entry);
            return new Mark(evidence.Source, evidence.Sequence, evidence.BodyHash);
        }
        catch (FormatViolationException)
        {
            return default;
        }
    }
}
