using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Grains.Abstractions.Outcomes;
using LiveClass.Silo.Partitions;

namespace LiveClass.Web.Commands;

/// <summary>What a classroom remembers: its thresholds, and the outcomes of its lesson's commands.</summary>
internal interface IClassroomMemory
{
    /// <summary>The first outcome of a command; unknown where it had none in this lesson.</summary>
    ValueTask<Outcome> OutcomeAsync(ClassroomKey classroom, CommandKey command, CancellationToken cancellation);

    /// <summary>The thresholds that hold.</summary>
    ValueTask<ClassroomPolicy> PolicyAsync(ClassroomKey classroom, CancellationToken cancellation);
}

/// <summary>The same from the store: checkpoint and journal, which has a command's outcome before its sender hears of it. For what is asked rarely.</summary>
internal sealed class StoredClassroomMemory(ICheckpoints checkpoints, IJournal journal) : IClassroomMemory
{
    /// <inheritdoc/>
    public async ValueTask<Outcome> OutcomeAsync(ClassroomKey classroom, CommandKey command, CancellationToken cancellation)
    {
        try
        {
            var state = await ClassroomLoader.LoadAsync(checkpoints, journal, classroom, cancellation);
            return state.Settled.TryGetValue(command, out var settled) ? settled.Outcome : default;
        }
        catch (ClassroomUnreadableException)
        {
            return default; // it is parked: what was asked waits in the log
        }
    }

    /// <inheritdoc/>
    public async ValueTask<ClassroomPolicy> PolicyAsync(ClassroomKey classroom, CancellationToken cancellation) =>
        (await ClassroomLoader.LoadAsync(checkpoints, journal, classroom, cancellation)).Policy;
}
