using LiveClass.Grains.Abstractions.Learning;
using LiveClass.Learning.Items;
using LiveClass.Records.Classrooms;
using LiveClass.Records.Items;
using LiveClass.Records.Joining;
using LiveClass.Web.Boards;

namespace LiveClass.Web.Joining;

/// <summary>A skill of the lesson and an item to practise it with.</summary>
internal sealed record AheadItem(string Skill, string Item);

/// <summary>What a device prepares, so that its student can go on without a link: an item for each of the lesson's skills.</summary>
internal sealed class AheadDesk(LiveBoards boards, ClassroomDirectory classrooms, ItemDirectory items)
{
    /// <summary>One built-in item a skill, of the difficulty that the student's level asks for; the lesson's targets first.</summary>
    public async Task<IReadOnlyList<AheadItem>> OfAsync(DeviceToken token, CancellationToken cancellation)
    {
        if (await classrooms.FindAsync(token.Classroom, cancellation) is not { } classroom) return [];
        var board = await boards.ReadAsync(token.Classroom, cancellation);
        var own = classroom.Student(token.Student) is { } student ? board.Students.FirstOrDefault(known => known.Id == student.Id) : null;
        var builtIn = items.All(classroom.School)
            .Where(item => item.Kind == EvidenceKind.Practice && ItemTemplates.Shipped.TryFindUrl(item.Url, out _))
            .SelectMany(item => item.Skills.Select(skill => (Skill: skill, Item: item)))
            .ToLookup(pair => pair.Skill, pair => pair.Item);
        List<AheadItem> ahead = [];
        foreach (var id in board.Lesson?.Targets is { IsEmpty: false } targets ? targets : board.Columns)
        {
            if (classroom.Skill(id) is not { } skill) continue;
            var wanted = DifficultyFor(own?.Cells.FirstOrDefault(cell => cell.Skill == id)?.Level ?? MasteryLevel.NotStarted);
            if (builtIn[skill.Key].OrderBy(item => Math.Abs(DifficultyOf(item) - wanted)).ThenBy(item => item.Id, StringComparer.Ordinal).FirstOrDefault() is { } item)
                ahead.Add(new AheadItem(id, item.Id));
        }

        return ahead;
    }

    private static int DifficultyFor(MasteryLevel level) => level switch
    {
        MasteryLevel.NotStarted or MasteryLevel.Struggling => 1,
        MasteryLevel.Mastered => 3,
        _ => 2,
    };

    private static int DifficultyOf(ItemRecord item) => ItemTemplates.Shipped.TryFindUrl(item.Url, out var template) ? template.Level : 0;
}
