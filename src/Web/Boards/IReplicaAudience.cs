using LiveClass.Engine.Ports;
using LiveClass.Silo.Grains.Classroom;

namespace LiveClass.Web.Boards;

/// <summary>Who is told of a replica's changes. Called one at a time; the state must not be kept.</summary>
public interface IReplicaAudience
{
    /// <summary>The state has come to a new version.</summary>
    ValueTask ChangedAsync(ClassroomState state, CancellationToken cancellation);

    /// <summary>True where names or other facts of Records have changed since it was last told: then it wants the same state again.</summary>
    ValueTask<bool> IsOutdatedAsync(CancellationToken cancellation);

    /// <summary>A student's next step went out ahead of the state.</summary>
    ValueTask StepAsync(ClassroomState state, NextStepMessage step, CancellationToken cancellation);
}
