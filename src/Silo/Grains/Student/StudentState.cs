using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Silo.Grains.Student;

/// <summary>
/// What a classroom knows of one of its students. Changed by the fold alone; a turn reads it and writes events.
/// </summary>
public sealed class StudentState(StudentKey key)
{
    /// <summary>So many answered items are remembered.</summary>
    public const int MostAnswered = 24;

    private MasteryEstimate[] skills = [];
    private int[] answered = [];
    private int answeredCount;

    /// <summary>Who.</summary>
    public StudentKey Key { get; } = key;

    /// <summary>True where the student is no longer on the roster.</summary>
    public bool Ended { get; internal set; }

    /// <summary>The place on the roster; students who never were on it come last.</summary>
    public int Order { get; internal set; } = int.MaxValue;

    /// <summary>Ability over all skills.</summary>
    public AbilityEstimate Ability { get; internal set; }

    /// <summary>Is the child in the room.</summary>
    public Presence Presence { get; internal set; }

    /// <summary>Since when.</summary>
    public Instant PresenceSince { get; internal set; }

    /// <summary>When the student came into this lesson; none where not yet.</summary>
    public Instant JoinedAt { get; internal set; }

    /// <summary>Where the student sits; none where nowhere.</summary>
    public StationKey Station { get; internal set; }

    /// <summary>Since when an answer is expected without a break: the last change of presence or seat, the end of eyes-up.</summary>
    public Instant ExpectedSince { get; internal set; }

    /// <summary>The last moment that the owner's clock noticed; none where none yet. What falls due later is still to be noticed.</summary>
    public Instant IdleNoticed { get; internal set; }

    /// <summary>When the last answer was given; none where there is none.</summary>
    public Instant LastAnswerAt { get; internal set; }

    /// <summary>The slot of the item answered last; -1 where there is none.</summary>
    public int LastItem { get; internal set; } = -1;

    /// <summary>The slot of the skill practised last in this lesson; -1 where there is none.</summary>
    public int LastSkill { get; internal set; } = -1;

    /// <summary>Answers in this lesson.</summary>
    public int LessonAnswers { get; internal set; }

    /// <summary>Right first attempts in this lesson.</summary>
    public int LessonRight { get; internal set; }

    /// <summary>Since when the hand is up; none where it is not.</summary>
    public Instant HandSince { get; internal set; }

    /// <summary>What the hand is about, as a text.</summary>
    public TextKey HandAbout { get; internal set; }

    /// <summary>What the hand is about; null where nobody said.</summary>
    public HandTopic? HandTopic { get; internal set; }

    /// <summary>Why a teacher should see the student.</summary>
    public HelpReasons Help { get; internal set; }

    /// <summary>What the student is asked to do.</summary>
    public NextStep NextStep { get; internal set; }

    /// <summary>The teacher's pin: a skill's slot, -1 where there is none.</summary>
    public int PinnedSkill { get; internal set; } = -1;

    /// <summary>The pinned item; none where any of the skill will do.</summary>
    public ItemKey PinnedItem { get; internal set; }

    /// <summary>Until when the pin holds; none: for the lesson.</summary>
    public Instant PinnedUntil { get; internal set; }

    /// <summary>Who is on the way; none where nobody.</summary>
    public AdultKey ClaimedBy { get; internal set; }

    /// <summary>Who is there; none where nobody.</summary>
    public AdultKey VisitedBy { get; internal set; }

    /// <summary>When the last visit ended or began; none where there was none.</summary>
    public Instant LastVisit { get; internal set; }

    /// <summary>True once an adult visited or observed the student in this lesson.</summary>
    public bool Seen { get; internal set; }

    /// <summary>A reason that is hidden from the list.</summary>
    public HelpReason PutOff { get; internal set; }

    /// <summary>Until when.</summary>
    public Instant PutOffUntil { get; internal set; }

    /// <summary>Items done in this lesson: first attempts.</summary>
    public int LessonItems { get; internal set; }

    /// <summary>How many items the student means to do in this lesson; 0 where it set itself no goal.</summary>
    public int Goal { get; internal set; }

    /// <summary>Which of two offered skills the student chose last; none where none.</summary>
    public SkillKey Chosen { get; internal set; }

    /// <summary>The check under way; null where none is.</summary>
    public OpenCheck? Check { get; internal set; }

