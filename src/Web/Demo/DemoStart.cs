using LiveClass.Engine;
using LiveClass.Records;
using LiveClass.Web.Demo.Past;
using LiveClass.Web.Start;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveClass.Web.Demo;

/// <summary>
/// Decides whether a start makes the demo school, and makes it before anything opens the data directory: yesterday's lesson and the first
/// minutes of today's, written once into the empty log.
/// </summary>
internal static class DemoStart
{
    /// <summary>Decides every ability, answer and form: each start on empty data makes the same school.</summary>
    public const int Seed = 1;

    /// <summary>True where the settings ask for the demo, or say nothing in Development, and the data directory holds no data yet.</summary>
    public static bool IsWanted(LiveClassOptions options, bool development) =>
        (options.Demo ?? development) && !File.Exists(Path.Combine(options.DataDirectory, RecordsOptions.FileName))
        && (!Directory.Exists(options.DataDirectory) || !Directory.EnumerateFiles(options.DataDirectory, "*.db").Any());

    /// <summary>Makes it; says on the way what it does.</summary>
    public static async Task MakeAsync(EngineOptions engine, TimeProvider time, TextWriter to)
    {
        var began = time.GetTimestamp();
        to.WriteLine("Making the demo school, once: two classrooms of invented students");
        var now = time.GetUtcNow();
        await using (var records = await RecordsStore.OpenAsync(new RecordsOptions { DataDirectory = engine.DataDirectory }, time))
        {
            var (school, rooms) = await PastRoster.MakeAsync(records, "first", rows => records.Outbox.MarkRelayedAsync([.. rows.Select(row => (row.Id, 0L))]));
            to.WriteLine("  playing yesterday's lesson and the first 14 minutes of today's");
            var past = Rehearsal.Play(rooms, now, Seed);
            to.WriteLine($"  writing them: {past.Blocks.Sum(block => block.Count)} entries of the log, {past.Records.Texts.Count} answers as they were given");
            await PastWriter.WriteAsync(past, records, school.Key);
            await DemoPlans.MakeAsync(records, rooms, now - PastScript.Today);
            await PastWriter.WriteAsync(past, engine, NullLoggerFactory.Instance);
        }

        to.WriteLine($"  done in {time.GetElapsedTime(began).TotalSeconds:F1} s");
        to.Flush();
    }
}
