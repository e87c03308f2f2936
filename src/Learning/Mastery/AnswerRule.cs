using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Learning.Mastery;

/// <summary>What one answer changes. Bounded work, no allocation.</summary>
public static class AnswerRule
{
    /// <summary>
    /// Moves the student's, the item's and each skill's estimate for one answer. An opportunity is the first attempt at a
    /// form; a later attempt moves nothing but <see cref="MasteryEstimate.LastAt"/>. A first attempt after a hint counts
    /// as wrong. An adult's observation weighs as one attempt and says nothing about the item.
    /// </summary>
    /// <param name="answer">The answer.</param>
    /// <param name="policy">The classroom's thresholds.</param>
    /// <param name="student">The student over all skills.</param>
    /// <param name="item">The item; not touched by an observation.</param>
    /// <param name="skills">The student's estimates; the i-th belongs to the answer's i-th skill. At most 8.</param>
    public static void Count(
        in Answer answer, ClassroomPolicy policy, ref AbilityEstimate student, ref ItemEstimate item, Span<MasteryEstimate> skills)
    {
        if (answer.FirstAttempt)
        {
            var ofItem = answer.Kind != EvidenceKind.Observed;
            var expected = NextAnswer.Chance(student, ofItem ? item : default, skills, answer.At, answer.Options);
            Elo.Move(answer.Counted - expected, ofItem, ref student, ref item, skills);
            MoveMastery(answer, policy, skills);
            CountStudent(answer, ofItem, ref student, item);
            if (ofItem) CountItem(answer, ref item);
        }
        foreach (ref var skill in skills) Settle(answer, policy, student, ref skill);
    }

    /// <summary>
    /// P(mastery) of each skill: a part score s moves it to s·right + (1 - s)·wrong. A right answer credits every skill in
    /// full; a wrong one blames each the less, the less likely the others were mastered, so that a hard partner
    /// cannot keep a skill from mastery.
    /// </summary>
    private static void MoveMastery(in Answer answer, ClassroomPolicy policy, Span<MasteryEstimate> skills)
    {
        Span<double> before = stackalloc double[SkillSet.Capacity];
        for (var i = 0; i < skills.Length; i++)
            before[i] = skills[i].Opportunities == 0 ? policy.PriorMastery : skills[i].Mastery;

        var guess = Bkt.GuessOf(answer.Options, policy);
        var score = answer.Counted;
        for (var i = 0; i < skills.Length; i++)
        {
            var others = 1.0;
            for (var j = 0; j < skills.Length; j++)
                if (j != i) others *= before[j];
            var right = Bkt.Right(before[i], guess, policy.SlipRate);
            var wrong = Bkt.Wrong(before[i], others, guess, policy.SlipRate);
            skills[i].Mastery = (float)Bkt.Learn(score * right + (1 - score) * wrong, policy.LearnRate);
            CountSkill(score >= 1, policy, ref skills[i]);
        }
    }

    private static void CountSkill(bool right, ClassroomPolicy policy, ref MasteryEstimate skill)
    {
        if (skill.Opportunities < ushort.MaxValue)
        {
            skill.Opportunities++;
            if (right) skill.Right++;
        }
        skill.Recent = Pushed(skill.Recent, right);
        if (skill.Mastery >= (float)policy.MasteredAt) skill.ReachedMastery = true;
        else if (skill.Mastery < (float)policy.MasteryLostUnder) skill.ReachedMastery = false;
        if (skill.ReachedMastery) skill.Unmastered = 0;
        else if (skill.Unmastered < byte.MaxValue) skill.Unmastered++;
    }

    private static void CountStudent(in Answer answer, bool ofItem, ref AbilityEstimate student, in ItemEstimate item)
    {
        var right = answer.Counted >= 1;
        student.Recent = Pushed(student.Recent, right);
        student.Rapid = Pushed(student.Rapid, ofItem && !right && AnswerTime.IsRapid(answer.DurationMs, item));
        if (student.Answers < int.MaxValue) student.Answers++;
    }

    private static void CountItem(in Answer answer, ref ItemEstimate item)
    {
        AnswerTime.Count(answer.DurationMs, ref item);
        if (item.Answers < int.MaxValue) item.Answers++;
    }

    /// <summary>Brings age, next and level up to date. Answers may arrive late: age never runs back.</summary>
    private static void Settle(in Answer answer, ClassroomPolicy policy, in AbilityEstimate student, ref MasteryEstimate skill)
    {
        if (answer.At > skill.LastAt) skill.LastAt = answer.At;
        if (skill.Opportunities == 0) return;
        if (answer.FirstAttempt) skill.Next = (float)NextAnswer.OnAverage(student, skill, skill.LastAt);
        skill.Level = Levels.Of(skill, policy, skill.LastAt);
    }

    private static byte Pushed(byte bits, bool newest) => (byte)((bits << 1) | (newest ? 1 : 0));
}
