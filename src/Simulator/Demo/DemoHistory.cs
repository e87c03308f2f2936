namespace LiveClass.Simulator.Demo;

/// <summary>An answer that a student gave days before yesterday's lesson.</summary>
/// <param name="Student">Who.</param>
/// <param name="Skill">The skill.</param>
/// <param name="Item">The item.</param>
/// <param name="Before">How long before now.</param>
/// <param name="Answer">What was answered.</param>
public readonly record struct RememberedAnswer(DemoStudent Student, string Skill, string Item, TimeSpan Before, DemoAnswer Answer);

/// <summary>What a demo classroom knows from before its lessons: each student's known skills, some of them faded.</summary>
public static class DemoHistory
{
    // Within the 14 days that count; the last answer was wrong where the skill is due for review.
    private static readonly TimeSpan Ago = TimeSpan.FromDays(12);

    /// <summary>The answers, oldest first.</summary>
    /// <param name="room">The room.</param>
    /// <param name="learners">The model of each student.</param>
    /// <param name="items">The items of a skill that are worked on a device.</param>
    public static IEnumerable<RememberedAnswer> Of(
        DemoRoom room, IReadOnlyDictionary<string, DemoLearner> learners, Func<string, IReadOnlyList<string>> items)
    {
        foreach (var (place, skill) in DemoSkills.All.Index())
        {
            if (items(skill.Id) is not { Count: > 0 } ofSkill) continue;
            for (var n = 0; n < 4; n++)
            {
                foreach (var student in room.Students)
                {
                    var learner = learners[student.Id];
                    if (!learner.Knew(skill)) continue;
                    var faded = n == 3 && (learner.Place + place) % 9 == 0;
                    var item = ofSkill[(n + learner.Place) % ofSkill.Count];
                    var before = Ago - TimeSpan.FromMinutes((place * 30) + (n * 2));
                    yield return new RememberedAnswer(student, skill.Id, item, before, learner.Remember(item, !faded));
                }
            }
        }
    }
}
