using LiveClass.Grains.Abstractions;
using LiveClass.Records.Lane;
using LiveClass.Records.Model;
using LiveClass.Records.Outbox;
using LiveClass.Records.Schools;

namespace LiveClass.Records.Classrooms;

/// <summary>Makes a classroom, or brings it to what is sent. One transaction: the rows, and in the outbox what the classrooms must know.</summary>
public sealed class ClassroomWriter
{
    private readonly WriteLane lane;
    private readonly SchoolStore schools;
    private readonly ClassroomDirectory classrooms;
    private readonly SkillDirectory skills;
    private readonly RecordsOutbox outbox;
    private readonly TimeProvider time;

    internal ClassroomWriter(
        WriteLane lane, SchoolStore schools, ClassroomDirectory classrooms, SkillDirectory skills, RecordsOutbox outbox, TimeProvider time)
    {
        this.lane = lane;
        this.schools = schools;
        this.classrooms = classrooms;
        this.skills = skills;
        this.outbox = outbox;
        this.time = time;
    }

    /// <summary>
    /// Durable before it returns, or refused with nothing taken. Students, stations and prerequisites that come with it are as
    /// <see cref="ClassroomPut"/> says; a skill's name and prerequisites count for the whole school, so that other classrooms that use it
    /// are told too.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such school.</exception>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; send it again.</exception>
    public async Task<PutResult> PutAsync(
        SchoolKey school, string id, ClassroomPut body, PutConditions conditions = default, CancellationToken cancellation = default)
    {
        var owner = schools.ByKey(school) ?? throw new ArgumentException($"There is no school {school.Value}.", nameof(school));
        if (ClassroomPutCheck.Find(id, body, conditions.AllowEmpty) is { } refusal) return PutResult.Refused(refusal);
        var weight = 10 + (body.Students?.Count ?? 0) + (body.Skills?.Count ?? 0) + (body.Stations?.Count ?? 0);
        var written = await lane.RunAsync(weight, connection => Write(connection, owner, id, body, conditions), Remember, cancellation);
        return written.Result;
    }

    private Written Write(LaneConnection connection, SchoolRecord school, string id, ClassroomPut body, PutConditions conditions)
    {
        using var context = connection.Context();
        var existing = context.Classrooms.SingleOrDefault(row => row.School == school.Key.Value && row.Id == id);
        var edit = new ClassroomEdit(context, school, existing, body, Instant.Of(time.GetUtcNow()).Milliseconds);
        if ((Precondition(existing, conditions) ?? edit.Check()) is { } refusal) return new(PutResult.Refused(refusal), school.Key, [], null);
        var classroom = edit.Apply(id);
        var told = OutboxWriter.Pending(context, [classroom.Key, .. edit.Told]);
        var kind = existing is null ? PutKind.Created : edit.HasChanged ? PutKind.Updated : PutKind.Unchanged;
        return new(
            new(kind, classroom.Revision, told, Refusal: null), school.Key,
            edit.HasChanged ? [(new(classroom.Key), classroom.Id), .. edit.Touched] : [],
            body.Skills is not null && edit.HasChanged ? SkillDirectory.ReadAll(context) : null);
    }

    private void Remember(Written written)
    {
        if (written.Skills is not null) skills.Replace(written.Skills);
        if (written.Changed.Count > 0) classrooms.Changed(written.School, written.Changed);
        if (!written.Result.Outbox.IsEmpty) outbox.Wake();
    }

    private static PutRefusal? Precondition(ClassroomRow? existing, PutConditions conditions)
    {
        if (existing is null)
        {
            return conditions.MustExist || conditions.IfMatch is not null
                ? new(PutRefusal.PreconditionFailed, "There is no such classroom yet. Send it without If-Match to make it.")
                : null;
        }

        return conditions.IfMatch is { } revision && revision != existing.Revision
            ? new(PutRefusal.PreconditionFailed, $"The classroom is at revision {existing.Revision}. Read it again and send what should change.")
            : null;
    }

    private sealed record Written(
        PutResult Result, SchoolKey School, IReadOnlyList<(ClassroomKey Key, string Id)> Changed, SkillDirectory.Snapshot? Skills);
}
