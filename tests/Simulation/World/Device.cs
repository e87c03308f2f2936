using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Tests.Simulation.World;

/// <summary>
/// A student's device: answers go to its outbox and are sent again, in whatever order, until it knows that they are durable.
/// Replies are lost, batches are sent twice.
/// </summary>
internal sealed class Device(School school, ClassroomKey room, StudentKey student, SourceKey source, Random random)
{
    private readonly SortedDictionary<long, (Evidence Evidence, TimeSpan At)> outbox = [];
    private readonly ByteWriter body = new();
    private long last;

    /// <summary>Answers while the school is producing, then delivers what is left.</summary>
    public async Task RunAsync()
    {
        while (school.Producing || outbox.Count > 0)
        {
            await school.Outside.Scheduling.Delay(school.Scenario.Pace * (2 * random.NextDouble()));
            if (school.Producing)
                for (var n = random.Next(4); n > 0; n--) Answer();
            if (outbox.Count > 0) await DeliverAsync();
        }
    }

    /// <summary>What an answer says, whenever it was sent.</summary>
    public static ulong Fingerprint(in Evidence e)
    {
        var hash = 17UL;
        foreach (var part in (ReadOnlySpan<long>)
            [e.BodyHash, e.Student.Value, e.Item.Value, e.Skills.GetHashCode(), BitConverter.SingleToInt32Bits(e.Score), e.Attempt, e.Hints, e.DurationMs])
            hash = (hash ^ (ulong)part) * 1_099_511_628_211;
        return hash;
    }

    private void Answer()
    {
        var item = random.Next(1, 10);
        outbox.Add(++last, (new Evidence
        {
            Source = source,
            Sequence = last,
            BodyHash = (uint)random.Next(),
            Student = student,
            Item = new ItemKey(item),
            Skills = SkillSet.Of(new SkillKey(((item - 1) / 3) + 1)),
            Score = random.Next(3) == 0 ? 0 : 1,
            Attempt = random.Next(6) == 0 ? 2 : 1,
            DurationMs = random.Next(20_000),
        }, school.Machine.Elapsed));
    }

    private async Task DeliverAsync()
    {
        var batch = Choose();
        var times = random.Next(12) == 0 ? 2 : 1;
        var sent = Enumerable.Range(0, times).Select(_ => school.SendAsync(room, batch.Count, Write(batch), priority: false)).ToArray();
        foreach (var reply in await Task.WhenAll(sent))
        {
            if (reply is not { Result: AppendResult.Appended } || random.Next(20) == 0) continue; // not taken, or the reply is lost
            foreach (var evidence in batch)
                if (outbox.Remove(evidence.Sequence)) school.Ledger.Add(new Acknowledged(source.Value, evidence.Sequence, Fingerprint(evidence)));
        }
    }

    private List<Evidence> Choose()
    {
        var all = outbox.Values.Take(30).Select(line => line.Evidence with { AgeMs = (long)(school.Machine.Elapsed - line.At).TotalMilliseconds }).ToList();
        switch (random.Next(6))
        {
            case 0: return [.. all.OrderBy(_ => random.Next())];
            case 1: return [.. all.Where(_ => random.Next(2) == 0).DefaultIfEmpty(all[^1])];
            default: return all;
        }
    }

    private byte[] Write(List<Evidence> batch)
    {
        body.Clear();
        foreach (var evidence in batch) EntryFormat.Write(body, evidence);
        return body.Written.ToArray();
    }
}
