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
    public static async ValueTask<ClassroomState> LoadAsync(
        ICheckpoints checkpoints, IJournal journal, ClassroomKey key, CancellationToken cancellation = default)
    {
        var checkpoint = await checkpoints.LatestAsync(key, cancellation);
        var state = checkpoint is null ? new ClassroomState(key) : CheckpointFormat.Read(key, checkpoint.Format, checkpoint.Body.Span);
        await CatchUpAsync(journal, state, cancellation);
        return state;
    }

    /// <summary>Applies what the journal has beyond the state's version.</summary>
    public static async ValueTask CatchUpAsync(IJournal journal, ClassroomState state, CancellationToken cancellation = default)
    {
        while (true)
        {
            var blocks = await journal.ReadClassroomAsync(state.Key, state.Version, ReadBytes, cancellation);
            if (blocks.Count == 0) return;
            foreach (var block in blocks)
            {
                if (block.To <= state.Version) continue;
                if (block.From != state.Version)
                    throw new InvalidDataException($"The journal of classroom {state.Key.Value} has a gap: version {state.Version}, next block from {block.From}.");
                ClassroomFold.Apply(state, block.Format, block.Body.Span);
                if (state.Version != block.To)
                    throw new InvalidDataException($"A journal block of classroom {state.Key.Value} ends at {state.Version} and says {block.To}.");
            }
        }
    }
}
