using System.Collections.Immutable;
using System.Text.Json.Serialization;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Events;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Silo.Checkpoints;
using LiveClass.Silo.Grains.Classroom;
using LiveClass.Tests.Unit.House;

namespace LiveClass.Tests.Unit.Formats;

/// <summary>
/// What was written in version 1 is read for ever. The files in tests/Formats/v1 are written once, by
/// <see cref="Golden_files_are_written_where_they_are_asked_for"/>, and never again once their version is released.
/// </summary>
public sealed class GoldenFileTests
{
    private static readonly ClassroomKey Room = new(1);

    // In the order of their coming. A further addition gets a name and files of its own.
    private static readonly (string Name, ImmutableArray<CommandEntry> Entries, ImmutableArray<object> Events)[] Added =
        [("2", GoldenAdditions.Entries, GoldenAdditions.Events), ("swaps", GoldenSwaps.Entries, GoldenSwaps.Events),
            ("hands", GoldenHands.Entries, GoldenHands.Events)];

    [Fact]
    public void A_log_block_of_version_1_is_read_to_what_was_written()
    {
        var body = Read("log.bin");
        var entries = new EntryCursor(body, 1);
        foreach (var expected in GoldenEntries.All)
        {
            Assert.True(entries.MoveNext(), $"The block ends before {expected}");
            Deep.Same(expected, GoldenEntries.Read(entries.Current), expected.GetType().Name);
        }

        Assert.False(entries.MoveNext());
    }

    [Fact]
    public void A_log_block_is_written_as_it_was() => Assert.Equal(Read("log.bin"), LogBody());

    [Fact]
    public void A_journal_block_of_version_1_is_read_to_what_was_written()
    {
        var events = GoldenEvents.Read(Read("journal.bin"));
        Assert.Equal(GoldenEvents.All.Length, events.Length);
        for (var i = 0; i < events.Length; i++) Deep.Same(GoldenEvents.All[i], events[i], events[i].GetType().Name);
    }

    [Fact]
    public void A_journal_block_is_written_as_it_was() => Assert.Equal(Read("journal.bin"), GoldenEvents.Bytes(GoldenEvents.All));

    [Fact]
    public void A_delta_is_a_journal_block_and_continues_where_the_last_ended()
    {
        var state = new ClassroomState(Room);
        foreach (var part in new[] { "delta-1.bin", "delta-2.bin" }) ClassroomFold.Apply(state, 1, Read(part));
        Assert.Equal(Read("checkpoint.bin"), CheckpointBytes(state));
    }

    [Fact]
    public void A_checkpoint_of_version_1_is_read_and_written_as_it_was()
    {
        var state = CheckpointFormat.Read(Room, 1, Read("checkpoint.bin"));
        Assert.Equal(Read("checkpoint.bin"), CheckpointBytes(state));

        var ana = state.Find(new StudentKey(7))!;
        Assert.Equal(GoldenEvents.Estimate, ana.Skill(state.SlotOf(new SkillKey(1))));
        Assert.Equal(new ClassroomCounts(2, 1, 2), state.Counts);
        Assert.Equal(35, state.Version);
        Assert.Equal(1, state.Find(new StationKey(2))!.Seated);
        Assert.Equal(SeenResult.Conflict, state.Sources[300].Look(1, 1));
        Assert.Equal(SeenResult.Repeat, state.Sources[300].Look(1, 0xDEADBEEF));
        Assert.Equal(SeenResult.New, state.Sources[300].Look(3, 1));
    }

    [Fact]
    public void The_fold_of_a_journal_of_version_1_is_the_checkpoint_of_version_1()
    {
        var state = new ClassroomState(Room);
        ClassroomFold.Apply(state, 1, Read("journal.bin"));
        Assert.Equal(Read("checkpoint.bin"), CheckpointBytes(state));
    }

    [Fact]
    public void What_was_added_to_the_log_since_is_read_to_what_was_written_and_written_as_it_was()
    {
        foreach (var (name, added, _) in Added)
        {
            var entries = new EntryCursor(Read($"log-{name}.bin"), 1);
            foreach (var expected in added)
            {
                Assert.True(entries.MoveNext(), $"The block ends before {expected}");
                Deep.Same(expected, GoldenEntries.Read(entries.Current), expected.Command.GetType().Name);
            }

            Assert.False(entries.MoveNext());
            Assert.Equal(Read($"log-{name}.bin"), LogBody(added));
        }
    }

