using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Grains.Abstractions.Formats;

/// <summary>How an answer is packed, in the log and in the journal.</summary>
public static class AnswerFormat
{
    // Which fields follow. A score of 0 or 1, a first try without hints and no age are the common case and take no bytes.
    [Flags]
    private enum Has
    {
        None = 0,
        Right = 1,
        PartScore = 2,
        Duration = 4,
        Response = 8,
        Misconception = 16,
        Form = 32,
        Age = 64,
        Tries = 128,
    }

    /// <summary>Writes an answer.</summary>
    public static void Write(ByteWriter to, in Evidence e)
    {
        var has = (e.Score == 1f ? Has.Right : e.Score == 0f ? Has.None : Has.PartScore)
            | (e.DurationMs >= 0 ? Has.Duration : Has.None)
            | (e.Response.Value != 0 ? Has.Response : Has.None)
            | (e.Misconception.Value != 0 ? Has.Misconception : Has.None)
            | (e.Form != 0 ? Has.Form : Has.None)
            | (e.AgeMs != 0 ? Has.Age : Has.None)
            | (e.Attempt != 1 || e.Hints != 0 ? Has.Tries : Has.None);
        to.Byte((byte)has);
        to.Byte((byte)e.Kind);
        to.Number(e.Source.Value);
        to.Number(e.Sequence);
        to.UInt32(e.BodyHash);
        to.Number(e.Student.Value);
        to.Number(e.Item.Value);
        WriteSkills(to, e.Skills);
        if ((has & Has.PartScore) != 0) to.Single(e.Score);
        if ((has & Has.Duration) != 0) to.Number(e.DurationMs);
        if ((has & Has.Response) != 0) to.Number(e.Response.Value);
        if ((has & Has.Misconception) != 0) to.Number(e.Misconception.Value);
        if ((has & Has.Form) != 0) to.Signed(e.Form);
        if ((has & Has.Age) != 0) to.Signed(e.AgeMs);
        if ((has & Has.Tries) == 0) return;
        to.Number(e.Attempt);
        to.Number(e.Hints);
    }

    /// <summary>Reads an answer.</summary>
    public static Evidence Read(ref ByteReader from)
    {
        var has = (Has)from.Byte();
        return new Evidence
        {
            Kind = (EvidenceKind)from.Byte(),
            Source = new SourceKey(from.Small()),
            Sequence = from.Number(),
            BodyHash = from.UInt32(),
            Student = new StudentKey(from.Small()),
            Item = new ItemKey(from.Small()),
            Skills = ReadSkills(ref from),
            Score = (has & Has.PartScore) != 0 ? from.Single() : (has & Has.Right) != 0 ? 1f : 0f,
            DurationMs = (has & Has.Duration) != 0 ? from.Small() : -1,
            Response = new TextKey((has & Has.Response) != 0 ? from.Number() : 0),
            Misconception = new MisconceptionKey((has & Has.Misconception) != 0 ? from.Small() : 0),
            Form = (has & Has.Form) != 0 ? from.Signed() : 0,
            AgeMs = (has & Has.Age) != 0 ? from.Signed() : 0,
            Attempt = (has & Has.Tries) != 0 ? from.Small() : 1,
            Hints = (has & Has.Tries) != 0 ? from.Small() : 0,
        };
    }

    /// <summary>Writes skills: how many, then their keys.</summary>
    public static void WriteSkills(ByteWriter to, in SkillSet skills)
    {
        to.Byte((byte)skills.Count);
        for (var i = 0; i < skills.Count; i++) to.Number(skills[i].Value);
    }

    /// <summary>Reads skills.</summary>
    public static SkillSet ReadSkills(ref ByteReader from)
    {
        var count = from.Byte();
        if (count > SkillSet.Capacity) throw new FormatViolationException("An answer has more than 8 skills.");
        var skills = default(SkillSet);
        for (var i = 0; i < count; i++) skills.Add(new SkillKey(from.Small()));
        return skills;
    }
}
