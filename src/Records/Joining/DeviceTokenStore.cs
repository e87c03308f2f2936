using System.Collections.Concurrent;
using System.Security.Cryptography;
using LiveClass.Grains.Abstractions;
using LiveClass.Records.Lane;
using LiveClass.Records.Model;
using Microsoft.EntityFrameworkCore;

namespace LiveClass.Records.Joining;

/// <summary>
/// What devices and walls were given, in memory and one row a token. A name belongs to one device at a time: two that choose it at once
/// are told apart by the one writer.
/// </summary>
public sealed class DeviceTokenStore
{
    /// <summary>What every read token begins with.</summary>
    public const string ReadPrefix = "lcr_";

    /// <summary>What every deliver token begins with.</summary>
    public const string DeliverPrefix = "lcd_";

    /// <summary>What every wall's token begins with.</summary>
    public const string WallPrefix = "lcw_";

    /// <summary>How long an outbox may deliver.</summary>
    public static readonly TimeSpan DeliversFor = TimeSpan.FromDays(14);

    /// <summary>How long other tokens last at most: no lesson is longer.</summary>
    public static readonly TimeSpan LessonAtMost = TimeSpan.FromDays(1) + TimeSpan.FromMinutes(10);

    private readonly WriteLane lane;
    private readonly TimeProvider time;
    private readonly ConcurrentDictionary<UInt128, DeviceToken> byHash = new();
    private readonly ConcurrentDictionary<int, UInt128> hashes = new();
    private readonly ConcurrentDictionary<int, ConcurrentDictionary<int, DeviceToken>> readersOf = new();

    internal DeviceTokenStore(WriteLane lane, RecordsFile file, TimeProvider time)
    {
        this.lane = lane;
        this.time = time;
        var now = Now.Milliseconds;
        foreach (var row in file.Read(context => context.DeviceTokens.AsNoTracking().Where(row => row.Expires > now).ToList())) Remember(row);
    }

    /// <summary>Told after read tokens became another student's.</summary>
    public Action<IReadOnlyList<DeviceToken>>? Reassigned { get; set; }

    private Instant Now => Instant.Of(time.GetUtcNow());

    /// <summary>True where a secret is one of a device or a wall, valid or not.</summary>
    public static bool IsSecret(ReadOnlySpan<char> secret) =>
        secret.StartsWith(ReadPrefix, StringComparison.Ordinal) || secret.StartsWith(DeliverPrefix, StringComparison.Ordinal)
        || secret.StartsWith(WallPrefix, StringComparison.Ordinal);

    /// <summary>The token of a secret, ended or not; null where there is none, or it has long expired.</summary>
    public DeviceToken? Find(ReadOnlySpan<char> secret) =>
        Secrets.Hash(secret) is { } hash && byHash.TryGetValue(KeyOf(hash), out var token) ? token : null;

    /// <summary>A token as it now is; null where it has long expired.</summary>
    public DeviceToken? ByNumber(int number) => hashes.TryGetValue(number, out var hash) ? byHash.GetValueOrDefault(hash) : null;

    /// <summary>Who has joined a lesson and not left: one open read token each.</summary>
    public IReadOnlyList<DeviceToken> Joined(ClassroomKey classroom, LessonKey lesson)
    {
        var now = Now;
        return readersOf.TryGetValue(classroom.Value, out var readers)
            ? [.. readers.Values.Where(token => token.Lesson == lesson && token.IsOpen(now))]
            : [];
    }

    /// <summary>True where a device is the one behind a token.</summary>
    public static bool IsOf(DeviceToken token, string device) => token.Device == Secrets.OfDevice(device);

    /// <summary>
    /// Gives a device a student's place in a lesson; null where another device has it. What the device had in an earlier name can no
    /// longer read. Durable before it returns.
    /// </summary>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; send it again.</exception>
    public async Task<JoinedDevice?> JoinAsync(JoinRequest asked, CancellationToken cancellation = default)
    {
        var device = Secrets.OfDevice(asked.Device);
        var (read, deliver) = (Secrets.New(ReadPrefix), Secrets.New(DeliverPrefix));
        var source = $"device.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}";
        var now = Now;
        var written = await lane.RunAsync(
            3,
            connection =>
            {
                using var context = connection.Context();
                var open = context.DeviceTokens
                    .Where(row => row.Kind == (int)DeviceTokenKind.Read && row.Ended == 0 && row.Expires > now.Milliseconds
                        && ((row.Classroom == asked.Classroom.Value && row.Lesson == asked.Lesson.Value && row.Student == asked.Student.Value) || row.Device == device))
                    .ToList();
                if (open.Exists(row => row.Device != device)) return (Made: (DeviceTokenRow?)null, Rows: new List<DeviceTokenRow>());
                foreach (var row in open)
                {
                    (row.Ended, row.Reason) = (now.Milliseconds, row.Student == asked.Student.Value && row.Classroom == asked.Classroom.Value ? TokenEnds.JoinedAgain : TokenEnds.NextChild);
                }

                var reading = Row(DeviceTokenKind.Read, read, asked, device, source, now, LessonAtMost);
                var delivering = Row(DeviceTokenKind.Deliver, deliver, asked, device, source, now, DeliversFor);
                context.DeviceTokens.AddRange(reading, delivering);
                context.SaveChanges();
                return (Made: (DeviceTokenRow?)reading, Rows: (List<DeviceTokenRow>)[.. open, reading, delivering]);
            },
            written => written.Rows.ForEach(Remember),
            cancellation);
        return written.Made is { } made
            ? new JoinedDevice(read, deliver, source, Of(made), [.. written.Rows.Where(row => row.Ended != 0).Select(Of)])
            : null;
    }

