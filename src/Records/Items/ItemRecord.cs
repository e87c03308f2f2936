using System.Collections.Immutable;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Records.Items;

/// <summary>An item of a school.</summary>
/// <param name="Key">Its key.</param>
/// <param name="School">Its school.</param>
/// <param name="Id">Its outside id.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Options">How many choices it offers; 0 where it is not a choice or unknown.</param>
/// <param name="Url">Where it is; null where unknown.</param>
/// <param name="Minutes">How long it takes; 0 where unknown.</param>
/// <param name="Skills">Its skills, in order.</param>
/// <param name="Learned">True while it is known from evidence alone.</param>
public sealed record ItemRecord(
    ItemKey Key, SchoolKey School, string Id, EvidenceKind Kind, int Options, string? Url, double Minutes, ImmutableArray<SkillKey> Skills, bool Learned);
