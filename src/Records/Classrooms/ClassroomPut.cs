using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Records.Classrooms;

/// <summary>What a classroom is brought to. A null changes nothing.</summary>
public sealed record ClassroomPut
{
    /// <summary>Its name; a new classroom without one is called by its id.</summary>
    public string? Name { get; init; }

    /// <summary>The skills that it uses, in order: the whole list.</summary>
    public IReadOnlyList<SkillPut>? Skills { get; init; }

    /// <summary>Its students in order: the whole list. Who is left out is ended.</summary>
    public IReadOnlyList<StudentPut>? Students { get; init; }

    /// <summary>Its stations: the whole list. What is left out is ended.</summary>
    public IReadOnlyList<StationPut>? Stations { get; init; }
}

/// <summary>A skill of the school. What is sent replaces the school's; a null changes nothing.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Prerequisites">Its direct prerequisites.</param>
/// <param name="Tile">Its name at the head of a column: at most 24 characters, best two lines of six.</param>
/// <param name="Code">Its code in a standard.</param>
/// <param name="NameEs">Its name in Spanish.</param>
public sealed record SkillPut(
    string Id, string? Name = null, IReadOnlyList<string>? Prerequisites = null, string? Tile = null, string? Code = null, string? NameEs = null);

/// <summary>A student of the school.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Accommodations">All that its page does otherwise; an empty list takes them away.</param>
public sealed record StudentPut(string Id, string? Name = null, IReadOnlyList<Accommodation>? Accommodations = null);

/// <summary>A station. A new one needs a kind and a capacity; without a number it gets the next free one.</summary>
public sealed record StationPut(
    string Id, string? Name = null, int? Number = null, StationKind? Kind = null, int? Capacity = null, int? Adults = null, string? Materials = null);

/// <summary>Under what conditions a PUT counts.</summary>
/// <param name="IfMatch">The revision that the sender saw; null where it does not matter.</param>
/// <param name="MustExist">The classroom must exist (<c>If-Match: *</c>).</param>
/// <param name="AllowEmpty">An empty list is meant.</param>
public readonly record struct PutConditions(long? IfMatch = null, bool MustExist = false, bool AllowEmpty = false);
