using LiveClass.Grains.Abstractions;
using LiveClass.Records.Lane;
using Microsoft.EntityFrameworkCore;

namespace LiveClass.Records.Joining;

/// <summary>Whether a device may see a lesson's names.</summary>
public enum Admission
{
    /// <summary>An adult has not decided.</summary>
    Waiting = 0,
    /// <summary>It may choose a name.</summary>
    Admitted = 1,
    /// <summary>An adult said no.</summary>
    Refused = 2,
    /// <summary>Too many wait already: nothing was kept.</summary>
    Full = 3,
}

/// <summary>A device in the lobby.</summary>
/// <param name="Number">Its number, which the device shows as well.</param>
/// <param name="Admission">Where it stands.</param>
/// <param name="Since">Since when it has been there.</param>
public readonly record struct LobbyPlace(int Number, Admission Admission, Instant Since);

/// <summary>Devices that typed a lesson's code: they wait until an adult admits them. Nothing of a device is kept but the hash of its id.</summary>
public sealed class LobbyStore
{
    /// <summary>The most devices of a lesson that wait at once.</summary>
    public const int MostWaiting = 100;

    private const string Put = """
        INSERT INTO lobby (classroom, lesson, device, admission, since) VALUES (@p0, @p1, @p2, @p3, @p4)
        ON CONFLICT (classroom, lesson, device) DO UPDATE SET admission = excluded.admission
        """;

    private const string Find = "SELECT number, admission, since FROM lobby WHERE classroom = @p0 AND lesson = @p1 AND device = @p2";
    private const string Count = "SELECT count(*) FROM lobby WHERE classroom = @p0 AND lesson = @p1 AND admission = 0";
    private const string Forget = "DELETE FROM lobby WHERE classroom = @p0 AND lesson = @p1 AND device = @p2";
    private const string ForgetEarlier = "DELETE FROM lobby WHERE classroom = @p0 AND lesson < @p1";

    private readonly WriteLane lane;
    private readonly RecordsFile file;
    private readonly TimeProvider time;

    internal LobbyStore(WriteLane lane, RecordsFile file, TimeProvider time)
    {
        this.lane = lane;
        this.file = file;
        this.time = time;
    }

    /// <summary>A device comes with a lesson's code. With a link's it is admitted; with a typed one it waits, unless an adult has decided.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; ask again.</exception>
    public async Task<LobbyPlace> ComeAsync(ClassroomKey classroom, LessonKey lesson, string device, bool byLink, CancellationToken cancellation = default)
    {
        var hash = Secrets.OfDevice(device);
        if (await PlaceAsync(classroom, lesson, hash, cancellation) is { } known && (known.Admission == Admission.Admitted || !byLink)) return known;
        var now = Instant.Of(time.GetUtcNow()).Milliseconds;
        return await lane.RunAsync(
            1,
            connection =>
            {
                var there = Read(connection, classroom, lesson, hash);
                if (there is { } place && (place.Admission == Admission.Admitted || !byLink)) return place;
                connection.Run(ForgetEarlier, classroom.Value, lesson.Value);
                if (!byLink && connection.Number(Count, classroom.Value, lesson.Value) >= MostWaiting) return new LobbyPlace(0, Admission.Full, default);
                connection.Run(Put, classroom.Value, lesson.Value, hash, (int)(byLink ? Admission.Admitted : Admission.Waiting), now);
                return Read(connection, classroom, lesson, hash)!.Value;
            },
            committed: null,
            cancellation);
    }

    /// <summary>True where a device may choose a name.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot be read now.</exception>
    public async Task<bool> IsAdmittedAsync(ClassroomKey classroom, LessonKey lesson, string device, CancellationToken cancellation = default) =>
        await PlaceAsync(classroom, lesson, Secrets.OfDevice(device), cancellation) is { Admission: Admission.Admitted };

    /// <summary>Who waits, in the order in which they came.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot be read now.</exception>
    public async Task<IReadOnlyList<LobbyPlace>> WaitingAsync(ClassroomKey classroom, LessonKey lesson, CancellationToken cancellation = default) =>
        await file.ReadAsync(async context => await context.Lobby
            .Where(row => row.Classroom == classroom.Value && row.Lesson == lesson.Value && row.Admission == (int)Admission.Waiting)
            .OrderBy(row => row.Number)
            .Select(row => new LobbyPlace(row.Number, (Admission)row.Admission, new Instant(row.Since)))
            .ToListAsync(cancellation));

    /// <summary>Decides about some of those who wait, or about all; gives how many that were.</summary>
    /// <param name="classroom">The classroom.</param>
    /// <param name="lesson">The lesson.</param>
    /// <param name="numbers">Whom; all who wait where null.</param>
    /// <param name="admission">Admitted or refused.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; send it again.</exception>
    public Task<int> DecideAsync(
        ClassroomKey classroom, LessonKey lesson, IReadOnlyCollection<int>? numbers, Admission admission, CancellationToken cancellation = default) =>
        lane.RunAsync(
            1,
            connection =>
            {
                using var context = connection.Context();
                var waiting = context.Lobby
                    .Where(row => row.Classroom == classroom.Value && row.Lesson == lesson.Value && row.Admission == (int)Admission.Waiting)
                    .ToList();
                var decided = waiting.Where(row => numbers?.Contains(row.Number) != false).ToList();
                foreach (var row in decided) row.Admission = (int)admission;
                context.SaveChanges();
                return decided.Count;
            },
            committed: null,
            cancellation);

    /// <summary>Forgets devices, by the hash that their tokens carry: they need the code again.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; send it again.</exception>
    public Task ForgetAsync(ClassroomKey classroom, LessonKey lesson, IReadOnlyCollection<string> deviceHashes, CancellationToken cancellation = default) =>
        lane.RunAsync(
            1,
            connection => deviceHashes.Sum(device => connection.Run(Forget, classroom.Value, lesson.Value, device)),
            committed: null,
            cancellation);

    private async Task<LobbyPlace?> PlaceAsync(ClassroomKey classroom, LessonKey lesson, string hash, CancellationToken cancellation)
    {
        var row = await file.ReadAsync(context => context.Lobby.SingleOrDefaultAsync(
            row => row.Classroom == classroom.Value && row.Lesson == lesson.Value && row.Device == hash, cancellation));
        return row is null ? null : new LobbyPlace(row.Number, (Admission)row.Admission, new Instant(row.Since));
    }

    private static LobbyPlace? Read(LaneConnection connection, ClassroomKey classroom, LessonKey lesson, string hash) => connection.First(
        Find, row => new LobbyPlace(row.GetInt32(0), (Admission)row.GetInt32(1), new Instant(row.GetInt64(2))), classroom.Value, lesson.Value, hash);
}
