using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Silo.Checkpoints;
using LiveClass.Silo.Partitions;
using LiveClass.Simulator.Checking;
using LiveClass.Tests.Simulation.World;

namespace LiveClass.Tests.Simulation.Checking;

/// <summary>What must hold at the end, whatever happened: read from what is on the disk, trusting nobody.</summary>
internal sealed class Verdict(School school, SiloPortsOfEnd ports)
{
    private readonly Dictionary<ClassroomKey, List<LogBlock>> log = [];
    private readonly List<LoggedAnswer> logged = [];
    private readonly List<CountedAnswer> counted = [];
    private readonly List<QuarantinedEntry> held = [];
    private readonly List<StateHashes> hashes = [];

    /// <summary>Everything that does not hold, in words; empty where all is well.</summary>
    public List<string> Wrong { get; } = [];

    /// <summary>How many answers the fold has.</summary>
    public long Counted => counted.Count;

    /// <summary>Repeats that the log has.</summary>
    public long Repeats => logged.Count - counted.Count;

    public async Task ReadAsync()
    {
        foreach (var partition in school.Scenario.Partitions) await ReadPartitionAsync(partition);
        foreach (var room in school.Rooms) await ReadRoomAsync(room);
        var findings = Checker.Check(new CheckedRecords
        {
            Acknowledged = [.. school.Ledger.Select(a => new AcknowledgedAnswer(Name(a.Source), a.Sequence, a.Fingerprint))],
            Logged = logged,
            Counted = counted,
            Quarantined = held,
            Hashes = [.. hashes],
        });
        Wrong.AddRange(findings.Select(finding => finding.ToString()));
    }

    private async Task ReadPartitionAsync(int partition)
    {
        var position = 0L;
        while (await ports.Log.ReadAsync(partition, position, 1 << 20) is { Count: > 0 } blocks)
        {
            foreach (var block in blocks)
            {
                Must(block.First == position + 1, $"partition {partition}: a block starts at {block.First} after {position}");
                position = block.Last;
                if (!log.TryGetValue(block.Classroom, out var ofRoom)) log[block.Classroom] = ofRoom = [];
                ofRoom.Add(block);
                NoteAnswers(partition, block);
            }
        }

        Must(await ports.Journal.CursorAsync(partition) == position, $"partition {partition}: the cursor is not at the head {position}");
        foreach (var entry in await ports.Quarantine.PositionsAsync(partition, 0)) held.Add(new QuarantinedEntry(partition, entry.Position));
        var row = 0L;
        while (await ports.Journal.ReadPartitionAsync(partition, row, 1 << 20) is { Count: > 0 } lines)
        {
            foreach (var (_, block) in lines)
                counted.AddRange(JournalWalk.Counted(block).Select(answer =>
                    new CountedAnswer(partition, answer.Position, Name(answer.Evidence.Source.Value), answer.Evidence.Sequence)));
            row = lines[^1].Row;
        }
    }

    private void NoteAnswers(int partition, LogBlock block)
    {
        var entries = new EntryCursor(block.Body.Span, block.First);
        while (entries.MoveNext())
        {
            if (EntryFormat.KindOf(entries.Current) != EntryKind.Evidence) continue;
            var evidence = EntryFormat.ReadEvidence(entries.Current);
            logged.Add(new LoggedAnswer(partition, entries.Position, Name(evidence.Source.Value), evidence.Sequence, Device.Fingerprint(evidence)));
        }
    }

    private async Task ReadRoomAsync(ClassroomKey room)
    {
        var sightings = school.Sightings.Where(s => s.Room == room && s.Version > 0).ToArray();
        var checkpoint = await ports.Checkpoints.LatestAsync(room);
        var wanted = sightings.Select(s => s.Version).Append(checkpoint?.Version ?? 0);
        var reference = new ReferenceFold(room, log.GetValueOrDefault(room) ?? [], wanted);
        foreach (var sighting in sightings)
            Must(reference.Wholes.GetValueOrDefault(sighting.Version) == sighting.Whole, $"a replica of {room} at {sighting.Version} is not the rules' fold of the log");
        if (checkpoint is not null)
        {
            var kept = CheckpointFormat.Read(room, checkpoint.Format, checkpoint.Body.Span);
            Must(
                reference.Wholes.GetValueOrDefault(checkpoint.Version) == ReplicaWitness.WholeHash(new ByteWriter(), kept),
                $"the checkpoint of {room} at {checkpoint.Version} is not the rules' fold of the log");
        }

        var loaded = await ClassroomLoader.LoadAsync(ports.Checkpoints, ports.Journal, room);
        hashes.Add(new StateHashes(room.ToString(), CheckpointFormat.Hash(loaded), CheckpointFormat.Hash(reference.State)));
        Must(loaded.Version == reference.State.Version, $"{room} is kept at {loaded.Version}, and the log ends at {reference.State.Version}");
        Must(loaded.Counts == reference.State.Counts, $"{room} counts {loaded.Counts}, and the rules count {reference.State.Counts}");
        Must(!loaded.LessonRuns, $"the lesson of {room} has not ended by itself");
        foreach (var position in reference.Failed)
            Must(held.Contains(new QuarantinedEntry(school.PartitionOf(room), position)), $"position {position} of {room} cannot be read and is not in quarantine");
        await ReadChainAsync(room);
    }

    private async Task ReadChainAsync(ClassroomKey room)
    {
        var version = 0L;
        while (await ports.Journal.ReadClassroomAsync(room, version, 1 << 20) is { Count: > 0 } blocks)
        {
            foreach (var block in blocks)
            {
                Must(block.From == version, $"the journal of {room} goes on at {block.From} after {version}");
                version = block.To;
            }
        }
    }

    private void Must(bool holds, string otherwise)
    {
        if (!holds) Wrong.Add(otherwise);
    }

    private static string Name(int source) => $"s{source}";
}

/// <summary>What the end is read through.</summary>
internal sealed record SiloPortsOfEnd(IEventLog Log, IJournal Journal, ICheckpoints Checkpoints, IQuarantine Quarantine);
