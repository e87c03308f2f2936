using System.Collections.Concurrent;
using LiveClass.Grains.Abstractions;

namespace LiveClass.Records.Classrooms;

/// <summary>Classrooms as immutable snapshots, kept in memory until a write of this process changes them.</summary>
public sealed class ClassroomDirectory
{
    private readonly RecordsFile file;
    private readonly ConcurrentDictionary<(int School, string Id), ClassroomKey> keys = new();
    private readonly ConcurrentDictionary<int, ClassroomRecord> snapshots = new();
    private readonly Lock gate = new();
    private long changes;

    internal ClassroomDirectory(RecordsFile file)
    {
        this.file = file;
        foreach (var row in file.Read(context => context.Classrooms.Select(row => new { row.School, row.Id, row.Key }).ToList()))
            keys[(row.School, row.Id)] = new(row.Key);
    }

    /// <summary>The classroom with an id; null where there is none. Completes at once when it is in memory.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot be read now.</exception>
    public ValueTask<ClassroomRecord?> FindAsync(SchoolKey school, string classroomId, CancellationToken cancellation = default) =>
        keys.TryGetValue((school.Value, classroomId), out var key) ? FindAsync(key, cancellation) : default;

    /// <summary>The classroom with a key; null where there is none. Completes at once when it is in memory.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot be read now.</exception>
    public ValueTask<ClassroomRecord?> FindAsync(ClassroomKey key, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return ValueTask.FromResult(snapshots.TryGetValue(key.Value, out var known) ? known : Load(key));
    }

    /// <summary>All classrooms of a school, in the order of their ids.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot be read now.</exception>
    public async ValueTask<IReadOnlyList<ClassroomRecord>> AllAsync(SchoolKey school, CancellationToken cancellation = default)
    {
        var all = new List<ClassroomRecord>();
        foreach (var entry in keys.Where(entry => entry.Key.School == school.Value).OrderBy(entry => entry.Key.Id, StringComparer.Ordinal))
            if (await FindAsync(entry.Value, cancellation) is { } classroom) all.Add(classroom);
        return all;
    }

    /// <summary>Forgets what a commit has changed, and knows what it has made. Called before whoever wrote is told.</summary>
    internal void Changed(SchoolKey school, IEnumerable<(ClassroomKey Key, string Id)> classrooms)
    {
        lock (gate)
        {
            changes++;
            foreach (var (key, id) in classrooms)
            {
                keys[(school.Value, id)] = key;
                snapshots.TryRemove(key.Value, out _);
            }
        }
    }

    /// <summary>Forgets classrooms that were removed: their ids are free.</summary>
    internal void Removed(SchoolKey school, IEnumerable<(ClassroomKey Key, string Id)> classrooms)
    {
        lock (gate)
        {
            changes++;
            foreach (var (key, id) in classrooms)
            {
                keys.TryRemove(KeyValuePair.Create((school.Value, id), key));
                snapshots.TryRemove(key.Value, out _);
            }
        }
    }

    private ClassroomRecord? Load(ClassroomKey key)
    {
        long before;
        lock (gate) before = changes;
        var loaded = file.Read(context => ClassroomReader.Record(context, key));
        lock (gate)
        {
            // What was read may be older than a commit in between: then it is given once and not kept.
            if (loaded is not null && changes == before) snapshots[key.Value] = loaded;
        }

        return loaded;
    }
}
