using LiveClass.Grains.Abstractions;
using LiveClass.Records.Lane;
using LiveClass.Records.Plans;

namespace LiveClass.Records.Classrooms;

/// <summary>
/// Removes classrooms with the people who were in no other: their rows, texts and history are deleted. What stays is a nameless line of
/// an ended classroom, since log and journal carry its key, and keys are never given twice. The classroom's id is free again.
/// </summary>
public sealed class ClassroomRemoval
{
    // In the order in which rows hang on each other. @p0 is the classroom.
    private static readonly string[] Statements =
    [
        "DELETE FROM texts WHERE source IN (SELECT key FROM sources WHERE classroom = @p0)",
        "DELETE FROM texts WHERE key IN (SELECT text FROM notes WHERE classroom = @p0)",
        "DELETE FROM notes WHERE classroom = @p0",
        "DELETE FROM history WHERE classroom = @p0",
        "DELETE FROM memberships WHERE classroom = @p0",
        "DELETE FROM plan_targets WHERE plan IN (SELECT number FROM plans WHERE classroom = @p0)",
        "DELETE FROM plans WHERE classroom = @p0",
        "DELETE FROM coach_names WHERE classroom = @p0",
        "DELETE FROM class_codes WHERE classroom = @p0",
        "DELETE FROM lobby WHERE classroom = @p0",
        "DELETE FROM device_tokens WHERE classroom = @p0",
        "DELETE FROM outbox WHERE classroom = @p0",
        "DELETE FROM stations WHERE classroom = @p0",
        "DELETE FROM classroom_skills WHERE classroom = @p0",
        "DELETE FROM roster_lines WHERE classroom = @p0",
    ];

    private const string Students = "DELETE FROM students WHERE school = @p0 AND key NOT IN (SELECT student FROM roster_lines)";

    // '~' is in no outside id.
    private const string Nameless = "UPDATE classrooms SET ended = true, id = '~' || key, name = '~', revision = revision + 1 WHERE key = @p0";

    private readonly WriteLane lane;
    private readonly ClassroomDirectory classrooms;
    private readonly PlanStore plans;

    internal ClassroomRemoval(WriteLane lane, ClassroomDirectory classrooms, PlanStore plans) =>
        (this.lane, this.classrooms, this.plans) = (lane, classrooms, plans);

    /// <summary>Removes classrooms of a school. End their lessons first: a device that still sends is refused from here on.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; nothing was removed.</exception>
    public async Task RemoveAsync(SchoolKey school, IReadOnlyCollection<ClassroomRecord> removed, CancellationToken cancellation = default)
    {
        await lane.RunAsync(
            removed.Count * 100,
            connection =>
            {
                foreach (var classroom in removed)
                {
                    foreach (var statement in Statements) connection.Run(statement, classroom.Key.Value);
                    connection.Run(Nameless, classroom.Key.Value);
                }

                return connection.Run(Students, school.Value);
            },
            _ =>
            {
                plans.Forget(removed.Select(classroom => classroom.Key));
                classrooms.Removed(school, removed.Select(classroom => (classroom.Key, classroom.Id)));
            },
            cancellation);
    }
}
