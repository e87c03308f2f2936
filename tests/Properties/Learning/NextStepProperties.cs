using FsCheck;
using FsCheck.Fluent;
using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Learning.NextSteps;
using LiveClass.Learning.Progressions;

namespace LiveClass.Tests.Properties.Learning;

public class NextStepProperties
{
    [Fact]
    public void Unless_pinned_only_skills_with_mastered_prerequisites_are_given() => ForAllClassrooms((seed, room) =>
    {
        var step = room.Choose(pinned: -1, lastItem: -1);
        if (step.Skill == default) return;
        var skill = room.Progression.IndexOf(step.Skill);
        if (!room.Skills[skill].ReachedMastery)
            Assert.True(room.Progression.InFrontier(skill, room.Skills), $"seed {seed}: {step}");
        else
            Assert.Equal(NextStepKind.Review, step.Kind);
    });

    [Fact]
    public void A_pinned_skill_is_always_given() => ForAllClassrooms((seed, room) =>
    {
        var pinned = room.Draw.Below(room.Skills.Length);
        Assert.Equal(room.Progression.Key(pinned), room.Choose(pinned, lastItem: -1).Skill);
    });

    [Fact]
    public void An_item_is_of_the_skill_it_is_given_for_and_comes_with_its_chance() => ForAllClassrooms((seed, room) =>
    {
        var step = room.Choose(pinned: -1, lastItem: -1);
        var onDevice = step.Kind is NextStepKind.Practice or NextStepKind.Check or NextStepKind.Review or NextStepKind.Choose;
        Assert.Equal(onDevice, step.Item != default);
        Assert.Equal(step.Kind == NextStepKind.Choose, step.OtherItem != default);
        if (!onDevice) return;
        Assert.Equal(room.Progression.IndexOf(step.Skill), room.Items.SkillOf(step.Item));
        if (step.OtherItem != default) Assert.Equal(room.Progression.IndexOf(step.OtherSkill), room.Items.SkillOf(step.OtherItem));
        Assert.InRange(step.SuccessChance, 0, 1);
    });

    [Fact]
    public void The_same_item_comes_twice_in_a_row_only_where_nothing_else_can_be_given() => ForAllClassrooms((seed, room) =>
    {
        var first = room.Choose(pinned: -1, lastItem: -1);
        if (first.Item == default) return;
        var last = first.Item.Value - 1;
        var second = room.Choose(pinned: -1, last);
        if (second.Item != first.Item) return;
        for (var skill = 0; skill < room.Skills.Length; skill++)
        {
            if (!room.Progression.InFrontier(skill, room.Skills)) continue;
            for (var n = 0; n < Math.Min(room.Items.CountOf(skill), 2); n++)
            {
                var other = room.Items.ItemOf(skill, n);
                var fits = room.Items.Kind(other) is EvidenceKind.Practice or EvidenceKind.Formative;
                Assert.False(other != last && fits && room.Items.CountOf(skill) <= 16, $"seed {seed}: item {other + 1} could be given");
            }
        }
    });

    [Fact]
    public void The_same_question_has_the_same_answer() => ForAllClassrooms((seed, room) =>
        Assert.Equal(room.Choose(pinned: -1, lastItem: 0), room.Choose(pinned: -1, lastItem: 0)));

    [Fact]
    public void The_nearest_root_is_on_the_frontier_and_is_needed() => ForAllClassrooms((seed, room) =>
    {
        for (var skill = 0; skill < room.Skills.Length; skill++)
        {
            var root = room.Progression.NearestUnmasteredRoot(skill, room.Skills);
            Assert.Equal(room.Skills[skill].ReachedMastery, root < 0);
            if (root < 0) continue;
            Assert.True(room.Progression.InFrontier(root, room.Skills), $"seed {seed}");
            Assert.Contains(root, Under(room.Progression, skill));
        }
    });

    private static HashSet<int> Under(Progression progression, int skill)
    {
        var found = new HashSet<int> { skill };
        foreach (var prerequisite in progression.Prerequisites(skill)) found.UnionWith(Under(progression, prerequisite));
        return found;
    }

    private static void ForAllClassrooms(Action<int, Room> check) =>
        Prop.ForAll(Draw.Seeds, seed => check(seed, new Room(seed))).QuickCheckThrowOnFailure();

    private sealed class Room
    {
        private readonly int[] targets;
        private readonly Instant now;
        private readonly int seed;

        public Room(int seed)
        {
            this.seed = seed;
            Draw = new Draw(seed);
            var count = 1 + Draw.Below(12);
            Progression = Draw.Progression(count);
            Skills = Draw.Skills(count);
            Items = Draw.Items(count);
            targets = [.. Enumerable.Range(0, count).Where(_ => Draw.Chance(0.3))];
            now = new Instant(1_701_000_000_000L + Draw.Below(400) * 86_400_000L);
        }

        public Draw Draw { get; }
        public Progression Progression { get; }
        public MasteryEstimate[] Skills { get; }
        public DrawnItems Items { get; }

        public NextStep Choose(int pinned, int lastItem) => NextStepRule.Choose(new NextStepQuestion
        {
            Policy = ClassroomPolicy.Default,
            Progression = Progression,
            Skills = Skills,
            Student = default,
            Targets = targets,
            Items = Items,
            LastItem = lastItem,
            PinnedSkill = pinned,
            PinnedItem = default,
            PinnedUntil = default,
            LessonRunning = true,
            EyesUp = false,
            Station = null,
            StationKey = default,
            Now = now,
            Seed = seed,
        });
    }
}
