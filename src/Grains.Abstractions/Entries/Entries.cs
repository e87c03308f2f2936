using System.Collections.Immutable;
using System.Text.Json.Serialization;
using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Grains.Abstractions.Entries;

/// <summary>What an entry of the log is. The numbers are part of the format.</summary>
public enum EntryKind : byte
{
    /// <summary>Not an entry.</summary>
    None = 0,
    /// <summary>A scored answer.</summary>
    Evidence = 1,
    /// <summary>The number of an item that the edge rejected for good: seen, without content.</summary>
    Mark = 2,
    /// <summary>A command of a person, a key or the owner's clock.</summary>
    Command = 3,
    /// <summary>A change of records that the classroom must know.</summary>
    Records = 4,
    /// <summary>An answer that a person released from quarantine.</summary>
    Released = 5,
}

/// <summary>A number that was taken without content.</summary>
/// <param name="Source">The outbox.</param>
/// <param name="Sequence">Its number.</param>
/// <param name="BodyHash">The hash of what was rejected.</param>
public readonly record struct Mark(SourceKey Source, long Sequence, uint BodyHash);

/// <summary>An answer released from quarantine: counted once per original position, whatever its source has seen.</summary>
/// <param name="Original">The position of the quarantined entry.</param>
/// <param name="Evidence">The answer.</param>
public readonly record struct Released(long Original, Evidence Evidence);

/// <summary>A change of records on its way into a classroom, numbered by the classroom's own outbox.</summary>
/// <param name="Source">The outbox of the classroom's records.</param>
/// <param name="Sequence">Its gapless counter, from 1.</param>
/// <param name="Change">What changed.</param>
public sealed record RecordsEntry(SourceKey Source, long Sequence, RecordsChange Change);

/// <summary>What a classroom is told of records. Each carries the whole of what it names, so that the newest wins.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ClassroomConfigured), "classroom")]
[JsonDerivedType(typeof(ItemsConfigured), "items")]
public abstract record RecordsChange;

/// <summary>The classroom's roster, skills and stations as they now are.</summary>
/// <param name="School">Its school.</param>
/// <param name="Students">Everybody ever on the roster, in the roster's order; those who left are ended.</param>
/// <param name="Skills">The skills it uses, in order, with their direct prerequisites.</param>
/// <param name="Stations">Its stations, in order of their numbers.</param>
public sealed record ClassroomConfigured(
    SchoolKey School, ImmutableArray<RosterLine> Students, ImmutableArray<SkillLine> Skills, ImmutableArray<StationLine> Stations) : RecordsChange;

/// <summary>One student on a roster.</summary>
public sealed record RosterLine(StudentKey Student, bool Ended);

/// <summary>One skill of a classroom's list, with its direct prerequisites (which may be outside the list).</summary>
public sealed record SkillLine(SkillKey Skill, ImmutableArray<SkillKey> Prerequisites);

/// <summary>One station.</summary>
public sealed record StationLine(StationKey Station, int Number, StationKind Kind, int Capacity, int Adults);

/// <summary>Items that the classroom may give, in full for each item named.</summary>
public sealed record ItemsConfigured(ImmutableArray<ItemLine> Items) : RecordsChange;

/// <summary>One item.</summary>
/// <param name="Item">Its key.</param>
/// <param name="Skills">Its skills.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Options">How many choices it offers; 0 where it is not a choice. Its guess rate is 1/Options.</param>
/// <param name="Minutes">How long it takes; 0 where unknown.</param>
public sealed record ItemLine(ItemKey Item, ImmutableArray<SkillKey> Skills, EvidenceKind Kind, int Options, double Minutes);
