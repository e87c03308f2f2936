using LiveClass.Grains.Abstractions;
using LiveClass.Grains.Abstractions.Commands;
using LiveClass.Grains.Abstractions.Entries;
using LiveClass.Grains.Abstractions.Learning;

namespace LiveClass.Bench.Grains;

/// <summary>What every classroom of the run looks like: 30 students, 12 skills in three chains of four, 10 items a skill, a lesson on three targets.</summary>
internal static class SchoolShape
{
    public const int Students = 30;
    public const int Skills = 12;
    public const int ItemsOfSkill = 10;
    public const int Items = Skills * ItemsOfSkill;
    private const int Chain = 4;

    public static SourceKey RecordsSource => new(1000);

    public static Instant Start { get; } = Instant.Of(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    public static ClassroomConfigured Classroom { get; } = new(
        new SchoolKey(1),
        [.. Enumerable.Range(1, Students).Select(s => new RosterLine(new StudentKey(s), false))],
        [.. Enumerable.Range(1, Skills).Select(k => new SkillLine(new SkillKey(k), k % Chain == 1 ? [] : [new SkillKey(k - 1)]))],
        []);

    public static ItemsConfigured Bank { get; } = new(
        [.. Enumerable.Range(1, Items).Select(i => new ItemLine(new ItemKey(i), [SkillOf(new ItemKey(i))], EvidenceKind.Practice, i % 3 == 0 ? 4 : 0, 0))]);

    public static StartLesson Lesson { get; } = new([new SkillKey(2), new SkillKey(6), new SkillKey(10)], Instant.None, LessonBlockKind.Flex);

    public static SkillKey SkillOf(ItemKey item) => new(((item.Value - 1) / ItemsOfSkill) + 1);
}
