using System.Text.Json;
using LiveClass.Bench.Serving;
using LiveClass.Simulator.Http;

namespace LiveClass.Bench.Ingest;

/// <summary>What the devices send in one measurement, made before it: each device's batches in order.</summary>
internal sealed class Deliveries
{
    private readonly List<(EvidenceItem[] Items, byte[] Json)>[] byDevice;

    public Deliveries(ServedSchool school, int batch, int answers)
    {
        Batch = batch;
        var rounds = Math.Max(1, answers / (batch * school.Devices));
        byDevice = new List<(EvidenceItem[], byte[])>[school.Devices];
        for (var device = 0; device < school.Devices; device++)
        {
            byDevice[device] = new(rounds);
            for (var round = 0; round < rounds; round++)
            {
                var items = new EvidenceItem[batch];
                for (var i = 0; i < batch; i++) items[i] = school.Next(device);
                byDevice[device].Add((items, JsonSerializer.SerializeToUtf8Bytes(items, WireJson.Default.IReadOnlyListEvidenceItem)));
            }
        }

        Answers = rounds * batch * school.Devices;
    }

    public int Batch { get; }

    public int Answers { get; }

    public IReadOnlyList<(EvidenceItem[] Items, byte[] Json)> Of(int device) => byDevice[device];
}
