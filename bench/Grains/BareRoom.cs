using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Learning.NextSteps;
using LiveClass.Learning.Progressions;
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
    public Instant ExpectedSince;
    public int LastItem;
    public int LastSkill;
}

/// <summary>A classroom's data in plain arrays, by number instead of by lookup: what the rules need and nothing else.</summary>
internal sealed class BareRoom : IItemBank
{
    public readonly Progression Progression;
    public readonly int[] Targets;
    public readonly BareStudent[] Students;
    public readonly MasteryEstimate[] Estimates;
    public readonly ItemEstimate[] Items;
    public long Ordinal;
    private readonly ClassroomState places;
    private readonly ItemKey[] itemKeys;
    private readonly byte[] choices;
    private readonly int[][] itemsOfSkill;

    /// <summary>Takes over a classroom as it stands.</summary>
    public BareRoom(ClassroomState state)
    {
        places = state;
        Progression = state.Progression;
        Targets = state.TargetSlots.ToArray();
        Ordinal = state.Ordinal;
        Students = new BareStudent[state.Students.Count];
        Estimates = new MasteryEstimate[Students.Length * Progression.Count];
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
                ExpectedSince = known.ExpectedSince,
                LastItem = known.LastItem,
                LastSkill = known.LastSkill,
            };
            for (var skill = 0; skill < Progression.Count; skill++) Estimates[(i * Progression.Count) + skill] = known.Skill(skill);
        }

        var items = state.Items;
        Items = new ItemEstimate[items.Length];
        itemKeys = new ItemKey[items.Length];
        choices = new byte[items.Length];
        var ofSkill = Enumerable.Range(0, Progression.Count).Select(_ => new List<int>()).ToArray();
        for (var i = 0; i < items.Length; i++)
        {
            (Items[i], itemKeys[i], choices[i]) = (items[i].Estimate, items[i].Key, (byte)items[i].Options);
            for (var s = 0; s < items[i].Skills.Count; s++) ofSkill[state.SlotOf(items[i].Skills[s])].Add(i);
        }

        itemsOfSkill = [.. ofSkill.Select(list => list.ToArray())];
    }

    /// <summary>An answer with the places of its student, item and (only) skill.</summary>
    public AnswerStream.Line Place(int room, Instant received, in Evidence evidence) => new(
        room, received, evidence, places.SlotOf(evidence.Student), places.SlotOf(evidence.Item), places.SlotOf(evidence.Skills[0]));

    int IItemBank.CountOf(int skillIndex) => itemsOfSkill[skillIndex].Length;

    int IItemBank.ItemOf(int skillIndex, int n) => itemsOfSkill[skillIndex][n];

    ItemKey IItemBank.Key(int itemIndex) => itemKeys[itemIndex];

    ItemEstimate IItemBank.Estimate(int itemIndex) => Items[itemIndex];

    int IItemBank.Options(int itemIndex) => choices[itemIndex];

    EvidenceKind IItemBank.Kind(int itemIndex) => EvidenceKind.Practice;

    /// <summary>How many choices an item offers.</summary>
    public int OptionsOf(int item) => choices[item];
}
