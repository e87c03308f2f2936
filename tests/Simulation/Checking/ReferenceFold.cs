using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Silo.Grains.Classroom;
using LiveClass.Silo.Turns;
using LiveClass.Tests.Simulation.World;

namespace LiveClass.Tests.Simulation.Checking;

/// <summary>A classroom as the rules make it from the log alone, in one go, without partitions, journals or checkpoints.</summary>
internal sealed class ReferenceFold
{
    private readonly ClassroomKey room;
    private readonly IReadOnlyList<LogBlock> blocks;
    private readonly HashSet<long> wanted;
    private readonly Dictionary<long, QuarantineReason> failed = [];
    private readonly ByteWriter bytes = new(4096);

    public ReferenceFold(ClassroomKey room, IReadOnlyList<LogBlock> blocks, IEnumerable<long> wanted)
    {
        this.room = room;
        this.blocks = blocks;
        this.wanted = [.. wanted];
        while (!TryFold())
        {
            // One more position is known to fail: from the start, since the failed turn may have spoilt the state.
        }
    }

    public ClassroomState State { get; private set; } = null!;

    /// <summary>Positions whose turn fails.</summary>
    public IReadOnlyCollection<long> Failed => failed.Keys;

    /// <summary>The hash of the whole state at the versions that were asked for.</summary>
    public Dictionary<long, string> Wholes { get; } = [];

    private bool TryFold()
    {
        var desk = new TurnDesk();
        var runner = new TurnRunner(desk);
        State = new ClassroomState(room);
        var grains = new ClassroomGrains(State, desk);
        foreach (var block in blocks)
        {
            var entries = new EntryCursor(block.Body.Span, block.First);
            while (entries.MoveNext())
            {
                if (!TryTurn(runner, grains, entries.Position, block.Received, entries.Current)) return false;
                if (wanted.Contains(entries.Position)) Wholes[entries.Position] = ReplicaWitness.WholeHash(bytes, State);
            }
        }

        return true;
    }

    private bool TryTurn(TurnRunner runner, ClassroomGrains grains, long position, Instant received, ReadOnlySpan<byte> entry)
    {
        if (failed.TryGetValue(position, out var reason))
        {
            runner.StepOver(grains, position, received, entry, reason);
            return true;
        }

        try
        {
            runner.Run(grains, position, received, entry);
            return true;
        }
        catch (Exception e) when (e is FormatViolationException or System.Text.Json.JsonException)
        {
            failed[position] = QuarantineReason.TurnFailed;
            return false;
        }
    }
}
