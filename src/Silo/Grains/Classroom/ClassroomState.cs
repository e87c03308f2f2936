using System.Collections.Immutable;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Learning.NextSteps;
using LiveClass.Learning.Progressions;
using LiveClass.Silo.Grains.Station;
using LiveClass.Silo.Grains.Student;

namespace LiveClass.Silo.Grains.Classroom;

/// <summary>
/// The aggregate: a classroom with its students, skills, items, stations and lesson, as the entries up to
/// <see cref="Version"/> made it. Changed by <see cref="ClassroomFold"/> alone, on the owner and on every board replica alike.
/// </summary>
public sealed class ClassroomState(ClassroomKey key) : IItemBank
{
    private readonly List<StudentState> students = [];
    private readonly Dictionary<int, int> studentSlots = [];
    private readonly List<SkillKey> skills = [];
    private readonly Dictionary<int, int> skillSlots = [];
    private readonly List<List<int>> givable = [];
    private readonly Dictionary<int, int> itemSlots = [];
    private ItemSlot[] items = [];
    private readonly List<SkillLine?> listed = [];
    private int[] targetSlots = [];
    private int itemCount;
    private Progression? progression;

    /// <summary>Which classroom.</summary>
    public ClassroomKey Key { get; } = key;

    /// <summary>Its school; none until it is configured.</summary>
    public SchoolKey School { get; internal set; }

    /// <summary>The position of the last entry that is included.</summary>
    public long Version { get; internal set; }

    /// <summary>The receipt time of that entry.</summary>
    public Instant ReceivedAt { get; internal set; }

    /// <summary>The version of the rules that hold.</summary>
    public int RulesVersion { get; internal set; } = Rules.First;

    /// <summary>Its thresholds.</summary>
    public ClassroomPolicy Policy { get; internal set; } = ClassroomPolicy.Default;

    /// <summary>The running lesson or the last; null where there was none.</summary>
    public Lesson? Lesson
    {
        get;
        internal set
        {
            if (value?.Targets != field?.Targets) targetSlots = value is null ? [] : [.. value.Targets.Select(SkillFor)];
            field = value;
        }
    }

    /// <summary>The slots of the lesson's targets.</summary>
    public ReadOnlySpan<int> TargetSlots => targetSlots;

    /// <summary>True where every skill that was ever named is on the list now.</summary>
    public bool AllListed => SkillLines.Length == skills.Count;

    /// <summary>The records' number of the configuration that holds.</summary>
    public long ConfiguredBy { get; internal set; }

    /// <summary>True while a lesson runs.</summary>
    public bool LessonRuns => Lesson is { Running: true };

    /// <summary>When evidence or a command of a person last came.</summary>
    public Instant LastActivity { get; internal set; }

    /// <summary>The position of the last command about the lesson as a whole.</summary>
    public long LessonTouchedAt { get; internal set; }

    /// <summary>What it has got so far.</summary>
    public ClassroomCounts Counts { get; internal set; }

    /// <summary>Answers and observations counted so far; the seed of choices, since it is the same however entries are spread over the log.</summary>
    public long Ordinal { get; internal set; }

    /// <summary>Its skills with their prerequisites, by slot.</summary>
    public Progression Progression => progression ??= Progression.Of([.. skills.Select(LineOf)]);

    /// <summary>The classroom's list of skills, as configured.</summary>
    public ImmutableArray<SkillLine> SkillLines { get; private set; } = [];

    /// <summary>Students in the order in which the log named them.</summary>
    public IReadOnlyList<StudentState> Students => students;

    /// <summary>Every skill that the log ever named, by slot. Slots are never given up.</summary>
    public IReadOnlyList<SkillKey> Skills => skills;

    /// <summary>Stations in the order of their numbers.</summary>
    public List<StationState> Stations { get; } = [];

    /// <summary>What was seen of each source.</summary>
    public Dictionary<int, SourceSeen> Sources { get; } = [];

    /// <summary>Sources that have had as many ranges as they may since this state was loaded; some may have room again. No part of the state.</summary>
    public HashSet<int> FullSources { get; } = [];

    /// <summary>Outcomes of commands: of this lesson, and of the day before it began.</summary>
    public Dictionary<CommandKey, SettledCommand> Settled { get; } = [];

