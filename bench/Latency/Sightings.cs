using System.Diagnostics;
using System.Text.Json;

namespace LiveClass.Bench.Latency;

/// <summary>When each answer was sent, and how long it took until a teacher's screen showed it.</summary>
internal sealed class Sightings
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string Student, string Skill), Line> lines = [];
    private readonly List<double> milliseconds = [];
    private int waiting;

    /// <summary>Answers that no screen has shown yet.</summary>
    public int Waiting
    {
        get
        {
            lock (gate) return waiting;
        }
    }

    /// <summary>An answer leaves its device now.</summary>
    public void Send(string student, string skill)
    {
        lock (gate)
        {
            if (!lines.TryGetValue((student, skill), out var line)) lines.Add((student, skill), line = new Line());
            line.OnTheirWay.Enqueue(Stopwatch.GetTimestamp());
            waiting++;
        }
    }

    /// <summary>A board's delta: a cell's opportunities say how many of the answers it includes.</summary>
    public void SeeBoard(JsonElement delta)
    {
        if (!delta.TryGetProperty("students", out var students)) return;
        var now = Stopwatch.GetTimestamp();
        foreach (var student in students.EnumerateArray())
        {
            if (!student.TryGetProperty("cells", out var cells)) continue;
            var id = student.GetProperty("id").GetString()!;
            foreach (var cell in cells.EnumerateArray())
                See(id, cell.GetProperty("skill").GetString()!, cell.GetProperty("opportunities").GetInt64(), now);
        }
    }

    /// <summary>What a relay sends on: the answers themselves, in each device's order.</summary>
    public void SeeRelay(JsonElement answers)
    {
        var now = Stopwatch.GetTimestamp();
        foreach (var answer in answers.EnumerateArray())
            See(answer.GetProperty("student").GetString()!, answer.GetProperty("skills")[0].GetString()!, null, now);
    }

    /// <summary>The latencies since the last time, in milliseconds.</summary>
    public double[] Take()
    {
        lock (gate)
        {
            double[] taken = [.. milliseconds];
            milliseconds.Clear();
            return taken;
        }
    }

    private void See(string student, string skill, long? through, long now)
    {
        lock (gate)
        {
            if (!lines.TryGetValue((student, skill), out var line)) return;
            var shown = through ?? line.Shown + 1;
            for (; line.Shown < shown && line.OnTheirWay.TryDequeue(out var sent); line.Shown++)
            {
                milliseconds.Add(Stopwatch.GetElapsedTime(sent, now).TotalMilliseconds);
                waiting--;
            }
        }
    }

    // One student on one skill: every answer is an opportunity of its own.
    private sealed class Line
    {
        public Queue<long> OnTheirWay { get; } = new();

        public long Shown { get; set; }
    }
}
