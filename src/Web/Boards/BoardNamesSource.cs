using LiveClass.Grains.Abstractions;
using LiveClass.Records.Classrooms;
using LiveClass.Records.Items;
using LiveClass.Records.Schools;
using LiveClass.Records.Sources;

namespace LiveClass.Web.Boards;

/// <summary>Finds the names for a classroom's board as Records now have them.</summary>
public sealed class BoardNamesSource(ClassroomDirectory classrooms, ItemDirectory items, MisconceptionDirectory misconceptions, AdultStore adults)
{
    /// <summary>The names; null where there is no such classroom.</summary>
    public async ValueTask<BoardNames?> FindAsync(ClassroomKey key, CancellationToken cancellation = default) =>
        await classrooms.FindAsync(key, cancellation) is { } classroom ? Of(classroom) : null;

    /// <summary>The names for a classroom's record.</summary>
    public BoardNames Of(ClassroomRecord classroom) => new(classroom, items, misconceptions, adults);
}
