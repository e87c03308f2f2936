using System.Security.Cryptography;
using LiveClass.Grains.Abstractions;
using LiveClass.Records.Lane;
using Microsoft.EntityFrameworkCore;

namespace LiveClass.Records.Joining;

/// <summary>A wall that waits: the six letters that it shows, and the secret with which it asks whether a teacher has typed them.</summary>
public sealed record WallPairing(string Code, string Claim);

/// <summary>What a waiting wall is told.</summary>
/// <param name="Known">False where its code has expired: it needs a new one.</param>
/// <param name="Classroom">The classroom that it was paired with; none while nobody has typed its letters.</param>
/// <param name="Lesson">The lesson.</param>
public readonly record struct WallClaim(bool Known, ClassroomKey Classroom, LessonKey Lesson);

/// <summary>Walls that wait to be paired. A code lives for ten minutes and is good for one use.</summary>
public sealed class WallPairingStore
{
    /// <summary>How long a code lives.</summary>
    public static readonly TimeSpan LivesFor = TimeSpan.FromMinutes(10);

    // Without I and O, which are read as digits.
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int Length = 6;

    private const string Forget = "DELETE FROM wall_pairings WHERE created < @p0";
    private const string Take = "DELETE FROM wall_pairings WHERE claim = @p0 AND classroom <> 0";
    private const string Put = "INSERT INTO wall_pairings (code, claim, created, classroom, lesson) VALUES (@p0, @p1, @p2, 0, 0) ON CONFLICT (code) DO NOTHING";
    private const string Pair = "UPDATE wall_pairings SET classroom = @p0, lesson = @p1 WHERE code = @p2 AND classroom = 0 AND created >= @p3";

    private readonly WriteLane lane;
    private readonly RecordsFile file;
    private readonly TimeProvider time;

    internal WallPairingStore(WriteLane lane, RecordsFile file, TimeProvider time)
    {
        this.lane = lane;
        this.file = file;
        this.time = time;
    }

    private long Oldest => Instant.Of(time.GetUtcNow() - LivesFor).Milliseconds;

    /// <summary>Letters for a wall that has just been opened.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; ask again.</exception>
    public async Task<WallPairing> OpenAsync(CancellationToken cancellation = default)
    {
        var claim = Secrets.New("lcp_");
        var (now, oldest) = (Instant.Of(time.GetUtcNow()).Milliseconds, Oldest);
        var code = await lane.RunAsync(
            1,
            connection =>
            {
                connection.Run(Forget, oldest);
                string letters;
                do letters = RandomNumberGenerator.GetString(Letters, Length);
                while (connection.Run(Put, letters, HashOf(claim), now) == 0);
                return letters;
            },
            committed: null,
            cancellation);
        return new WallPairing(code, claim);
    }

    /// <summary>A teacher has typed a wall's letters; false where no wall shows them (any more).</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; send it again.</exception>
    public Task<bool> PairAsync(string typed, ClassroomKey classroom, LessonKey lesson, CancellationToken cancellation = default)
    {
        var code = string.Concat(typed.Where(char.IsAsciiLetter)).ToUpperInvariant();
        var oldest = Oldest;
        return code.Length != Length
            ? Task.FromResult(false)
            : lane.RunAsync(1, connection => connection.Run(Pair, classroom.Value, lesson.Value, code, oldest) == 1, committed: null, cancellation);
    }

    /// <summary>A wall asks. Once it is told its classroom, the pairing is gone.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot be read or written now; ask again.</exception>
    public async Task<WallClaim> ClaimAsync(string claim, CancellationToken cancellation = default)
    {
        if (claim.Length is 0 or > 128) return default;
        var (hash, oldest) = (HashOf(claim), Oldest);
        var row = await file.ReadAsync(context => context.WallPairings.SingleOrDefaultAsync(row => row.Claim == hash && row.Created >= oldest, cancellation));
        if (row is null) return default;
        if (row.Classroom == 0) return new WallClaim(Known: true, default, default);
        var taken = await lane.RunAsync(1, connection => connection.Run(Take, hash) == 1, committed: null, cancellation);
        return taken ? new WallClaim(Known: true, new(row.Classroom), new(row.Lesson)) : default;
    }

    private static string HashOf(string claim) => Convert.ToHexStringLower(Secrets.Hash(claim)!);
}
