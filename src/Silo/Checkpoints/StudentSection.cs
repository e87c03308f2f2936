using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Silo.Grains.Classroom;
using LiveClass.Silo.Grains.Student;

namespace LiveClass.Silo.Checkpoints;

/// <summary>A student's part of a checkpoint.</summary>
internal static class StudentSection
{
    /// <summary>Writes it; without positions where it is for the hash.</summary>
    public static void Write(ByteWriter to, StudentState student, bool whole)
    {
        to.Number(student.Key.Value);
        to.Flag(student.Ended);
        to.Number(student.Order);
        EstimateFormat.Write(to, student.Ability);
        to.Byte((byte)student.Presence);
        to.Number(student.PresenceSince.Milliseconds);
        to.Number(student.JoinedAt.Milliseconds);
        to.Number(student.Station.Value);
        to.Number(student.ExpectedSince.Milliseconds);
        to.Number(student.IdleNoticed.Milliseconds);
        to.Number(student.LastAnswerAt.Milliseconds);
        to.Signed(student.LastItem);
        to.Signed(student.LastSkill);
        to.Number(student.LessonAnswers);
        to.Number(student.LessonRight);
        to.Number(student.HandSince.Milliseconds);
        to.Number(student.HandAbout.Value);
        EstimateFormat.Write(to, student.Help);
        EstimateFormat.Write(to, student.NextStep);
        to.Signed(student.PinnedSkill);
        to.Number(student.PinnedItem.Value);
        to.Number(student.PinnedUntil.Milliseconds);
        to.Signed(student.ClaimedBy.Value);
        to.Signed(student.VisitedBy.Value);
        to.Number(student.LastVisit.Milliseconds);
        to.Flag(student.Seen);
        to.Byte((byte)student.PutOff);
        to.Number(student.PutOffUntil.Milliseconds);
        WriteSkills(to, student.Skills);
        if (!whole) return;
        to.Number(student.ChangedAt);
        to.Number(student.TouchedAt);
    }

    /// <summary>Reads it into the state.</summary>
    public static void Read(ClassroomState state, ref ByteReader from)
    {
        var key = new StudentKey(from.Small());
        if (state.SlotOf(key) >= 0) throw new FormatViolationException("A checkpoint has a student twice.");
        var student = state.StudentFor(key);
        student.Ended = from.Flag();
        student.Order = from.Small();
        student.Ability = EstimateFormat.ReadAbility(ref from);
        student.Presence = (Presence)from.Byte();
        student.PresenceSince = new Instant(from.Number());
        student.JoinedAt = new Instant(from.Number());
        student.Station = new StationKey(from.Small());
        student.ExpectedSince = new Instant(from.Number());
        student.IdleNoticed = new Instant(from.Number());
        student.LastAnswerAt = new Instant(from.Number());
        student.LastItem = Slot(ref from, state.Items.Length);
        student.LastSkill = Slot(ref from, state.Skills.Count);
        student.LessonAnswers = from.Small();
        student.LessonRight = from.Small();
        student.HandSince = new Instant(from.Number());
        student.HandAbout = new TextKey(from.Number());
        student.Help = EstimateFormat.ReadReasons(ref from);
        student.NextStep = EstimateFormat.ReadNextStep(ref from);
        student.PinnedSkill = Slot(ref from, state.Skills.Count);
        student.PinnedItem = new ItemKey(from.Small());
        student.PinnedUntil = new Instant(from.Number());
        student.ClaimedBy = new AdultKey(from.SignedSmall());
        student.VisitedBy = new AdultKey(from.SignedSmall());
        student.LastVisit = new Instant(from.Number());
        student.Seen = from.Flag();
        student.PutOff = (HelpReason)from.Byte();
        student.PutOffUntil = new Instant(from.Number());
        student.SetSkills(ReadSkills(ref from, state.Skills.Count));
        student.ChangedAt = from.Number();
        student.TouchedAt = from.Number();
    }

    private static int Slot(ref ByteReader from, int slots) =>
        from.SignedSmall() is >= -1 and var slot && slot < slots ? slot : throw new FormatViolationException("A checkpoint names a slot that it does not have.");

    // Skills without an opportunity are not written; how long the array is does not show.
    private static void WriteSkills(ByteWriter to, ReadOnlySpan<MasteryEstimate> skills)
    {
        var count = 0;
        foreach (var skill in skills)
            if (skill != default) count++;
        to.Number(count);
        for (var slot = 0; slot < skills.Length; slot++)
        {
            if (skills[slot] == default) continue;
            to.Number(slot);
            EstimateFormat.Write(to, skills[slot]);
        }
    }

    private static MasteryEstimate[] ReadSkills(ref ByteReader from, int slots)
    {
        var count = from.Small();
        if (count == 0) return [];
        var skills = new MasteryEstimate[slots];
        for (; count > 0; count--)
        {
            var slot = from.Small();
            if (slot >= slots) throw new FormatViolationException("A checkpoint names a skill that it does not have.");
            skills[slot] = EstimateFormat.ReadMastery(ref from);
        }

        return skills;
    }
}