    [Fact]
    public void What_was_added_to_the_journal_since_is_read_to_what_was_written_and_written_as_it_was()
    {
        foreach (var (name, _, added) in Added)
        {
            var events = GoldenEvents.Read(Read($"journal-{name}.bin"));
            Assert.Equal(added.Length, events.Length);
            for (var i = 0; i < events.Length; i++) Deep.Same(added[i], events[i], events[i].GetType().Name);
            Assert.Equal(Read($"journal-{name}.bin"), GoldenEvents.Bytes(added));
        }
    }

    [Fact]
    public void Swaps_of_names_are_read_from_a_journal_and_a_checkpoint_as_they_were_written()
    {
        var state = new ClassroomState(Room);
        foreach (var journal in new[] { "journal.bin", "journal-2.bin", "journal-swaps.bin" }) ClassroomFold.Apply(state, 1, Read(journal));
        Assert.Equal(Read("checkpoint-swaps.bin"), CheckpointBytes(state));
        Assert.Equal(Read("checkpoint-swaps.bin"), CheckpointBytes(CheckpointFormat.Read(Room, 1, Read("checkpoint-swaps.bin"))));
        var ben = state.Find(new StudentKey(8))!;
        Assert.Equal((8, 1), (ben.Goal, ben.LessonItems));
        Assert.NotNull(state.Undo[^1].Swap);
        Assert.Equal(GoldenEvents.Estimate, state.Find(new StudentKey(7))!.Skill(state.SlotOf(new SkillKey(2))));
    }

    [Fact]
    public void What_was_added_to_checkpoints_since_is_read_and_written_as_it_was()
    {
        var state = new ClassroomState(Room);
        ClassroomFold.Apply(state, 1, Read("journal.bin"));
        ClassroomFold.Apply(state, 1, Read("journal-2.bin"));
        Assert.Equal(Read("checkpoint-2.bin"), CheckpointBytes(state));
        Assert.Equal(Read("checkpoint-2.bin"), CheckpointBytes(CheckpointFormat.Read(Room, 1, Read("checkpoint-2.bin"))));

        var ana = state.Find(new StudentKey(7))!;
        Assert.Equal((8, 1, new SkillKey(2)), (ana.Goal, ana.LessonItems, ana.Chosen));
        Assert.Equal(2, ana.Check!.Left);
        Assert.True(ana.BreakUntil.IsSome);
        Assert.Equal([new SkillKey(2)], ana.PaperSkills);
        Assert.Equal(new StationKey(2), ana.PaperStation);
        Assert.Equal(1, ana.Answered.Length);
        Assert.Equal(GoldenEvents.Estimate, Assert.Single(ana.Undo).Without);
        Assert.Single(state.Undo);
    }

    [Fact]
    public void What_a_hand_is_about_is_read_from_a_journal_and_a_checkpoint_as_it_was_written()
    {
        var state = new ClassroomState(Room);
        foreach (var part in new[] { "journal", "journal-2", "journal-swaps", "journal-hands" }) ClassroomFold.Apply(state, 1, Read($"{part}.bin"));
        Assert.Equal(Read("checkpoint-hands.bin"), CheckpointBytes(state));
        Assert.Equal(Read("checkpoint-hands.bin"), CheckpointBytes(CheckpointFormat.Read(Room, 1, Read("checkpoint-hands.bin"))));

        var ana = state.Find(new StudentKey(7))!;
        Assert.Equal((HandTopic.Other, new TextKey(97)), (ana.HandTopic, ana.HandAbout));
        Assert.Equal(HandTopic.Stuck, ana.Undo[^1].Before.HandTopic);
    }

    [Fact]
    public void A_format_of_the_future_is_refused_and_not_guessed()
    {
        Assert.Throws<FormatViolationException>(() => CheckpointFormat.Read(Room, 2, Read("checkpoint.bin")));
        Assert.Throws<FormatViolationException>(() => ClassroomFold.Apply(new ClassroomState(Room), 2, Read("journal.bin")));
    }