    /// <summary>How often each misconception was seen in this lesson, by skill and misconception.</summary>
    public SortedDictionary<(int Skill, int Misconception), int> Misses { get; } = [];

    /// <summary>What about the lesson as a whole can still be taken back, the newest last.</summary>
    public List<LessonUndo> Undo { get; } = [];

    /// <summary>Positions of quarantined answers that were released.</summary>
    public SortedSet<long> Released { get; } = [];

    /// <summary>All items, by slot.</summary>
    public ReadOnlySpan<ItemSlot> Items => items.AsSpan(0, itemCount);

    /// <summary>The slot of a student; -1 where unknown.</summary>
    public int SlotOf(StudentKey student) => studentSlots.GetValueOrDefault(student.Value, -1);

    /// <summary>The slot of a skill; -1 where unknown.</summary>
    public int SlotOf(SkillKey skill) => skillSlots.GetValueOrDefault(skill.Value, -1);

    /// <summary>The slot of an item; -1 where unknown.</summary>
    public int SlotOf(ItemKey item) => itemSlots.GetValueOrDefault(item.Value, -1);

    /// <summary>A student; null where unknown.</summary>
    public StudentState? Find(StudentKey student) => SlotOf(student) is >= 0 and var slot ? students[slot] : null;

    /// <summary>A station; null where unknown.</summary>
    public StationState? Find(StationKey station)
    {
        foreach (var candidate in Stations)
            if (candidate.Line.Station == station) return candidate;
        return null;
    }

    /// <summary>True where the skill of a slot is on the classroom's list.</summary>
    public bool IsListed(int slot) => listed[slot] is not null;

    int IItemBank.CountOf(int skillIndex) => givable[skillIndex].Count;

    int IItemBank.ItemOf(int skillIndex, int n) => givable[skillIndex][n];

    ItemKey IItemBank.Key(int itemIndex) => items[itemIndex].Key;

    ItemEstimate IItemBank.Estimate(int itemIndex) => items[itemIndex].Estimate;

    int IItemBank.Options(int itemIndex) => items[itemIndex].Options;

    EvidenceKind IItemBank.Kind(int itemIndex) => items[itemIndex].Kind;

    internal StudentState StudentFor(StudentKey student)
    {
        if (Find(student) is { } known) return known;
        var added = new StudentState(student);
        studentSlots.Add(student.Value, students.Count);
        students.Add(added);
        return added;
    }

    internal int SkillFor(SkillKey skill)
    {
        if (SlotOf(skill) is >= 0 and var slot) return slot;
        skillSlots.Add(skill.Value, skills.Count);
        skills.Add(skill);
        givable.Add([]);
        listed.Add(null);
        progression = null;
        return skills.Count - 1;
    }

    internal ref ItemSlot ItemFor(ItemKey item, in SkillSet itsSkills)
    {
        if (SlotOf(item) is >= 0 and var slot) return ref items[slot];
        if (itemCount == items.Length) Array.Resize(ref items, Math.Max(16, items.Length * 2));
        itemSlots.Add(item.Value, itemCount);
        ref var added = ref items[itemCount];
        added = new ItemSlot { Key = item };
        itemCount++;
        SetItemSkills(itemCount - 1, itsSkills);
        return ref added;
    }

    internal void SetItemSkills(int slot, in SkillSet itsSkills)
    {
        if (items[slot].Skills == itsSkills) return;
        var before = items[slot].Skills;
        for (var i = 0; i < before.Count; i++) givable[SkillFor(before[i])].Remove(slot);
        for (var i = 0; i < itsSkills.Count; i++)
        {
            // By slot, so that the order does not tell in which order items came to a skill.
            var ofSkill = givable[SkillFor(itsSkills[i])];
            ofSkill.Insert(~ofSkill.BinarySearch(slot), slot);
        }

        items[slot].Skills = itsSkills;
    }

    internal void SetSkillLines(ImmutableArray<SkillLine> lines)
    {
        SkillLines = lines;
        foreach (var line in lines) SkillFor(line.Skill);
        for (var slot = 0; slot < listed.Count; slot++) listed[slot] = null;
        foreach (var line in lines) listed[SlotOf(line.Skill)] = line;
        progression = null;
    }

    private SkillLine LineOf(SkillKey skill, int slot) => listed[slot] ?? new SkillLine(skill, []);
}
