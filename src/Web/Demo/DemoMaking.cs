using System.Security.Cryptography;
using LiveClass.Engine;
using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Records;
using LiveClass.Records.Outbox;
using LiveClass.Silo.Relay;
using LiveClass.Simulator.Demo;
using LiveClass.Web.Demo.Past;
using LiveClass.Web.Demo.Play;

namespace LiveClass.Web.Demo;

/// <summary>
/// Makes the demo school on a server that runs. Its log is there and its time cannot run back, so the answers of the days before are
/// written with their own ages, as late deliveries are, and today's lesson begins in its first minute.
/// </summary>
internal sealed class DemoMaking(RecordsStore records, IEventLog log, DemoTeacher teacher, Scheduling time)
{
    private const int Seed = 1;
    private const int AnswersAtOnce = 500;

    /// <summary>Makes it and starts today's lessons.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now.</exception>
    /// <exception cref="StoreUnavailableException">The log cannot keep anything now.</exception>
    public async Task MakeAsync()
    {
        var (school, rooms) = await PastRoster.MakeAsync(records, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)), TellAsync);
        var now = time.Time.GetUtcNow();
        var past = Rehearsal.Play(rooms, now, Seed);
        var texts = await KeepTextsAsync(past.Records);
        var misconceptions = await records.Misconceptions.FindOrAddAsync(school.Key, past.Records.Misconceptions);
        var before = Instant.Of(now - PastScript.Today);
        await DemoPlans.MakeAsync(records, rooms, now);
        foreach (var room in rooms)
        {
            var answers = Answers(past, room.Record.Key, before)
                .Select(answer => answer with
                {
                    Response = answer.Response == default ? default : texts[(int)answer.Response.Value - 1],
                    Misconception = answer.Misconception == default ? default : misconceptions[answer.Misconception.Value - 1],
                    AgeMs = answer.AgeMs + (long)(Instant.Of(time.Time.GetUtcNow()) - Instant.Of(now)).TotalMilliseconds,
                });
            foreach (var some in answers.Chunk(AnswersAtOnce)) await AppendAsync(room, some);
            await teacher.SendAsync(
                room.Record,
                new StartLesson([.. room.Room.Targets.Select(room.Skill)], Instant.Of(time.Time.GetUtcNow() + DemoRoom.Length), LessonBlockKind.Rotation),
                CancellationToken.None);
        }
    }

    // Ages count from now; what the rehearsal wrote has its own time of receipt.
    private static IEnumerable<Evidence> Answers(RehearsedPast past, ClassroomKey classroom, Instant before)
    {
        var now = Instant.Of(past.Ends);
        foreach (var block in past.Blocks.Where(block => block.Classroom == classroom && block.Received < before))
        {
            foreach (var answer in AnswersOf(block))
                yield return answer with { AgeMs = Math.Min(Evidence.MaxAgeMs, (long)(now - answer.At(block.Received)).TotalMilliseconds) };
        }
    }

    private static List<Evidence> AnswersOf(LogBlock block)
    {
        var answers = new List<Evidence>();
        var entries = new EntryCursor(block.Body.Span, block.First);
        while (entries.MoveNext())
            if (EntryFormat.KindOf(entries.Current) == EntryKind.Evidence) answers.Add(EntryFormat.ReadEvidence(entries.Current));
        return answers;
    }

    private async Task<List<TextKey>> KeepTextsAsync(PastRecords past)
    {
        var keys = new List<TextKey>(past.Texts.Count);
        foreach (var some in past.Texts.Chunk(AnswersAtOnce)) keys.AddRange(await records.Texts.WriteAsync(some));
        return keys;
    }

    private async Task AppendAsync(PastRoom room, Evidence[] answers)
    {
        var body = new ByteWriter(answers.Length * 32);
        foreach (var answer in answers) EntryFormat.Write(body, answer);
        while (true)
        {
            var appended = await log.AppendAsync(new LogAppend(room.Record.Partition, room.Record.Key, answers.Length, EntryFormat.Version, body.Written.ToArray()));
            if (appended.Result == AppendResult.Appended) return;
            if (appended.Result == AppendResult.Unavailable) throw new StoreUnavailableException();
            await time.Delay(TimeSpan.FromMilliseconds(200));
        }
    }

    private async ValueTask TellAsync(IReadOnlyList<OutboxRow> rows)
    {
        if (!await OutboxRelay.AppendAsync(log, records.Outbox, rows, CancellationToken.None)) throw new StoreUnavailableException();
    }
}
