using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Web.Ingest;

/// <summary>A piece of the delivery's bytes. The default is "not there".</summary>
internal readonly record struct Slice(int Offset, int Length)
{
    /// <summary>True where the field was there.</summary>
    public bool IsThere => Offset > 0;
}

/// <summary>One item of a delivery: first as parsed, then with its keys.</summary>
internal struct EvidenceItem
{
    public Slice Source;
    public Slice Classroom;
    public Slice Student;
    public Slice Item;
    public Slice Misconception;
    public Slice Response;

    /// <summary>Where its skills begin in the batch's list.</summary>
    public int SkillsFrom;

    /// <summary>How many skills it names; -1 where it names none.</summary>
    public int SkillCount;

    public long Sequence;
    public double Score;
    public bool HasScore;
    public EvidenceKind Kind;
    public bool HasKind;
    public int Attempt;
    public int Hints;
    public int DurationMs;
    public long Form;

    /// <summary>When it was given by the device's clock, in milliseconds since 1970; 0 where not said.</summary>
    public long At;

    /// <summary>The first thing that is wrong with it; null where nothing is.</summary>
    public Rejection? Rejected;

    /// <summary>The field that is wrong.</summary>
    public string? Field;

    /// <summary>Its place in <see cref="EvidenceBatch.Shares"/>; -1 where its classroom is not known.</summary>
    public int Share;

    /// <summary>Its source's place among <see cref="EvidenceBatch.Lookup"/>; -1 where it cannot be numbered.</summary>
    public int Lookup;

    /// <summary>What the server makes of a device's answer; null where the sender scored it itself.</summary>
    public DeviceScore? Scored;

    /// <summary>What goes into the log.</summary>
    public Evidence Evidence;

    /// <summary>Refuses it for this reason instead of the one before.</summary>
    public void Replace(Rejection rejection, string field) => (Rejected, Field) = (rejection, field);

    /// <summary>Refuses it; the first reason stays.</summary>
    public void Reject(Rejection rejection, string field)
    {
        if (Rejected is not null) return;
        Rejected = rejection;
        Field = field;
    }
}
