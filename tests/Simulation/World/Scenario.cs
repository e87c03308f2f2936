using LiveClass.Engine;
using LiveClass.Silo;

namespace LiveClass.Tests.Simulation.World;

/// <summary>What a seed is about: how many rooms and devices, how bad the disk, the network and the people are. Drawn from the seed alone.</summary>
internal sealed class Scenario
{
    private static readonly int[] AllPartitions = [3, 7, 40];

    public Scenario(int seed)
    {
        Seed = seed;
        var random = new Random(seed);
        Rooms = random.Next(1, 6);
        Students = random.Next(2, 6);
        Partitions = AllPartitions[..random.Next(1, AllPartitions.Length + 1)];
        Length = TimeSpan.FromSeconds(random.Next(60, 300));
        Pace = TimeSpan.FromMilliseconds(random.Next(300, 8_000));
        SlowestSync = TimeSpan.FromMilliseconds(random.Next(3) switch { 0 => 1, 1 => 8, _ => 400 });
        Loss = random.Next(3) switch { 0 => 0, 1 => .02, _ => .4 };
        CrashEvery = Sometimes(random, 4, 60);
        RestartEvery = Sometimes(random, 20, 120);
        DiskTroubleEvery = Sometimes(random, 5, 60);
        ClockJumpEvery = Sometimes(random, 20, 120);
        GarbageEvery = Sometimes(random, 15, 90);
        Silo = new SiloOptions
        {
            BoardInterval = TimeSpan.FromMilliseconds(random.Next(0, 400)),
            JournalInterval = TimeSpan.FromMilliseconds(random.Next(0, 2_000)),
            JournalBytes = random.Next(2) == 0 ? 500 : 256 * 1024,
            CheckpointEntries = random.Next(3, 120),
            CheckpointInterval = TimeSpan.FromSeconds(random.Next(5, 300)),
            DeactivateAfter = TimeSpan.FromSeconds(random.Next(2, 90)),
            ReadBytes = random.Next(2) == 0 ? 100 : 256 * 1024,
        };
        Engine = new EngineOptions
        {
            QueueBytes = random.Next(2) == 0 ? 3_000 : 1_000_000,
            ClassroomQueueBytes = random.Next(2) == 0 ? 1_100 : 500_000,
            BroadcastQueue = random.Next(2) == 0 ? 4 : 256,
        };
    }

    public int Seed { get; }

    public int Rooms { get; }

    public int Students { get; }

    public int[] Partitions { get; }

    public TimeSpan Length { get; }

    public TimeSpan Pace { get; }

    public TimeSpan SlowestSync { get; }

    public double Loss { get; }

    public TimeSpan? CrashEvery { get; }

    public TimeSpan? RestartEvery { get; }

    public TimeSpan? DiskTroubleEvery { get; }

    public TimeSpan? ClockJumpEvery { get; }

    public TimeSpan? GarbageEvery { get; }

    public SiloOptions Silo { get; }

    public EngineOptions Engine { get; }

    private static TimeSpan? Sometimes(Random random, int least, int most) =>
        random.Next(2) == 0 ? null : TimeSpan.FromSeconds(random.Next(least, most));
}
