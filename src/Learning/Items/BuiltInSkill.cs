using System.Collections.Immutable;

namespace LiveClass.Learning.Items;

/// <summary>A skill of the progression that comes with the program.</summary>
/// <param name="Id">Its id, <c>k05</c>.</param>
/// <param name="Code">Its code in the Common Core State Standards for Mathematics.</param>
/// <param name="Tile">Its name at the head of a column.</param>
/// <param name="SpanishTile">The same in Spanish.</param>
/// <param name="English">Its name.</param>
/// <param name="Spanish">Its name in Spanish.</param>
/// <param name="Needs">Its direct prerequisites; each stands before it in the progression.</param>
public sealed record BuiltInSkill(
    string Id, string Code, string Tile, string SpanishTile, string English, string Spanish, ImmutableArray<string> Needs);
