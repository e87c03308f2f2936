using System.Security.Cryptography;
using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Silo.Checkpoints;
using LiveClass.Silo.Grains.Classroom;
using LiveClass.Web.Boards;

namespace LiveClass.Tests.Simulation.World;

/// <summary>Stands where screens stand, and writes down what a replica shows at some of its versions.</summary>
internal sealed class ReplicaWitness(ClassroomKey room, List<Sighting> sightings, Random random) : IReplicaAudience
{
    private readonly ByteWriter bytes = new(4096);

    public ClassroomKey Room => room;

    public long Version { get; private set; }

    public ValueTask ChangedAsync(ClassroomState state, CancellationToken cancellation)
    {
        Version = state.Version;
        if (random.Next(8) == 0) sightings.Add(new Sighting(room, state.Version, WholeHash(bytes, state)));
        return ValueTask.CompletedTask;
    }

    public ValueTask<bool> IsOutdatedAsync(CancellationToken cancellation) => ValueTask.FromResult(false);

    public ValueTask StepAsync(ClassroomState state, NextStepMessage step, CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <summary>A hash of everything, positions and counts too.</summary>
    public static string WholeHash(ByteWriter bytes, ClassroomState state)
    {
        bytes.Clear();
        CheckpointFormat.Write(bytes, state);
        return Convert.ToHexString(SHA256.HashData(bytes.Written));
    }
}
