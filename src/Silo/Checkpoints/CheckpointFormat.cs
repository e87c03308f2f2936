using System.Security.Cryptography;
using System.Text.Json;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Grains.Abstractions.Outcomes;
using LiveClass.Silo.Grains.Classroom;

namespace LiveClass.Silo.Checkpoints;

/// <summary>
/// The format of a checkpoint: a classroom's whole state, written in one canonical way, so that equal states have equal bytes.
/// The same writing without positions and counts gives the state's hash.
/// </summary>
public static class CheckpointFormat
{
    /// <summary>The version that is written.</summary>
    public const byte Version = 1;

    /// <summary>Writes a state.</summary>
    public static void Write(ByteWriter to, ClassroomState state) => Write(to, state, whole: true);

    /// <summary>
    /// SHA-256 of the state without what repeats and the interleaving of other classrooms may change: counts, and positions in the log.
    /// </summary>
    public static string Hash(ClassroomState state)
    {
        var to = new ByteWriter(4096);
        Write(to, state, whole: false);
        return Convert.ToHexStringLower(SHA256.HashData(to.Written));
    }

    /// <summary>Reads a state.</summary>
    /// <exception cref="FormatViolationException">The bytes are not what the format says.</exception>
    public static ClassroomState Read(ClassroomKey key, byte format, ReadOnlySpan<byte> body)
    {
        if (format != Version) throw new FormatViolationException($"A checkpoint of format {format} is not known to this version.");
        var from = new ByteReader(body);
        var state = new ClassroomState(key)
        {
            Version = from.Number(),
            ReceivedAt = new Instant(from.Number()),
            LessonTouchedAt = from.Number(),
            Counts = new ClassroomCounts(from.Number(), from.Number(), from.Number()),
            School = new SchoolKey(from.Small()),
            RulesVersion = from.Small(),
            ConfiguredBy = from.Number(),
            LastActivity = new Instant(from.Number()),
            Ordinal = from.Number(),
        };
        var rare = JsonPart.Read(from.Bytes(), CheckpointJson.Default.CheckpointRare);
        JsonPart.RefuseHoles(rare.Skills);
        JsonPart.RefuseHoles(rare.Stations);
        for (var count = from.Small(); count > 0; count--) state.SkillFor(new SkillKey(from.Small()));
        var skills = state.Skills.Count;
        state.SetSkillLines(rare.Skills);
        state.Policy = rare.Policy;
        foreach (var line in rare.Stations) state.Stations.Add(new Grains.Station.StationState(line));
        ReadItems(state, ref from);
        state.Lesson = rare.Lesson;
        if (state.Skills.Count != skills) throw new FormatViolationException("A checkpoint's parts name other skills than its list.");
        for (var count = from.Small(); count > 0; count--) StudentSection.Read(state, ref from);
        foreach (var student in state.Students)
            if (state.Find(student.Station) is { } station) station.Seated++;
        ReadLedger(state, ref from);
        foreach (var undo in rare.Undo ?? []) state.Undo.Add(undo ?? throw new FormatViolationException("A checkpoint's list has a hole."));
        foreach (var more in rare.Students ?? []) (more ?? throw new FormatViolationException("A checkpoint's list has a hole.")).Restore(state);
        return from.AtEnd ? state : throw new FormatViolationException("A checkpoint goes on after its end.");
    }

    private static void Write(ByteWriter to, ClassroomState state, bool whole)
    {
        if (whole)
        {
            to.Number(state.Version);
            to.Number(state.ReceivedAt.Milliseconds);
            to.Number(state.LessonTouchedAt);
            to.Number(state.Counts.Evidence);
            to.Number(state.Counts.Duplicates);
            to.Number(state.Counts.Quarantined);
        }

        to.Number(state.School.Value);
        to.Number(state.RulesVersion);
        to.Number(state.ConfiguredBy);
        to.Number(state.LastActivity.Milliseconds);
        to.Number(state.Ordinal);
        var more = state.Students.Select(student => StudentMore.Of(student, whole)).OfType<StudentMore>().ToList();
        var rare = new CheckpointRare(
            state.Policy, state.SkillLines, [.. state.Stations.Select(s => s.Line)], state.Lesson,
            state.Undo.Count == 0 ? null : [.. state.Undo.Select(undo => whole ? undo : undo with { Position = 0 })],
            more.Count == 0 ? null : more);
        to.Bytes(JsonSerializer.SerializeToUtf8Bytes(rare, CheckpointJson.Default.CheckpointRare));
        to.Number(state.Skills.Count);
        foreach (var skill in state.Skills) to.Number(skill.Value);
        WriteItems(to, state);
        to.Number(state.Students.Count);
        foreach (var student in state.Students) StudentSection.Write(to, student, whole);
        WriteLedger(to, state, whole);
    }