    /// <summary>Until when the break is to last; none where open or where there is none.</summary>
    public Instant BreakUntil { get; internal set; }

    /// <summary>Skills whose work on paper is done, in this lesson.</summary>
    public List<SkillKey> PaperSkills { get; } = [];

    /// <summary>The station whose work is done; none where it is not.</summary>
    public StationKey PaperStation { get; internal set; }

    /// <summary>What can still be taken back, the newest last.</summary>
    public List<StudentUndo> Undo { get; } = [];

    /// <summary>Slots of the items answered in this lesson, the newest at most, without repeats; in the order of their first answers.</summary>
    public ReadOnlySpan<int> Answered => answered.AsSpan(0, answeredCount);

    /// <summary>The position of the last entry that changed anything of the student: what a screen saw is older or not.</summary>
    public long ChangedAt { get; internal set; }

    /// <summary>The position of the last command about the student.</summary>
    public long TouchedAt { get; internal set; }

    /// <summary>The estimates by skill slot. May be shorter than the classroom's list: what is beyond has no opportunity.</summary>
    public ReadOnlySpan<MasteryEstimate> Skills => skills;

    /// <summary>The estimate of a skill's slot.</summary>
    public MasteryEstimate Skill(int slot) => slot < skills.Length ? skills[slot] : default;

    internal void SetSkill(int slot, in MasteryEstimate estimate, int count)
    {
        if (slot >= skills.Length) Array.Resize(ref skills, Math.Max(count, slot + 1));
        skills[slot] = estimate;
    }

    internal void ForgetAnswered() => answeredCount = 0;

    // The oldest makes room. Room for all is made at once, so that a turn seldom allocates.
    internal void AddAnswered(int item)
    {
        if (Answered.Contains(item)) return;
        if (answered.Length == 0) answered = new int[MostAnswered];
        if (answeredCount == MostAnswered) answered.AsSpan(1).CopyTo(answered);
        else answeredCount++;
        answered[answeredCount - 1] = item;
    }

    internal void SetSkills(MasteryEstimate[] all) => skills = all;

    // What belongs to whoever sat at the device; what adults said of a name (seat, pin, visits, their checks) stays with it.
    internal void SwapLesson(StudentState other)
    {
        (Presence, other.Presence) = (other.Presence, Presence);
        (PresenceSince, other.PresenceSince) = (other.PresenceSince, PresenceSince);
        (JoinedAt, other.JoinedAt) = (other.JoinedAt, JoinedAt);
        (BreakUntil, other.BreakUntil) = (other.BreakUntil, BreakUntil);
        (LastAnswerAt, other.LastAnswerAt) = (other.LastAnswerAt, LastAnswerAt);
        (IdleNoticed, other.IdleNoticed) = (other.IdleNoticed, IdleNoticed);
        (LastItem, other.LastItem) = (other.LastItem, LastItem);
        (LastSkill, other.LastSkill) = (other.LastSkill, LastSkill);
        (LessonAnswers, other.LessonAnswers) = (other.LessonAnswers, LessonAnswers);
        (LessonRight, other.LessonRight) = (other.LessonRight, LessonRight);
        (LessonItems, other.LessonItems) = (other.LessonItems, LessonItems);
        (HandSince, other.HandSince) = (other.HandSince, HandSince);
        (HandAbout, other.HandAbout) = (other.HandAbout, HandAbout);
        (HandTopic, other.HandTopic) = (other.HandTopic, HandTopic);
        (Goal, other.Goal) = (other.Goal, Goal);
        (Chosen, other.Chosen) = (other.Chosen, Chosen);
        (answered, other.answered) = (other.answered, answered);
        (answeredCount, other.answeredCount) = (other.answeredCount, answeredCount);
        var (own, others) = (OwnCheck, other.OwnCheck);
        Check = others ?? (own is null ? Check : null);
        other.Check = own ?? (others is null ? other.Check : null);
        SkillKey[] paper = [.. PaperSkills];
        PaperSkills.Clear();
        PaperSkills.AddRange(other.PaperSkills);
        other.PaperSkills.Clear();
        other.PaperSkills.AddRange(paper);
    }

    private OpenCheck? OwnCheck => Check is { ByTeacher: false } own ? own : null;
}
