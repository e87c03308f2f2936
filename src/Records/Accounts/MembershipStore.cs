using System.Collections.Immutable;
using LiveClass.Grains.Abstractions;
using LiveClass.Records.Lane;
using LiveClass.Records.Model;

namespace LiveClass.Records.Accounts;

/// <summary>Which adult sees which classroom, in memory: asked on every request, written on the one lane.</summary>
public sealed class MembershipStore
{
    private readonly WriteLane lane;
    private readonly TimeProvider time;
    private volatile ImmutableHashSet<(int Classroom, int Adult)> members;

    internal MembershipStore(WriteLane lane, RecordsFile file, TimeProvider time)
    {
        this.lane = lane;
        this.time = time;
        members = file.Read(ReadAll);
    }

    /// <summary>True where the adult is a member of the classroom.</summary>
    public bool Has(ClassroomKey classroom, AdultKey adult) => members.Contains((classroom.Value, adult.Value));

    /// <summary>The classrooms of an adult.</summary>
    public IReadOnlySet<ClassroomKey> Of(AdultKey adult) =>
        members.Where(line => line.Adult == adult.Value).Select(line => new ClassroomKey(line.Classroom)).ToHashSet();

    /// <summary>The members of a classroom.</summary>
    public IReadOnlySet<AdultKey> In(ClassroomKey classroom) =>
        members.Where(line => line.Classroom == classroom.Value).Select(line => new AdultKey(line.Adult)).ToHashSet();

    /// <summary>Makes an adult a member of a classroom; harmless where it is.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; send it again.</exception>
    public Task AddAsync(ClassroomKey classroom, AdultKey adult, CancellationToken cancellation = default) =>
        WriteAsync(1, adult, wanted => wanted.Add(classroom.Value), cancellation);

    /// <summary>Makes an adult a member of these classrooms and no others; true where a membership ended.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; send it again.</exception>
    public Task<bool> SetAsync(AdultKey adult, IReadOnlyCollection<ClassroomKey> classrooms, CancellationToken cancellation = default) =>
        WriteAsync(
            classrooms.Count,
            adult,
            wanted =>
            {
                wanted.Clear();
                wanted.UnionWith(classrooms.Select(classroom => classroom.Value));
            },
            cancellation);

    private async Task<bool> WriteAsync(int weight, AdultKey adult, Action<HashSet<int>> change, CancellationToken cancellation)
    {
        var now = Instant.Of(time.GetUtcNow()).Milliseconds;
        var written = await lane.RunAsync(
            weight,
            connection =>
            {
                using var context = connection.Context();
                var rows = context.Memberships.Where(row => row.Adult == adult.Value).ToList();
                var wanted = rows.Select(row => row.Classroom).ToHashSet();
                change(wanted);
                var ended = rows.FindAll(row => !wanted.Contains(row.Classroom));
                context.Memberships.RemoveRange(ended);
                wanted.ExceptWith(rows.Select(row => row.Classroom));
                context.Memberships.AddRange(wanted.Select(classroom => new MembershipRow { Classroom = classroom, Adult = adult.Value, Since = now }));
                context.SaveChanges();
                return (Ended: ended.Count > 0, All: ReadAll(context));
            },
            done => members = done.All,
            cancellation);
        return written.Ended;
    }

    private static ImmutableHashSet<(int Classroom, int Adult)> ReadAll(RecordsContext context) =>
        context.Memberships.Select(row => new { row.Classroom, row.Adult }).AsEnumerable().Select(row => (row.Classroom, row.Adult)).ToImmutableHashSet();
}
