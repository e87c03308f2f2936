using LiveClass.Grains.Abstractions;
using LiveClass.Records.Classrooms;

namespace LiveClass.Records.Items;

/// <summary>Makes items of a school or brings them to what is sent, and tells each classroom that uses one of their skills.</summary>
public sealed class ItemWriter
{
    /// <summary>Durable before it returns, or refused with nothing taken.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; send it again.</exception>
    public Task<PutResult> PutAsync(SchoolKey school, ItemsPut body, CancellationToken cancellation = default) => throw new NotSupportedException();
}
