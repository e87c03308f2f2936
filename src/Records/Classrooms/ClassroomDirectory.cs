using LiveClass.Grains.Abstractions;

namespace LiveClass.Records.Classrooms;

/// <summary>Classrooms as immutable snapshots, kept in memory until a write of this process changes them.</summary>
public sealed class ClassroomDirectory
{
    /// <summary>The classroom with an id; null where there is none. Completes at once when it is in memory.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot be read now.</exception>
    public ValueTask<ClassroomRecord?> FindAsync(SchoolKey school, string classroomId, CancellationToken cancellation = default) => throw new NotSupportedException();

    /// <summary>The classroom with a key; null where there is none. Completes at once when it is in memory.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot be read now.</exception>
    public ValueTask<ClassroomRecord?> FindAsync(ClassroomKey key, CancellationToken cancellation = default) => throw new NotSupportedException();

    /// <summary>All classrooms of a school, in the order of their ids.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot be read now.</exception>
    public ValueTask<IReadOnlyList<ClassroomRecord>> AllAsync(SchoolKey school, CancellationToken cancellation = default) => throw new NotSupportedException();
}
