using LiveClass.Engine;
using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Tracing;
using LiveClass.Grains.Abstractions.Views;
using LiveClass.Records.Classrooms;
using LiveClass.Records.Plans;
using LiveClass.Silo.Grains.Classroom;
using LiveClass.Web.Coaching;
using LiveClass.Web.Links;

namespace LiveClass.Web.Boards;

/// <summary>One classroom's board in this process: a replica, the view made of it, and the sinks that are told of changes.</summary>
internal sealed class LiveBoard(
    ClassroomKey key, BoardNamesSource names, DeviceLinks links, CoachRooms coaches, PlanStore plans, IReadOnlyList<IBoardSink> sinks, Scheduling scheduling, ILogger logger) : IReplicaAudience, IDisposable
{
    // A change of the state and one of a link may come at once: the sinks are told of one after the other.
    private readonly SemaphoreSlim oneByOne = new(1, 1);
    private readonly LinkMerge merge = new(key, links);
    private TeacherProjection? projection;
    private BoardView? plain;
    private volatile BoardView? view;

    /// <summary>The newest view; null until the first state is there.</summary>
    public BoardView? View => view;

    /// <summary>The same as of now: a screen that is opened counts its clocks from it, also in a room where nothing has happened for a while.</summary>
    public BoardView? ViewNow => view is { } known ? known with { Now = Instant.Of(scheduling.Time.GetUtcNow()) } : null;

    /// <summary>How many hold it.</summary>
    public int Holders { get; set; }

    /// <summary>Since when nobody holds it.</summary>
    public Instant ReleasedAt { get; set; }

    /// <summary>The replica that feeds it.</summary>
    public BoardReplica Replica { get; set; } = null!;

    /// <inheritdoc/>
    public async ValueTask ChangedAsync(ClassroomState state, CancellationToken cancellation)
    {
        // A roster that changed brings new names with it.
        var current = await names.FindAsync(key, cancellation);
        if (current is null) return;
        if (projection is null || projection.Names.Classroom != current.Classroom) projection = new TeacherProjection(current);

        await TellAsync(Project(projection, state), cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> IsOutdatedAsync(CancellationToken cancellation) =>
        projection is not null && await names.FindAsync(key, cancellation) is { } current && current.Classroom != projection.Names.Classroom;

    /// <summary>A device came, went or told how much it holds, a coach looks in or leaves, a lesson was planned: that changes the view, never its version.</summary>
    public ValueTask OutsideChangedAsync() => TellAsync(projected: null, CancellationToken.None);

    /// <inheritdoc/>
    public void Dispose() => oneByOne.Dispose();

    private async ValueTask TellAsync(BoardView? projected, CancellationToken cancellation)
    {
        await oneByOne.WaitAsync(cancellation);
        try
        {
            plain = projected ?? (plain is { } known ? known with { Now = Instant.Of(scheduling.Time.GetUtcNow()) } : null);
            if (plain is null) return;
            var before = view;
            view = merge.Into(plain, projection!.Names.StudentKeyOf) with { Coach = coaches.Of(key), Plan = PlanNow(projection.Names) };
            if (view is { Lesson: null, Plan: { } plan }) view = view with { Lesson = Planned(plan) };
            await TellSinksAsync(before, view, cancellation);
        }
        finally
        {
            oneByOne.Release();
        }
    }

    private async ValueTask TellSinksAsync(BoardView? before, BoardView after, CancellationToken cancellation)
    {
        if (before is null || BoardDiff.Between(before, after) is not { } delta) return;
        using var hop = Hop.Start(Hop.FanOut);
        foreach (var sink in sinks)
        {
            try
            {
                await sink.ChangedAsync(key, after, delta, cancellation);
            }
            catch (Exception e) when (e is not OutOfMemoryException and not OperationCanceledException)
            {
                // Screens that missed it see the gap in the versions and ask again.
                BoardLog.SendFailed(logger, e, key.Value);
            }
        }
    }

    private PlanView? PlanNow(BoardNames with) => plans.Next(key, Instant.Of(scheduling.Time.GetUtcNow())) is not { } plan ? null : new PlanView(
        plan.Id, plan.Draft.Title, plan.Draft.Starts, plan.Draft.Ends,
        [.. plan.Draft.Targets.Select(with.Classroom.Skill).OfType<SkillRecord>().Select(skill => skill.Id)]);

    // Before the first lesson of a classroom the planned one stands in its place.
    private static LessonView Planned(PlanView plan) => new(plan.Id, LessonState.Planned, null, plan.Targets, plan.Ends, EyesUp: false);

    private BoardView Project(TeacherProjection onto, ClassroomState state)
    {
        using var hop = Hop.Start(Hop.Project);
        return onto.Project(state, Instant.Of(scheduling.Time.GetUtcNow())) with { Parked = Replica.Parked };
    }

    /// <inheritdoc/>
    public async ValueTask StepAsync(ClassroomState state, NextStepMessage step, CancellationToken cancellation)
    {
        if (projection is null || view is not { } board || step.Version <= board.Version || StepMessages.Read(step) is not { } chosen) return;
        if (projection.StepOf(chosen.NextStep) is not { } next) return;
        foreach (var sink in sinks)
        {
            try
            {
                await sink.SteppedAsync(key, board, projection.Names.StudentId(chosen.Student), next, step.Version, cancellation);
            }
            catch (Exception e) when (e is not OutOfMemoryException and not OperationCanceledException)
            {
                // The board that follows has the step as well.
                BoardLog.SendFailed(logger, e, key.Value);
            }
        }
    }
}
