using LiveClass.Bench.Measuring;
using LiveClass.Engine;
using LiveClass.Engine.Ports;
using LiveClass.Silo.Checkpoints;
using LiveClass.Silo.Partitions;

namespace LiveClass.Bench.Serving;

/// <summary>Compares what a stopped server kept of its classrooms with what its log gives by the rules.</summary>
internal static class StoredStates
{
    /// <summary>Ends the run where a classroom's state hash differs.</summary>
    /// <returns>How many answers the log holds.</returns>
    public static async Task<long> RequireSameAsync(string dataDirectory, IEnumerable<LogBlock> wholeLog)
    {
        var replay = new LogReplay();
        foreach (var block in wholeLog.OrderBy(b => b.Partition).ThenBy(b => b.First)) replay.Play(block);
        await using var engine = EmbeddedEngine.Open(new EngineOptions { DataDirectory = dataDirectory }, Scheduling.Default);
        foreach (var state in replay.States)
        {
            var kept = await ClassroomLoader.LoadAsync(engine.Checkpoints, engine.Journal, state.Key);
            BenchFailureException.Unless(
                CheckpointFormat.Hash(kept) == CheckpointFormat.Hash(state),
                $"Classroom {state.Key.Value}: checkpoint and journal give another state than the log by the rules.");
        }

        return replay.Answers;
    }
}