    /// <summary>Gives a wall its token for a lesson.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; send it again.</exception>
    public async Task<string> OpenWallAsync(SchoolKey school, ClassroomKey classroom, LessonKey lesson, CancellationToken cancellation = default)
    {
        var secret = Secrets.New(WallPrefix);
        var asked = new JoinRequest(school, classroom, lesson, default, "", null);
        var row = Row(DeviceTokenKind.Wall, secret, asked, "", null, Now, LessonAtMost);
        await lane.RunAsync(
            1,
            connection =>
            {
                using var context = connection.Context();
                // The work may run twice: the row must be new each time.
                row.Number = 0;
                context.DeviceTokens.Add(row);
                context.SaveChanges();
                return row;
            },
            Remember,
            cancellation);
        return secret;
    }

    /// <summary>Ends the read tokens of a student in a lesson, so that the name is free again; gives those that it ended.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; send it again.</exception>
    public async Task<IReadOnlyList<DeviceToken>> EndAsync(
        ClassroomKey classroom, LessonKey lesson, StudentKey student, string reason, CancellationToken cancellation = default)
    {
        var now = Now.Milliseconds;
        var ended = await ChangeAsync(
            classroom, lesson, row => row.Kind == (int)DeviceTokenKind.Read && row.Ended == 0 && row.Student == student.Value,
            row => (row.Ended, row.Reason) = (now, reason), cancellation);
        return [.. ended.Select(Of)];
    }

    /// <summary>The outboxes of two students' devices in a lesson, each with the student whose it is if the two had each other's name.</summary>
    public IReadOnlyList<(string Source, StudentKey Student)> Swapped(ClassroomKey classroom, LessonKey lesson, StudentKey one, StudentKey other) =>
        [.. byHash.Values.Where(token => token.Source is not null && token.Classroom == classroom && token.Lesson == lesson)
            .Where(token => token.Student == one || token.Student == other)
            .DistinctBy(token => token.Source)
            .Select(token => (token.Source!, token.Student == one ? other : one))];

    /// <summary>
    /// Says whose outboxes are: their tokens of the lesson are that student's, also for what still waits in them. Tells
    /// <see cref="Reassigned"/> of the read tokens that changed.
    /// </summary>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; send it again.</exception>
    public async Task AssignAsync(
        ClassroomKey classroom, LessonKey lesson, IReadOnlyList<(string Source, StudentKey Student)> owners, CancellationToken cancellation = default)
    {
        if (owners.Count == 0) return;
        var of = owners.ToDictionary(owner => owner.Source, owner => owner.Student.Value, StringComparer.Ordinal);
        var changed = await ChangeAsync(
            classroom, lesson, row => row.Source is not null && of.TryGetValue(row.Source, out var student) && row.Student != student,
            row => row.Student = of[row.Source!], cancellation);
        DeviceToken[] read = [.. changed.Where(row => row is { Kind: (int)DeviceTokenKind.Read, Ended: 0 }).Select(Of)];
        if (read.Length > 0) Reassigned?.Invoke(read);
    }

    /// <summary>Deletes what has expired.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; nothing was deleted.</exception>
    public async Task SweepAsync(CancellationToken cancellation = default)
    {
        var now = Now;
        await lane.RunLaterAsync(10, connection => connection.Run("DELETE FROM device_tokens WHERE expires < @p0", now.Milliseconds), cancellation);
        foreach (var (hash, token) in byHash)
        {
            if (token.Expires >= now) continue;
            byHash.TryRemove(hash, out _);
            hashes.TryRemove(token.Number, out _);
            if (readersOf.TryGetValue(token.Classroom.Value, out var readers)) readers.TryRemove(token.Number, out _);
        }
    }

    private Task<List<DeviceTokenRow>> ChangeAsync(
        ClassroomKey classroom, LessonKey lesson, Func<DeviceTokenRow, bool> which, Action<DeviceTokenRow> change, CancellationToken cancellation) =>
        lane.RunAsync(
            4,
            connection =>
            {
                using var context = connection.Context();
                var rows = context.DeviceTokens.Where(row => row.Classroom == classroom.Value && row.Lesson == lesson.Value).AsEnumerable().Where(which).ToList();
                rows.ForEach(change);
                context.SaveChanges();
                return rows;
            },
            rows => rows.ForEach(Remember),
            cancellation);

    private void Remember(DeviceTokenRow row)
    {
        var (token, hash) = (Of(row), KeyOf(row.Hash));
        byHash[hash] = token;
        hashes[token.Number] = hash;
        if (token.Kind != DeviceTokenKind.Read) return;
        var readers = readersOf.GetOrAdd(token.Classroom.Value, static _ => new());
        if (token.Ended.IsSome) readers.TryRemove(token.Number, out _);
        else readers[token.Number] = token;
    }

    private static DeviceTokenRow Row(
        DeviceTokenKind kind, string secret, JoinRequest asked, string device, string? source, Instant now, TimeSpan lasts) => new()
        {
            Hash = Secrets.Hash(secret)!,
            Kind = (int)kind,
            School = asked.School.Value,
            Classroom = asked.Classroom.Value,
            Lesson = asked.Lesson.Value,
            Student = asked.Student.Value,
            Source = source,
            Device = device,
            Language = asked.Language,
            Created = now.Milliseconds,
            Expires = (now + lasts).Milliseconds,
        };

    private static DeviceToken Of(DeviceTokenRow row) => new(
        row.Number, (DeviceTokenKind)row.Kind, new(row.School), new(row.Classroom), new(row.Lesson), new(row.Student), row.Source, row.Device,
        row.Language, new(row.Expires), new(row.Ended), row.Reason);

    // Half of a SHA-256 of 256 random bits is as hard to meet as the whole is for anybody who guesses.
    private static UInt128 KeyOf(byte[] hash) => System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash);
}
