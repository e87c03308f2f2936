using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Silo.Checkpoints;
using LiveClass.Silo.Grains.Classroom;

namespace LiveClass.Silo.Partitions;

/// <summary>Restores a classroom: its checkpoint, then the journal's events as far as it reaches. Never asks the rules.</summary>
public static class ClassroomLoader
{
    private const int ReadBytes = 1024 * 1024;

    /// <summary>The state that the store knows; a new one where it knows none.</summary>
    /// <exception cref="ClassroomUnreadableException">What it has cannot be read.</exception>
    public static async ValueTask<ClassroomState> LoadAsync(
        ICheckpoints checkpoints, IJournal journal, ClassroomKey key, CancellationToken cancellation = default)
    {
        var checkpoint = await checkpoints.LatestAsync(key, cancellation);
        var state = checkpoint is null ? new ClassroomState(key) : Read(key, checkpoint);
        await CatchUpAsync(journal, state, cancellation);
        return state;
    }

    /// <summary>Applies what the journal has beyond the state's version.</summary>
    /// <exception cref="ClassroomUnreadableException">What it has cannot be read. The state is spoilt.</exception>
    public static async ValueTask CatchUpAsync(IJournal journal, ClassroomState state, CancellationToken cancellation = default)
    {
        while (true)
        {
            var blocks = await journal.ReadClassroomAsync(state.Key, state.Version, ReadBytes, cancellation);
            if (blocks.Count == 0) return;
            foreach (var block in blocks) Apply(state, block);
        }
    }

    private static ClassroomState Read(ClassroomKey key, Checkpoint checkpoint)
    {
        try
        {
            return CheckpointFormat.Read(key, checkpoint.Format, checkpoint.Body.Span);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw new ClassroomUnreadableException(key, e);
        }
    }

    private static void Apply(ClassroomState state, JournalBlock block)
    {
        if (block.To <= state.Version) return;
        try
        {
            if (block.From != state.Version)
                throw new InvalidDataException($"The journal has a gap: version {state.Version}, next block from {block.From}.");
            ClassroomFold.Apply(state, block.Format, block.Body.Span);
            if (state.Version != block.To) throw new InvalidDataException($"A journal block ends at {state.Version} and says {block.To}.");
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw new ClassroomUnreadableException(state.Key, e);
        }
    }
}
