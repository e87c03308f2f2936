using LiveClass.Records.Accounts;
using LiveClass.Records.ApiKeys;
using LiveClass.Records.Classrooms;
using LiveClass.Records.History;
using LiveClass.Records.Items;
using LiveClass.Records.Joining;
using LiveClass.Records.Lane;
using LiveClass.Records.Notes;
using LiveClass.Records.Outbox;
using LiveClass.Records.Plans;
using LiveClass.Records.Schools;
using LiveClass.Records.Sources;
using LiveClass.Records.Texts;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveClass.Records;

/// <summary>Records, opened: one writer, many readers, over one file. Disposing it finishes what was begun.</summary>
public sealed class RecordsStore : IAsyncDisposable, IDisposable
{
    private readonly RecordsFile file;
    private readonly WriteLane lane;

    private RecordsStore(RecordsFile file, WriteLane lane, TimeProvider time)
    {
        this.file = file;
        this.lane = lane;
        Schools = new(lane, file);
        Adults = new(lane, file);
        ApiKeys = new(lane, file, Adults, time);
        Accounts = new(lane, file, Adults, time);
        Memberships = new(lane, file, time);
        Skills = new(file);
        Classrooms = new(file);
        Items = new(lane, file);
        Sources = new(lane, file, time);
        Misconceptions = new(lane, file);
        Texts = new(lane, file, time);
        History = new(lane, file);
        Notes = new(lane, file);
        Outbox = new(lane, file, time);
        Plans = new(lane, file);
        ClassroomRemoval = new(lane, Classrooms, Plans);
        ClassroomWriter = new(lane, Schools, Classrooms, Skills, Outbox, time);
        ItemWriter = new(lane, Items, Outbox, time);
        ClassCodes = new(lane, file, time);
        Lobby = new(lane, file, time);
        DeviceTokens = new(lane, file, time);
        WallPairings = new(lane, file, time);
        CoachNames = new(lane, file, time);
    }

    /// <summary>Whether writes are acknowledged now.</summary>
    public RecordsCondition Condition => lane.Condition;

    /// <summary>How many transactions were kept since it was opened: many writers share one.</summary>
    public long Commits => lane.Commits;

    /// <summary>Schools.</summary>
    public SchoolStore Schools { get; }

    /// <summary>Adults.</summary>
    public AdultStore Adults { get; }

    /// <summary>API keys.</summary>
    public ApiKeyStore ApiKeys { get; }

    /// <summary>Accounts of adults.</summary>
    public AccountStore Accounts { get; }

    /// <summary>Which adult sees which classroom.</summary>
    public MembershipStore Memberships { get; }

    /// <summary>Classrooms.</summary>
    public ClassroomDirectory Classrooms { get; }

    /// <summary>Removes classrooms.</summary>
    public ClassroomRemoval ClassroomRemoval { get; }

    /// <summary>Writes classrooms.</summary>
    public ClassroomWriter ClassroomWriter { get; }

    /// <summary>Skills.</summary>
    public SkillDirectory Skills { get; }

    /// <summary>Items.</summary>
    public ItemDirectory Items { get; }

    /// <summary>Writes items.</summary>
    public ItemWriter ItemWriter { get; }

    /// <summary>Sources.</summary>
    public SourceDirectory Sources { get; }

    /// <summary>Misconceptions.</summary>
    public MisconceptionDirectory Misconceptions { get; }

    /// <summary>Texts.</summary>
    public TextStore Texts { get; }

    /// <summary>History.</summary>
    public HistoryStore History { get; }

    /// <summary>Notes.</summary>
    public NoteStore Notes { get; }

    /// <summary>The outbox into the log.</summary>
    public RecordsOutbox Outbox { get; }

    /// <summary>The codes that let students join a lesson.</summary>
    public ClassCodeStore ClassCodes { get; }

    /// <summary>Devices that wait to be admitted.</summary>
    public LobbyStore Lobby { get; }

    /// <summary>What devices and walls were given.</summary>
    public DeviceTokenStore DeviceTokens { get; }

    /// <summary>Walls that wait to be paired.</summary>
    public WallPairingStore WallPairings { get; }

    /// <summary>Planned lessons.</summary>
    public PlanStore Plans { get; }

    /// <summary>Where coaches see names.</summary>
    public CoachNamesStore CoachNames { get; }

    /// <summary>Opens the file, makes it or brings it to this version, and makes the first school where there is none.</summary>
    /// <exception cref="RecordsNewerException">The file is of a newer version.</exception>
    /// <exception cref="RecordsUnavailableException">The file cannot be opened.</exception>
    public static RecordsStore Open(RecordsOptions options, TimeProvider time, ILogger? logger = null) =>
        OpenAsync(options, time, logger).GetAwaiter().GetResult();

    /// <summary>The same, awaitable.</summary>
    /// <exception cref="RecordsNewerException">The file is of a newer version.</exception>
    /// <exception cref="RecordsUnavailableException">The file cannot be opened.</exception>
    public static async Task<RecordsStore> OpenAsync(
        RecordsOptions options, TimeProvider time, ILogger? logger = null, CancellationToken cancellation = default)
    {
        RecordsFile? records = null;
        WriteLane? writer = null;
        try
        {
            Directory.CreateDirectory(options.DataDirectory);
            records = new(options);
            records.Migrate();
            writer = new(options, time, logger ?? NullLogger.Instance);
            var store = new RecordsStore(records, writer, time);
            if (store.Schools.All().Count == 0) await store.Schools.FindOrCreateAsync(options.FirstSchool, name: null, cancellation);
            return store;
        }
        catch (Exception exception)
        {
            if (writer is not null) await writer.DisposeAsync();
            records?.Dispose();
            if (Outage.Is(exception)) throw new RecordsUnavailableException(Outage.Describe(options.Path, exception), exception);
            throw;
        }
    }

    /// <summary>A consistent copy of the file while it is in use. Take it after the log's copy: then every key in that log is in it.</summary>
    /// <exception cref="RecordsUnavailableException">The copy cannot be made.</exception>
    public Task BackupAsync(string path, CancellationToken cancellation = default) => file.CopyToAsync(path, cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await lane.DisposeAsync();
        file.Dispose();
    }

    /// <inheritdoc/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();
}
