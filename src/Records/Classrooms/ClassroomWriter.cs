using LiveClass.Grains.Abstractions;

namespace LiveClass.Records.Classrooms;

/// <summary>Makes a classroom, or brings it to what is sent. One transaction: the rows, and in the outbox what the classrooms must know.</summary>
public sealed class ClassroomWriter
{
    /// <summary>Durable before it returns, or refused with nothing taken.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; send it again.</exception>
    public Task<PutResult> PutAsync(SchoolKey school, string id, ClassroomPut body, PutConditions conditions = default, CancellationToken cancellation = default) => throw new NotSupportedException();
}
