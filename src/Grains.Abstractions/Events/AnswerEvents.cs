using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Grains.Abstractions.Events;

// The frequent events: plain values, packed by EventFormat, so that a turn allocates nothing. In the order of an answer's story.

/// <summary>An answer counted: it was new.</summary>
/// <param name="Evidence">The answer.</param>
/// <param name="Original">The position it was released from; 0 where it came by itself.</param>
/// <param name="At">When it was given.</param>
/// <param name="First">True where it was an opportunity: the first attempt at its form.</param>
/// <param name="Ability">The student over all skills, after it.</param>
/// <param name="Item">The item, after it.</param>
public readonly record struct AnswerCounted(
    Evidence Evidence, long Original, Instant At, bool First, AbilityEstimate Ability, ItemEstimate Item);

/// <summary>An estimate moved, to this.</summary>
public readonly record struct EstimateMoved(StudentKey Student, SkillKey Skill, MasteryEstimate Estimate);

/// <summary>A student's next step is this.</summary>
public readonly record struct NextStepChosen(StudentKey Student, NextStep NextStep);

/// <summary>A student's reasons for help are these, the most pressing first; none where all is well. At most <see cref="HelpReasons.Capacity"/>.</summary>
public readonly record struct HelpChanged(StudentKey Student, HelpReasons Reasons);

/// <summary>A number was taken without content.</summary>
public readonly record struct NumberSeen(SourceKey Source, long Sequence, uint BodyHash);

/// <summary>An entry went to the quarantine; where it named a source, its number counts as seen.</summary>
/// <param name="Reason">Why: a value of the engine's quarantine reasons.</param>
/// <param name="Source">Its source; none where it named none.</param>
/// <param name="Sequence">Its number; 0 where it named none.</param>
/// <param name="BodyHash">Its hash.</param>
public readonly record struct EntryQuarantined(byte Reason, SourceKey Source, long Sequence, uint BodyHash);