    private static void WriteItems(ByteWriter to, ClassroomState state)
    {
        to.Number(state.Items.Length);
        foreach (ref readonly var item in state.Items)
        {
            to.Number(item.Key.Value);
            EstimateFormat.Write(to, item.Estimate);
            to.Signed(item.Options);
            to.Byte((byte)item.Kind);
            to.Number(item.ConfiguredBy);
            AnswerFormat.WriteSkills(to, item.Skills);
        }
    }

    private static void ReadItems(ClassroomState state, ref ByteReader from)
    {
        for (var count = from.Small(); count > 0; count--)
        {
            var key = new ItemKey(from.Small());
            if (state.SlotOf(key) >= 0) throw new FormatViolationException("A checkpoint has an item twice.");
            var estimate = EstimateFormat.ReadItem(ref from);
            var options = from.SignedSmall();
            var kind = (EvidenceKind)from.Byte();
            var configuredBy = from.Number();
            ref var item = ref state.ItemFor(key, AnswerFormat.ReadSkills(ref from));
            item.Estimate = estimate;
            item.Options = options;
            item.Kind = kind;
            item.ConfiguredBy = configuredBy;
        }
    }

    private static void WriteLedger(ByteWriter to, ClassroomState state, bool whole)
    {
        to.Number(state.Sources.Count);
        foreach (var (source, seen) in state.Sources.OrderBy(pair => pair.Key))
        {
            to.Number(source);
            seen.Write(to);
        }

        to.Number(state.Settled.Count);
        foreach (var (command, settled) in state.Settled.OrderBy(pair => pair.Key.Value))
        {
            to.UInt128(command.Value);
            to.Byte((byte)settled.Kind);
            to.Byte((byte)settled.Code);
            to.Signed(settled.Figure);
            to.Number(settled.At.Milliseconds);
            if (whole) to.Number(settled.Version);
        }

        to.Number(state.Misses.Count);
        foreach (var ((skill, misconception), count) in state.Misses)
        {
            to.Number(skill);
            to.Number(misconception);
            to.Number(count);
        }

        to.Number(state.Released.Count);
        if (!whole) return;
        foreach (var position in state.Released) to.Number(position);
    }

    private static void ReadLedger(ClassroomState state, ref ByteReader from)
    {
        for (var count = from.Small(); count > 0; count--)
        {
            var source = from.Small();
            var seen = SourceSeen.Read(ref from);
            Once(state.Sources.TryAdd(source, seen));
            if (seen.RangeCount >= SourceSeen.MaxRanges) state.FullSources.Add(source);
        }

        for (var count = from.Small(); count > 0; count--)
        {
            var key = new CommandKey(from.UInt128());
            var kind = (OutcomeKind)from.Byte();
            var code = (RefusalCode)from.Byte();
            var figure = from.SignedSmall();
            var at = new Instant(from.Number());
            Once(state.Settled.TryAdd(key, new SettledCommand(kind, code, figure, at, from.Number())));
        }

        for (var count = from.Small(); count > 0; count--) Once(state.Misses.TryAdd((from.Small(), from.Small()), from.Small()));
        for (var count = from.Small(); count > 0; count--) Once(state.Released.Add(from.Number()));
    }

    private static void Once(bool added)
    {
        if (!added) throw new FormatViolationException("A checkpoint says something twice.");
    }
}
