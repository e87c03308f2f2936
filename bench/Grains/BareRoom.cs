using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Learning.NextSteps;
using LiveClass.Silo.Grains.Classroom;

namespace LiveClass.Bench.Grains;

/// <summary>A student in plain fields.</summary>
internal struct BareStudent
{
    public AbilityEstimate Ability;
    public NextStep NextStep;
    public HelpReasons Help;
    public Instant JoinedAt;
    public Instant LastAnswerAt;
    public int LastItem;
    public int LastSkill;
}

/// <summary>A classroom's data in plain arrays, by number instead of by lookup: what the rules need and nothing else.</summary>
internal sealed class BareRoom : IItemBank
{
    public readonly BareStudent[] Students = new BareStudent[SchoolShape.Students];
    public readonly MasteryEstimate[] Estimates = new MasteryEstimate[SchoolShape.Students * SchoolShape.Skills];
    public readonly ItemEstimate[] Items = new ItemEstimate[SchoolShape.Items];
    public readonly byte[] Choices = new byte[SchoolShape.Items];
    public long Ordinal;

    /// <summary>Takes over a classroom as it stands.</summary>
    public BareRoom(ClassroomState state)
    {
        Ordinal = state.Ordinal;
        for (var i = 0; i < Students.Length; i++)
        {
            var known = state.Students[i];
            Students[i] = new BareStudent
            {
                Ability = known.Ability,
                NextStep = known.NextStep,
                Help = known.Help,
                JoinedAt = known.JoinedAt,
                LastAnswerAt = known.LastAnswerAt,
                LastItem = known.LastItem,
                LastSkill = known.LastSkill,
            };
            for (var skill = 0; skill < SchoolShape.Skills; skill++) Estimates[i * SchoolShape.Skills + skill] = known.Skill(skill);
        }

        for (var i = 0; i < Items.Length; i++)
        {
            Items[i] = state.Items[i].Estimate;
            Choices[i] = (byte)state.Items[i].Options;
        }
    }

    int IItemBank.CountOf(int skillIndex) => SchoolShape.ItemsOfSkill;

    int IItemBank.ItemOf(int skillIndex, int n) => skillIndex * SchoolShape.ItemsOfSkill + n;

    ItemKey IItemBank.Key(int itemIndex) => new(itemIndex + 1);

    ItemEstimate IItemBank.Estimate(int itemIndex) => Items[itemIndex];

    int IItemBank.Options(int itemIndex) => Choices[itemIndex];

    EvidenceKind IItemBank.Kind(int itemIndex) => EvidenceKind.Practice;
}
