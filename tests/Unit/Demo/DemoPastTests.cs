using LiveClass.Engine;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Grains.Abstractions.Views;
using LiveClass.Records;
using LiveClass.Silo.Checkpoints;
using LiveClass.Silo.Grains.Classroom;
using LiveClass.Silo.Partitions;
using LiveClass.Simulator.Demo;
using LiveClass.Web.Boards;
using LiveClass.Web.Demo.Past;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveClass.Tests.Unit.Demo;

/// <summary>The past that the demo school begins with: the same for the same seed, kept as rehearsed, and with every mark to be met.</summary>
public sealed class DemoPastTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 14, 0, TimeSpan.Zero);
    private readonly List<string> folders = [];

    public void Dispose()
    {
        foreach (var folder in folders.Where(Directory.Exists)) Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_school_and_the_store_makes_of_it_what_was_rehearsed()
    {
        var (past, _, folder) = await RehearseAsync();
        var (again, _, _) = await RehearseAsync();

        Assert.Equal(Hashes(past), Hashes(again));
        Assert.Equal(past.Blocks.Length, again.Blocks.Length);
        foreach (var (one, other) in past.Blocks.Zip(again.Blocks))
        {
            Assert.Equal((one.First, one.Count, one.Received), (other.First, other.Count, other.Received));
            Assert.True(one.Body.Span.SequenceEqual(other.Body.Span));
        }

        await PastWriter.WriteAsync(past, new EngineOptions { DataDirectory = folder }, NullLoggerFactory.Instance);
        await using var engine = EmbeddedEngine.Open(new EngineOptions { DataDirectory = folder }, Scheduling.Default);
        foreach (var state in past.States)
        {
            var kept = await ClassroomLoader.LoadAsync(engine.Checkpoints, engine.Journal, state.Key);
            Assert.Equal(CheckpointFormat.Hash(state), CheckpointFormat.Hash(kept));
        }
    }

    [Fact]
    public async Task Every_mark_of_the_teachers_page_shows_within_five_minutes_of_a_start()
    {
        var seen = new Dictionary<ClassroomKey, Seen>();
        var (past, names, _) = await RehearseAsync(TimeSpan.FromMinutes(5), (names, state, at) =>
        {
            if (!seen.TryGetValue(state.Key, out var of)) seen.Add(state.Key, of = new Seen());
            of.Note(new TeacherProjection(names[state.Key]).Project(state, at), at);
        });

        foreach (var state in past.States)
        {
            var of = seen[state.Key];
            var board = new TeacherProjection(names[state.Key]).Project(state, Instant.Of(past.Ends));
            Assert.Equal(Enum.GetValues<ShownReason>().Order(), of.Reasons.Order());
            Assert.Equal(Enum.GetValues<MasteryLevel>().Order(), of.Levels.Order());
            Assert.Equal([28, 29], of.Here.Order());
            Assert.Equal((true, true, true, true), (of.Praise, of.Everyone, of.Misses, of.Thin));
            Assert.Single(board.Students, student => student.Presence == Presence.Absent);
            Assert.NotEmpty(board.Unseen);
            Assert.Equal(LessonState.Running, board.Lesson!.State);
            // The one whose link drops from the first to the fourth minute needs no help meanwhile: that would hide the broken line.
            var lost = DemoRoom.All.Single(room => room.Id == board.Classroom).Students.Single(student => student.Habit == DemoHabit.LosesLink).Id;
            var ends = Instant.Of(past.Ends);
            Assert.DoesNotContain(of.Helped, helped => helped.Student == lost && ends - helped.At is { TotalMinutes: > 0.9 and < 4.1 });
        }
    }

    /// <summary>What a page showed at one time or another.</summary>
    private sealed class Seen
    {
        public HashSet<ShownReason> Reasons { get; } = [];

        public HashSet<MasteryLevel> Levels { get; } = [];

        public HashSet<int> Here { get; } = [];

        public List<(string Student, Instant At)> Helped { get; } = [];

        public bool Praise { get; private set; }

        public bool Everyone { get; private set; }

        public bool Misses { get; private set; }

        public bool Thin { get; private set; }

        public void Note(BoardView board, Instant at)
        {
            // Whose link is lost is not idle.
            Helped.AddRange(board.Students.Where(student => student.Help.Any(help => help.Reason != ShownReason.Idle)).Select(student => (student.Id, at)));
            Reasons.UnionWith(board.Students.SelectMany(student => student.Help.Select(help => help.Reason)));
            var cells = board.Students.SelectMany(student => student.Cells.Where(cell => board.Columns.Contains(cell.Skill))).ToList();
            Levels.UnionWith(cells.Select(cell => cell.Level));
            Here.Add(board.Students.Count(student => student.Presence == Presence.Here));
            Praise |= !board.Praise.IsEmpty;
            Everyone |= board.Everyone is not null;
            Misses |= !board.Misses.IsEmpty;
            Thin |= cells.Exists(cell => cell.Opportunities is 1 or 2);
        }
    }

    private static string[] Hashes(RehearsedPast past) => [.. past.States.Select(CheckpointFormat.Hash)];

    private async Task<(RehearsedPast Past, Dictionary<ClassroomKey, BoardNames> Names, string Folder)> RehearseAsync(
        TimeSpan beyond = default, Action<Dictionary<ClassroomKey, BoardNames>, ClassroomState, Instant>? seen = null)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"liveclass-past-{Guid.NewGuid():N}");
        folders.Add(folder);
        await using var records = await RecordsStore.OpenAsync(new RecordsOptions { DataDirectory = folder }, TimeProvider.System);
        var (school, rooms) = await PastRoster.MakeAsync(records, "first", rows => records.Outbox.MarkRelayedAsync([.. rows.Select(row => (row.Id, 0L))]));
        var source = new BoardNamesSource(records.Classrooms, records.Items, records.Misconceptions, records.Adults);
        var names = new Dictionary<ClassroomKey, BoardNames>();
        foreach (var room in rooms) names[room.Record.Key] = (await source.FindAsync(room.Record.Key))!;
        var past = Rehearsal.Play(rooms, Now, seed: 1, beyond, (state, at) => seen?.Invoke(names, state, at));
        await PastWriter.WriteAsync(past, records, school.Key);
        return (past, names, folder);
    }
}
