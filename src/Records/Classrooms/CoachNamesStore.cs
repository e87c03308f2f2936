using System.Collections.Immutable;
using LiveClass.Grains.Abstractions;
using LiveClass.Records.Lane;

namespace LiveClass.Records.Classrooms;

/// <summary>In which classrooms coaches see students' names, because a teacher of the class said so. In memory, written on the one lane.</summary>
public sealed class CoachNamesStore
{
    private const string Allow = "INSERT INTO coach_names (classroom, since) VALUES (@p0, @p1) ON CONFLICT (classroom) DO NOTHING";
    private const string Forbid = "DELETE FROM coach_names WHERE classroom = @p0";

    private readonly WriteLane lane;
    private readonly TimeProvider time;
    private volatile ImmutableHashSet<int> allowed;

    internal CoachNamesStore(WriteLane lane, RecordsFile file, TimeProvider time)
    {
        this.lane = lane;
        this.time = time;
        allowed = file.Read(context => context.CoachNames.Select(row => row.Classroom).ToImmutableHashSet());
    }

    /// <summary>True where coaches see names. Without a word of a teacher they do not.</summary>
    public bool AreAllowed(ClassroomKey classroom) => allowed.Contains(classroom.Value);

    /// <summary>Allows names, or no longer; harmless where it is so. Durable before it returns.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; send it again.</exception>
    public Task AllowAsync(ClassroomKey classroom, bool names, CancellationToken cancellation = default)
    {
        var now = Instant.Of(time.GetUtcNow()).Milliseconds;
        return lane.RunAsync(
            1,
            connection => names ? connection.Run(Allow, classroom.Value, now) : connection.Run(Forbid, classroom.Value),
            _ => allowed = names ? allowed.Add(classroom.Value) : allowed.Remove(classroom.Value),
            cancellation);
    }
}
