using LiveClass.Grains.Abstractions;

namespace LiveClass.Records.History;

/// <summary>Counted answers by classroom, student and time. Written by a reactor, at least once.</summary>
public sealed class HistoryStore
{
    /// <summary>Keeps rows; one that is there is overwritten. Durable before it returns.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; send it again.</exception>
    public Task WriteAsync(IReadOnlyList<HistoryRow> rows, CancellationToken cancellation = default) => throw new NotSupportedException();

    /// <summary>Rows of a classroom (of one student of it) after a position, oldest first.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot be read now.</exception>
    public Task<IReadOnlyList<HistoryRow>> ReadAsync(ClassroomKey classroom, StudentKey? student, long after, int limit, CancellationToken cancellation = default) => throw new NotSupportedException();

    /// <summary>A student's rows in a classroom before a position (0: from the newest), newest first.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot be read now.</exception>
    public Task<IReadOnlyList<HistoryRow>> LatestAsync(ClassroomKey classroom, StudentKey student, long before, int limit, CancellationToken cancellation = default) => throw new NotSupportedException();
}
