using System.Collections.Immutable;
using System.Runtime.InteropServices;
using LiveClass.Engine.Ports;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Events;
using LiveClass.Grains.Abstractions.Formats;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Learning.Mastery;
using LiveClass.Silo.Grains.Classroom;

namespace LiveClass.Silo.Swaps;

/// <summary>
/// What swapped students' estimates would be, had each answer come under the right name: their estimates at the start of the lesson, then
/// every answer and observation since in the log's order, by the rules. Items keep what they learned.
/// </summary>
public sealed class SwapRecount
{
    private readonly Ownership owners;
    private readonly ClassroomState state;
    private readonly Dictionary<StudentKey, Counted> students;
    private readonly Dictionary<ItemKey, ItemEstimate> items = [];
    private readonly ImmutableArray<MovedAnswer>.Builder answers = ImmutableArray.CreateBuilder<MovedAnswer>();

    private SwapRecount(ClassroomKey classroom, Ownership owners)
    {
        this.owners = owners;
        state = new ClassroomState(classroom);
        students = owners.Students.ToDictionary(student => student, _ => new Counted());
    }

    private sealed class Counted
    {
        public AbilityEstimate Ability;

        public Dictionary<SkillKey, MasteryEstimate> Skills { get; } = [];
    }

    /// <summary>What comes of a swap; null where that was done already, or there is no such swap.</summary>
    /// <param name="classroom">The classroom.</param>
    /// <param name="journal">Its journal, from the start, as far as it reaches.</param>
    /// <param name="swap">The swap's position.</param>
    /// <returns>The students at the version of the journal's end, and all answers since the lesson's start that are theirs.</returns>
    public static MoveAnswers? Of(ClassroomKey classroom, IReadOnlyList<JournalBlock> journal, long swap)
    {
        if (Ownership.Of(journal, swap) is not { Done: false } owners) return null;
        var recount = new SwapRecount(classroom, owners);
        foreach (var block in journal) recount.Add(block);
        return new MoveAnswers(
            swap, recount.state.Version,
            [.. recount.students.OrderBy(student => student.Key.Value).Select(student => recount.Moved(student.Key, student.Value))],
            recount.answers.ToImmutable());
    }

    // A skill on which nothing is left is as it was before anybody worked on it.
    private MovedStudent Moved(StudentKey key, Counted counted)
    {
        var skills = ImmutableArray.CreateBuilder<MovedEstimate>();
        for (var slot = 0; slot < state.Skills.Count; slot++)
        {
            var estimate = counted.Skills.GetValueOrDefault(state.Skills[slot]);
            if (estimate != (state.Find(key)?.Skill(slot) ?? default)) skills.Add(new(state.Skills[slot], estimate));
        }

        return new MovedStudent(key, counted.Ability, skills.ToImmutable());
    }

    private void Add(JournalBlock block)
    {
        // Thresholds and items' options as the block leaves them.
        ClassroomFold.Apply(state, block.Format, block.Body.Span);
        var walk = new EventWalk(block.Format, block.Body.Span);
        while (walk.MoveNext())
        {
            switch (walk.Tag)
            {
                case EventTag.AnswerCounted: Count(walk.Position, walk.Answer()); break;
                case EventTag.EstimateMoved when walk.Position <= owners.Start: Take(walk.Estimate()); break;
                case EventTag.Json: Follow(walk.Position, walk.Rare()); break;
            }
        }
    }

    private void Take(in EstimateMoved moved)
    {
        if (students.TryGetValue(moved.Student, out var student)) student.Skills[moved.Skill] = moved.Estimate;
    }

    private void Count(long position, in AnswerCounted counted)
    {
        var evidence = counted.Evidence;
        var item = items.GetValueOrDefault(evidence.Item);
        items[evidence.Item] = counted.Item;
        if (position <= owners.Start)
        {
            if (students.TryGetValue(evidence.Student, out var before)) before.Ability = counted.Ability;
            return;
        }

        var owner = owners.OwnerOf(position, counted);
        if (!students.TryGetValue(owner, out var student)) return;
        var slot = state.SlotOf(evidence.Item);
        var answer = new Answer(
            evidence.Score, counted.First, evidence.Hints, evidence.DurationMs, evidence.Kind, counted.At, slot >= 0 ? state.Items[slot].Options : 0);
        Span<SkillKey> skills = stackalloc SkillKey[evidence.Skills.Count];
        for (var i = 0; i < skills.Length; i++) skills[i] = evidence.Skills[i];
        Count(student, answer, skills, ref item);
        answers.Add(new MovedAnswer(position, owner, Figures(student, skills)));
    }

    private static ImmutableArray<MovedFigures> Figures(Counted student, ReadOnlySpan<SkillKey> skills)
    {
        var figures = ImmutableArray.CreateBuilder<MovedFigures>(skills.Length);
        foreach (var skill in skills) figures.Add(new(skill, student.Skills[skill].Mastery, student.Skills[skill].Next));
        return figures.MoveToImmutable();
    }

    private void Count(Counted student, in Answer answer, ReadOnlySpan<SkillKey> skills, ref ItemEstimate item)
    {
        Span<MasteryEstimate> estimates = stackalloc MasteryEstimate[SkillSet.Capacity];
        estimates = estimates[..skills.Length];
        for (var i = 0; i < skills.Length; i++) estimates[i] = student.Skills.GetValueOrDefault(skills[i]);
        AnswerRule.Count(answer, state.Policy, ref student.Ability, ref item, estimates);
        for (var i = 0; i < skills.Length; i++) student.Skills[skills[i]] = estimates[i];
    }

    private void Follow(long position, ClassroomEvent e)
    {
        switch (e)
        {
            case AnswersMoved moved when position <= owners.Start:
                foreach (var (key, ability, skills) in moved.Students)
                {
                    if (!students.TryGetValue(key, out var student)) continue;
                    student.Ability = ability;
                    foreach (var (skill, estimate) in skills) student.Skills[skill] = estimate;
                }

                break;
            case SkillObserved seen when position > owners.Start && !owners.IsUndone(position) && students.TryGetValue(seen.Student, out var observed):
                // An adult looked at the child, not at a name on a device. As in the turn of an observation, the student over all skills stays.
                var nothing = default(ItemEstimate);
                var ability0 = observed.Ability;
                Count(observed, new Answer(seen.GotIt ? 1f : 0f, true, 0, -1, EvidenceKind.Observed, seen.At, 0), [seen.Skill], ref nothing);
                observed.Ability = ability0;
                break;
            case LessonStarted started when position > owners.Start:
                foreach (var student in students.Values) Refresh(student, started.At);
                break;
        }
    }

    // Time alone can make a mastered skill due for review, as a lesson's start finds.
    private void Refresh(Counted student, Instant now)
    {
        foreach (var skill in student.Skills.Keys.ToArray())
        {
            ref var estimate = ref CollectionsMarshal.GetValueRefOrNullRef(student.Skills, skill);
            estimate.Level = Levels.Of(estimate, state.Policy, now);
        }
    }
}