    [Fact]
    public void The_golden_files_have_every_command_event_and_change_of_records()
    {
        Assert.Empty(Missing<ClassroomCommand>(GoldenEntries.Commands.AddRange(Added.SelectMany(added => added.Entries).Select(entry => entry.Command))));
        Assert.Empty(Missing<RecordsChange>(GoldenEntries.All.OfType<RecordsEntry>().Select(e => e.Change)));
        Assert.Empty(Missing<ClassroomEvent>(GoldenEvents.All.AddRange(Added.SelectMany(added => added.Events)).OfType<ClassroomEvent>()));
        Assert.Equal(Enum.GetValues<EntryKind>().Except([EntryKind.None]), GoldenEntries.All.Select(KindOf).Distinct().Order());
    }

    [Fact]
    public void Each_field_is_set_somewhere_so_that_one_that_is_not_written_is_found()
    {
        var set = new Dictionary<string, bool>();
        foreach (var entry in GoldenEntries.All) Deep.NoteSet(entry, set);
        foreach (var e in GoldenEvents.All) Deep.NoteSet(e, set);
        foreach (var entry in Added.SelectMany(added => added.Entries)) Deep.NoteSet(entry, set);
        foreach (var e in Added.SelectMany(added => added.Events)) Deep.NoteSet(e, set);
        Assert.Empty(set.Where(pair => !pair.Value).Select(pair => pair.Key));
    }

    [Fact]
    public void Golden_files_are_written_where_they_are_asked_for()
    {
        // LIVECLASS_WRITE_GOLDEN=1 dotnet test tests/Unit --filter Golden_files: before a version's release, or for a new version.
        var journal = GoldenEvents.Bytes(GoldenEvents.All);
        var state = new ClassroomState(Room);
        ClassroomFold.Apply(state, EventFormat.Version, journal);
        var checkpoint = CheckpointBytes(state);
        Assert.NotEmpty(checkpoint);
        if (Environment.GetEnvironmentVariable("LIVECLASS_WRITE_GOLDEN") != "1") return;

        // What is there already stays: only files that are missing are written.

        var cut = GoldenEvents.All.IndexOf(GoldenEvents.All.OfType<GoldenEvents.Entry>().ElementAt(12));
        Directory.CreateDirectory(Repository.PathOf("tests", "Formats", "v1"));
        Write("log.bin", LogBody());
        Write("journal.bin", journal);
        Write("delta-1.bin", GoldenEvents.Bytes(GoldenEvents.All[..cut]));
        Write("delta-2.bin", GoldenEvents.Bytes(GoldenEvents.All[cut..]));
        Write("checkpoint.bin", checkpoint);
        foreach (var (name, entries, events) in Added)
        {
            Write($"log-{name}.bin", LogBody(entries));
            Write($"journal-{name}.bin", GoldenEvents.Bytes(events));
            ClassroomFold.Apply(state, EventFormat.Version, GoldenEvents.Bytes(events));
            Write($"checkpoint-{name}.bin", CheckpointBytes(state));
        }
    }

    internal static byte[] Read(string file) => File.ReadAllBytes(Repository.PathOf("tests", "Formats", "v1", file));

    private static void Write(string file, byte[] bytes)
    {
        var path = Repository.PathOf("tests", "Formats", "v1", file);
        if (!File.Exists(path)) File.WriteAllBytes(path, bytes);
    }

    private static byte[] LogBody() => LogBody(GoldenEntries.All);

    private static byte[] LogBody(IEnumerable<object> entries)
    {
        var to = new ByteWriter();
        foreach (var entry in entries) GoldenEntries.Write(to, entry);
        return to.Written.ToArray();
    }

    private static byte[] CheckpointBytes(ClassroomState state)
    {
        var to = new ByteWriter();
        CheckpointFormat.Write(to, state);
        return to.Written.ToArray();
    }

    private static EntryKind KindOf(object entry)
    {
        var to = new ByteWriter();
        GoldenEntries.Write(to, entry);
        var entries = new EntryCursor(to.Written, 1);
        entries.MoveNext();
        return EntryFormat.KindOf(entries.Current);
    }

    private static IEnumerable<string> Missing<T>(IEnumerable<T> samples) =>
        typeof(T).GetCustomAttributes(typeof(JsonDerivedTypeAttribute), false).Cast<JsonDerivedTypeAttribute>()
            .Select(attribute => attribute.DerivedType).Except(samples.Select(sample => sample!.GetType())).Select(type => type.Name);
}
