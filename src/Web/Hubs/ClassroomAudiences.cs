using System.Collections.Concurrent;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Views;
using LiveClass.Web.Boards;
using LiveClass.Web.Coaching;
using Microsoft.AspNetCore.SignalR;

namespace LiveClass.Web.Hubs;

/// <summary>Sends boards to who watches them. A change is written once for an audience, however many screens it has.</summary>
internal sealed class ClassroomAudiences(IHubContext<ClassroomHub, IClassroomClient> hub, IServiceProvider services) : IBoardSink
{
    private readonly ConcurrentDictionary<AudienceKey, Audience> audiences = new();

    // Those whose views carry words: of one student, and of coaches, each in a language.
    private readonly ConcurrentDictionary<ClassroomKey, ConcurrentDictionary<AudienceKey, Audience>> worded = new();

    // The boards know their sinks: asked for late, or the two would wait for each other.
    private LiveBoards Boards => services.GetRequiredService<LiveBoards>();

    /// <summary>Adds a connection. What changes from now on reaches it.</summary>
    public Screen Join(AudienceKey key, string connection)
    {
        var screen = new Screen(hub.Clients.Client(connection), async () => key.SnapshotOf(await Boards.ReadAsync(key.Classroom)));
        var audience = audiences.GetOrAdd(key, static _ => new Audience());
        audience.Screens[connection] = screen;
        if (key.Language is not null) worded.GetOrAdd(key.Classroom, static _ => new())[key] = audience;
        return screen;
    }

    /// <summary>Takes a connection out.</summary>
    public void Leave(AudienceKey key, string connection)
    {
        if (!audiences.TryGetValue(key, out var audience)) return;
        audience.Screens.TryRemove(connection, out _);
        if (key.Language is null || !audience.Screens.IsEmpty || !worded.TryGetValue(key.Classroom, out var own)) return;
        own.TryRemove(key, out _);
        audience.Before = null;
    }

    /// <inheritdoc/>
    public ValueTask ChangedAsync(ClassroomKey classroom, BoardView board, DeltaView delta, CancellationToken cancellation)
    {
        if (Find(classroom, WatchedView.Teacher) is { } teachers) Send(teachers, WireView.Of(delta, ViewJson.Default.DeltaView), whole: false);
        if (Find(classroom, WatchedView.Wall) is { } walls) SendToWalls(walls, board);
        if (!worded.TryGetValue(classroom, out var own)) return ValueTask.CompletedTask;
        foreach (var (key, audience) in own)
        {
            if (key.View == WatchedView.Coach) SendToCoaches(key, audience, board, delta);
            else if (StudentViews.Concerns(delta, key.Student!)) SendToStudent(key, audience, board);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask SteppedAsync(ClassroomKey classroom, BoardView board, string student, NextStepView step, long version, CancellationToken cancellation)
    {
        if (!worded.TryGetValue(classroom, out var own)) return ValueTask.CompletedTask;
        foreach (var (key, audience) in own)
        {
            if (key.Student != student) continue;
            var card = StudentCards.Of(step, StudentViews.In(board, key.Language!), version, key.Language!);
            foreach (var screen in audience.Screens.Values) screen.Step(card);
        }

        return ValueTask.CompletedTask;
    }

    // A student's view is small: it gets the whole, but only when something in it has changed.
    private static void SendToStudent(in AudienceKey key, Audience audience, BoardView board)
    {
        var view = StudentViews.Of(board, key.Student!, key.Language!);
        var shown = WireView.Of(StudentViews.WithoutVersion(view), ViewJson.Default.StudentBoardView);
        if (audience.Shown == shown) return;
        audience.Shown = shown;
        Send(audience, WireView.Of(view, ViewJson.Default.StudentBoardView), whole: true);
    }

    private static void SendToCoaches(in AudienceKey key, Audience coaches, BoardView board, DeltaView delta)
    {
        var after = CoachViews.Of(board, key.Language!);
        var before = coaches.Before;
        coaches.Before = after;
        if (before is null || before.Version != delta.From)
            Send(coaches, WireView.Of(after, ViewJson.Default.BoardView), whole: true);
        else if (BoardDiff.Between(before, after) is { } change)
            Send(coaches, WireView.Of(change, ViewJson.Default.DeltaView), whole: false);
    }

    // A wall shows little: it gets the whole, but only when something that it shows has changed.
    private static void SendToWalls(Audience walls, BoardView board)
    {
        var wall = AudienceViewsOf.Wall(board);
        var shown = WireView.Of(wall with { Version = 0, Now = default }, ViewJson.Default.WallView);
        if (walls.Shown == shown) return;
        walls.Shown = shown;
        Send(walls, WireView.Of(wall, ViewJson.Default.WallView), whole: true);
    }

    private static void Send(Audience audience, WireView change, bool whole)
    {
        foreach (var screen in audience.Screens.Values) screen.Send(change, whole);
    }

    private Audience? Find(ClassroomKey classroom, WatchedView view) =>
        audiences.TryGetValue(new AudienceKey(classroom, view), out var audience) && !audience.Screens.IsEmpty ? audience : null;

    private sealed class Audience
    {
        public ConcurrentDictionary<string, Screen> Screens { get; } = new(StringComparer.Ordinal);

        public BoardView? Before { get; set; }

        public WireView? Shown { get; set; }
    }
}
