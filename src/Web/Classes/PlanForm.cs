using System.Collections.Immutable;
using System.Globalization;
using LiveClass.Grains.Abstractions;
using LiveClass.Records;
using LiveClass.Records.Classrooms;
using LiveClass.Records.Plans;
using LiveClass.Web.Access.Accounts;

namespace LiveClass.Web.Classes;

/// <summary>A plan as it stands in its form: texts, as they are or as they were typed, in the school's zone.</summary>
/// <param name="Number">The plan that is changed; 0 for a new one.</param>
/// <param name="Title">What people call it; may be empty.</param>
/// <param name="Day">Its day, as <c>2026-11-23</c>.</param>
/// <param name="From">When it starts, as <c>09:00</c>.</param>
/// <param name="To">When it ends.</param>
/// <param name="Targets">Ids of the skills that are ticked, in order.</param>
public sealed record PlanForm(int Number, string Title, string Day, string From, string To, IReadOnlyList<string> Targets)
{
    /// <summary>The most characters of a title.</summary>
    public const int LongestTitle = 80;

    private const string DayFormat = "yyyy-MM-dd", HourFormat = "HH:mm";

    // Nobody plans further, and a slip of the year is seen.
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(400);

    /// <summary>A new plan: tomorrow at nine, for what the class works on first.</summary>
    internal static PlanForm New(ClassroomRecord classroom, SchoolZone zone) => new(
        0, "", zone.At(zone.Now).AddDays(1).ToString(DayFormat, CultureInfo.InvariantCulture), "09:00", "09:50",
        [.. classroom.Skills.Take(PlanDraft.MostTargets).Select(skill => skill.Id)]);

    /// <summary>A plan as it is.</summary>
    internal static PlanForm Of(PlanRecord plan, ClassroomRecord classroom, SchoolZone zone) => new(
        plan.Number, plan.Draft.Title ?? "", zone.At(plan.Draft.Starts).ToString(DayFormat, CultureInfo.InvariantCulture), Hour(zone.At(plan.Draft.Starts)),
        Hour(zone.At(plan.Draft.Ends)), [.. plan.Draft.Targets.Select(classroom.Skill).OfType<SkillRecord>().Select(skill => skill.Id)]);

    /// <summary>What was sent.</summary>
    internal static PlanForm Sent(IFormCollection form) => new(
        int.TryParse(form["plan"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0,
        form["title"].ToString().Trim(), form["day"].ToString(), form["from"].ToString(), form["to"].ToString(),
        [.. form["target"].OfType<string>().Distinct(StringComparer.Ordinal)]);

    /// <summary>What is to be kept of it, or what is wrong.</summary>
    /// <param name="classroom">The class.</param>
    /// <param name="before">The plan that it changes; null for a new one. Its targets keep their order, those that are new come after.</param>
    /// <param name="zone">The school's zone.</param>
    internal (PlanDraft? Draft, FormProblem? Problem) Read(ClassroomRecord classroom, PlanRecord? before, SchoolZone zone)
    {
        if (Title.Length > LongestTitle || (Title.Length > 0 && !RecordId.IsName(Title))) return (null, new("title", "classes.plan.title.bad"));
        if (Targets.Count is 0 or > PlanDraft.MostTargets || Targets.Any(target => classroom.Skill(target) is null)) return (null, new("target", "classes.start.targets"));
        if (!DateOnly.TryParseExact(Day, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return (null, new("day", "classes.plan.day.bad"));
        if (InstantOf(day, From, zone) is not { } starts) return (null, new("from", "classes.plan.hour.bad"));
        if (InstantOf(day, To, zone) is not { } ends) return (null, new("to", "classes.plan.hour.bad"));
        if (ends <= starts) return (null, new("to", "classes.plan.to.early"));
        if (starts <= zone.Now) return (null, new("from", "classes.plan.past"));
        if (starts > zone.Now + Furthest) return (null, new("day", "classes.plan.day.far"));
        return (new PlanDraft(Title.Length > 0 ? Title : null, starts, ends, Order(classroom, before)), null);
    }

    private static string Hour(DateTime at) => at.ToString(HourFormat, CultureInfo.InvariantCulture);

    private static Instant? InstantOf(DateOnly day, string hour, SchoolZone zone) =>
        TimeOnly.TryParseExact(hour, [HourFormat, "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? zone.Of(day, at) : null;

    private ImmutableArray<SkillKey> Order(ClassroomRecord classroom, PlanRecord? before)
    {
        var ticked = Targets.Select(target => classroom.Skill(target)!.Key).ToHashSet();
        var known = before?.Draft.Targets.Where(ticked.Contains).ToList() ?? [];
        return [.. known, .. classroom.Skills.Select(skill => skill.Key).Where(key => ticked.Contains(key) && !known.Contains(key))];
    }
}
