using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Grains.Abstractions.Entries;

/// <summary>One scored answer as it stands in the log: keys only.</summary>
public readonly record struct Evidence
{
    /// <summary>The outbox it came from.</summary>
    public SourceKey Source { get; init; }

    /// <summary>The outbox's own number for it, from 1.</summary>
    public long Sequence { get; init; }

    /// <summary>A hash of the body as it was sent, that tells a repeat from another body under the same number.</summary>
    public uint BodyHash { get; init; }

    /// <summary>Who answered.</summary>
    public StudentKey Student { get; init; }

    /// <summary>What was answered.</summary>
    public ItemKey Item { get; init; }

    /// <summary>The skills that it shows, at least one.</summary>
    public SkillSet Skills { get; init; }

    /// <summary>0 to 1; 1 is right.</summary>
    public float Score { get; init; }

    /// <summary>What it was for.</summary>
    public EvidenceKind Kind { get; init; }

    /// <summary>1 for the first try at this form.</summary>
    public int Attempt { get; init; }

    /// <summary>Hints taken before it.</summary>
    public int Hints { get; init; }

    /// <summary>How long it took in milliseconds; -1 where unknown.</summary>
    public int DurationMs { get; init; }

    /// <summary>The response's text in Records; none where there is none.</summary>
    public TextKey Response { get; init; }

    /// <summary>The misconception that it shows; none where none is known.</summary>
    public MisconceptionKey Misconception { get; init; }

    /// <summary>The seed of a generated item; 0 where there is none.</summary>
    public long Form { get; init; }

    /// <summary>
    /// How long before its receipt it was given, in milliseconds, by the device's own clock (<c>sentAt − at</c>); 0 where unknown.
    /// The turn makes the answer's time of it: receipt minus this, clamped to the last 14 days.
    /// </summary>
    public long AgeMs { get; init; }

    /// <summary>The longest age that counts: 14 days in milliseconds.</summary>
    public const long MaxAgeMs = 14L * 24 * 60 * 60 * 1000;

    /// <summary>When it was given, for a receipt time.</summary>
    public Instant At(Instant received) => Given(received, AgeMs);

    /// <summary>When something of this age was given, for a receipt time. Always a moment, even where the store's clock starts in 1970.</summary>
    public static Instant Given(Instant received, long ageMs) => new(Math.Max(1, received.Milliseconds - Math.Clamp(ageMs, 0, MaxAgeMs)));
}
