using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Grains.Abstractions.Formats;

/// <summary>How the values of learning are packed, in the journal and in checkpoints.</summary>
public static class EstimateFormat
{
    /// <summary>Writes an estimate.</summary>
    public static void Write(ByteWriter to, in MasteryEstimate e)
    {
        to.Single(e.Mastery);
        to.Single(e.Next);
        to.Single(e.Ability);
        to.Number(e.Opportunities);
        to.Number(e.Right);
        to.Byte(e.Recent);
        to.Byte((byte)((byte)e.Level | (e.ReachedMastery ? 0x80 : 0)));
        to.Byte(e.Unmastered);
        to.Number(e.LastAt.Milliseconds);
    }

    /// <summary>Reads an estimate.</summary>
    public static MasteryEstimate ReadMastery(ref ByteReader from)
    {
        var e = new MasteryEstimate
        {
            Mastery = from.Single(),
            Next = from.Single(),
            Ability = from.Single(),
            Opportunities = from.Short(),
            Right = from.Short(),
            Recent = from.Byte(),
        };
        var level = from.Byte();
        e.Level = (MasteryLevel)(level & 0x7F);
        e.ReachedMastery = (level & 0x80) != 0;
        e.Unmastered = from.Byte();
        e.LastAt = new Instant(from.Number());
        return e;
    }

    /// <summary>Writes a student's ability.</summary>
    public static void Write(ByteWriter to, in AbilityEstimate e)
    {
        to.Single(e.Ability);
        to.Number(e.Answers);
        to.Byte(e.Recent);
        to.Byte(e.Rapid);
    }

    /// <summary>Reads a student's ability.</summary>
    public static AbilityEstimate ReadAbility(ref ByteReader from) =>
        new() { Ability = from.Single(), Answers = from.Small(), Recent = from.Byte(), Rapid = from.Byte() };

    /// <summary>Writes an item's estimate.</summary>
    public static void Write(ByteWriter to, in ItemEstimate e)
    {
        to.Single(e.Difficulty);
        to.Number(e.Answers);
        to.Single(e.MedianMs);
        to.Number(e.Timed);
    }

    /// <summary>Reads an item's estimate.</summary>
    public static ItemEstimate ReadItem(ref ByteReader from) =>
        new() { Difficulty = from.Single(), Answers = from.Small(), MedianMs = from.Single(), Timed = from.Small() };

    /// <summary>Writes a next step.</summary>
    public static void Write(ByteWriter to, in NextStep e)
    {
        to.Byte((byte)e.Kind);
        to.Number(e.Skill.Value);
        to.Number(e.Item.Value);
        to.Byte((byte)e.Reason);
        to.Single(e.SuccessChance);
        to.Number(e.Station.Value);
        to.Number(e.Until.Milliseconds);
        if (e.Kind != NextStepKind.Choose) return;
        to.Number(e.OtherSkill.Value);
        to.Number(e.OtherItem.Value);
    }

    /// <summary>Reads a next step.</summary>
    public static NextStep ReadNextStep(ref ByteReader from)
    {
        var step = new NextStep(
            (NextStepKind)from.Byte(), new SkillKey(from.Small()), new ItemKey(from.Small()), (NextStepReason)from.Byte(),
            from.Single(), new StationKey(from.Small()), new Instant(from.Number()));
        // Only a choice has a second part; none was written before there were choices.
        return step.Kind == NextStepKind.Choose
            ? step with { OtherSkill = new SkillKey(from.Small()), OtherItem = new ItemKey(from.Small()) }
            : step;
    }

    /// <summary>Writes reasons for help.</summary>
    public static void Write(ByteWriter to, in HelpReasons reasons)
    {
        to.Byte((byte)reasons.Count);
        for (var i = 0; i < reasons.Count; i++)
        {
            var e = reasons[i];
            to.Byte((byte)e.Reason);
            to.Number(e.Skill.Value);
            to.Number(e.Since.Milliseconds);
            to.Signed(e.Count);
            to.Signed(e.Of);
        }
    }

    /// <summary>Reads reasons for help.</summary>
    public static HelpReasons ReadReasons(ref ByteReader from)
    {
        var count = from.Byte();
        if (count > HelpReasons.Capacity) throw new FormatViolationException("A student has more than 6 reasons for help.");
        var reasons = default(HelpReasons);
        for (var i = 0; i < count; i++)
        {
            reasons.Add(new HelpNeeded(
                (HelpReason)from.Byte(), new SkillKey(from.Small()), new Instant(from.Number()), from.SignedShort(), from.SignedShort()));
        }

        return reasons;
    }
}
