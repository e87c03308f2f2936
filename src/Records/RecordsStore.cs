using LiveClass.Records.ApiKeys;
using LiveClass.Records.Classrooms;
using LiveClass.Records.History;
using LiveClass.Records.Items;
using LiveClass.Records.Outbox;
using LiveClass.Records.Schools;
using LiveClass.Records.Sources;
using LiveClass.Records.Texts;

namespace LiveClass.Records;

/// <summary>Records, opened: one writer, many readers, over one file. Disposing it finishes what was begun.</summary>
public sealed class RecordsStore : IAsyncDisposable, IDisposable
{
    /// <summary>Opens the file, makes it or brings it to this version, and makes the first school where there is none.</summary>
    /// <exception cref="RecordsNewerException">The file is of a newer version.</exception>
    /// <exception cref="RecordsUnavailableException">The file cannot be opened.</exception>
    public static RecordsStore Open(RecordsOptions options, TimeProvider time) => throw new NotSupportedException();

    /// <summary>The same, awaitable.</summary>
    public static Task<RecordsStore> OpenAsync(RecordsOptions options, TimeProvider time, CancellationToken cancellation = default) => throw new NotSupportedException();

    /// <summary>Whether writes are acknowledged now.</summary>
    public RecordsCondition Condition => throw new NotSupportedException();

    /// <summary>Schools.</summary>
    public required SchoolStore Schools { get; init; }

    /// <summary>Adults.</summary>
    public required AdultStore Adults { get; init; }

    /// <summary>API keys.</summary>
    public required ApiKeyStore ApiKeys { get; init; }

    /// <summary>Classrooms.</summary>
    public required ClassroomDirectory Classrooms { get; init; }

    /// <summary>Writes classrooms.</summary>
    public required ClassroomWriter ClassroomWriter { get; init; }

    /// <summary>Skills.</summary>
    public required SkillDirectory Skills { get; init; }

    /// <summary>Items.</summary>
    public required ItemDirectory Items { get; init; }

    /// <summary>Writes items.</summary>
    public required ItemWriter ItemWriter { get; init; }

    /// <summary>Sources.</summary>
    public required SourceDirectory Sources { get; init; }

    /// <summary>Misconceptions.</summary>
    public required MisconceptionDirectory Misconceptions { get; init; }

    /// <summary>Texts.</summary>
    public required TextStore Texts { get; init; }

    /// <summary>History.</summary>
    public required HistoryStore History { get; init; }

    /// <summary>The outbox into the log.</summary>
    public required RecordsOutbox Outbox { get; init; }

    /// <summary>A consistent copy of the file while it is in use. Take it after the log's copy: then every key in that log is in it.</summary>
    /// <exception cref="RecordsUnavailableException">The copy cannot be made.</exception>
    public Task BackupAsync(string path, CancellationToken cancellation = default) => throw new NotSupportedException();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => throw new NotSupportedException();

    /// <inheritdoc/>
    public void Dispose() => throw new NotSupportedException();
}
