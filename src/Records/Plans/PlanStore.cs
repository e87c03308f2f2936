using System.Collections.Immutable;
using LiveClass.Grains.Abstractions;
using LiveClass.Records.Lane;
using LiveClass.Records.Model;

namespace LiveClass.Records.Plans;

/// <summary>The planned lessons of the classrooms. Those that no lesson started from are in memory; written on the one lane.</summary>
public sealed class PlanStore
{
    /// <summary>The most plans of a classroom that wait for their lesson.</summary>
    public const int MostWaiting = 200;

    private const string Add = "INSERT INTO plans (classroom, title, starts, ends, used) VALUES (@p0, @p1, @p2, @p3, 0) RETURNING number";
    private const string Change = "UPDATE plans SET title = @p2, starts = @p3, ends = @p4 WHERE number = @p0 AND classroom = @p1 AND used = 0";
    private const string Remove = "DELETE FROM plans WHERE number = @p0 AND classroom = @p1 AND used = 0";
    private const string Use = "UPDATE plans SET used = @p2 WHERE number = @p0 AND classroom = @p1 AND used = 0";
    private const string AddTarget = "INSERT INTO plan_targets (plan, place, skill) VALUES (@p0, @p1, @p2)";
    private const string RemoveTargets = "DELETE FROM plan_targets WHERE plan = @p0";

    private readonly WriteLane lane;
    private readonly RecordsFile file;
    private readonly Lock gate = new();
    private volatile ImmutableDictionary<int, ImmutableArray<PlanRecord>> waiting;

    internal PlanStore(WriteLane lane, RecordsFile file)
    {
        this.lane = lane;
        this.file = file;
        waiting = file.Read(context => Read(context, [.. context.Plans.Where(row => row.Used == 0)]))
            .GroupBy(plan => plan.Classroom.Value).ToImmutableDictionary(plans => plans.Key, plans => Ordered(plans));
    }

    /// <summary>Who is told that a classroom's plans have changed, once that is durable. On the lane: it must not wait.</summary>
    public Action<ClassroomKey>? Changed { get; set; }

    /// <summary>The plans of a classroom that wait for their lesson, the earliest first; past ones too.</summary>
    public ImmutableArray<PlanRecord> Waiting(ClassroomKey classroom) => waiting.GetValueOrDefault(classroom.Value, []);

    /// <summary>The next lesson: the earliest plan that is not over; null where there is none.</summary>
    public PlanRecord? Next(ClassroomKey classroom, Instant now) => Waiting(classroom).FirstOrDefault(plan => plan.Draft.Ends > now);

    /// <summary>A plan of a classroom, used or not; null where there is none.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot be read now.</exception>
    public PlanRecord? Find(ClassroomKey classroom, int number) =>
        Waiting(classroom).FirstOrDefault(plan => plan.Number == number)
        ?? file.Read(context => Read(context, [.. context.Plans.Where(row => row.Number == number && row.Classroom == classroom.Value)])).FirstOrDefault();

    /// <summary>
    /// Makes a plan, or changes the one of a number that waits; null where there is none such, or where as many wait as may. Durable before
    /// it returns.
    /// </summary>
    /// <exception cref="ArgumentException">The draft cannot be kept: see <see cref="PlanDraft.IsValid"/>.</exception>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; send it again.</exception>
    public Task<PlanRecord?> PutAsync(ClassroomKey classroom, int? number, PlanDraft draft, CancellationToken cancellation = default)
    {
        if (!draft.IsValid) throw new ArgumentException("A plan has a title of 1-200 characters or none, ends after it starts, and has at most 12 targets.", nameof(draft));
        if (number is null && Waiting(classroom).Length >= MostWaiting) return Task.FromResult<PlanRecord?>(null);
        return lane.RunAsync(
            2 + draft.Targets.Length,
            connection => Write(connection, classroom, number, draft),
            written =>
            {
                if (written is not null) Replace(classroom, written.Number, written);
            },
            cancellation);
    }

    /// <summary>Removes a plan that waits; false where there is none such. Durable before it returns.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; send it again.</exception>
    public async Task<bool> RemoveAsync(ClassroomKey classroom, int number, CancellationToken cancellation = default) => await lane.RunAsync(
        2,
        connection =>
        {
            if (connection.Run(Remove, number, classroom.Value) == 0) return false;
            connection.Run(RemoveTargets, number);
            return true;
        },
        _ => Replace(classroom, number, with: null),
        cancellation);

    /// <summary>A lesson has started from a plan: it no longer waits. Harmless where it was used before.</summary>
    /// <exception cref="RecordsUnavailableException">Records cannot keep anything now; send it again.</exception>
    public Task UseAsync(ClassroomKey classroom, int number, Instant now, CancellationToken cancellation = default) => lane.RunAsync(
        1, connection => connection.Run(Use, number, classroom.Value, now.Milliseconds), _ => Replace(classroom, number, with: null), cancellation);

    /// <summary>Classrooms were removed with their plans.</summary>
    internal void Forget(IEnumerable<ClassroomKey> classrooms)
    {
        lock (gate) waiting = waiting.RemoveRange(classrooms.Select(classroom => classroom.Value));
    }

    private static PlanRecord? Write(LaneConnection connection, ClassroomKey classroom, int? known, PlanDraft draft)
    {
        var number = known ?? (int)connection.Number(Add, classroom.Value, draft.Title, draft.Starts.Milliseconds, draft.Ends.Milliseconds)!.Value;
        if (known is not null)
        {
            if (connection.Run(Change, number, classroom.Value, draft.Title, draft.Starts.Milliseconds, draft.Ends.Milliseconds) == 0) return null;
            connection.Run(RemoveTargets, number);
        }

        foreach (var (place, target) in draft.Targets.Index()) connection.Run(AddTarget, number, place, target.Value);
        return new PlanRecord(number, classroom, draft, Instant.None);
    }

    private static List<PlanRecord> Read(RecordsContext context, List<PlanRow> rows)
    {
        var numbers = rows.ConvertAll(row => row.Number);
        var targets = context.PlanTargets.Where(target => numbers.Contains(target.Plan)).OrderBy(target => target.Place).AsEnumerable().ToLookup(target => target.Plan);
        return rows.ConvertAll(row => new PlanRecord(
            row.Number, new(row.Classroom),
            new PlanDraft(row.Title, new(row.Starts), new(row.Ends), [.. targets[row.Number].Select(target => new SkillKey(target.Skill))]), new(row.Used)));
    }

    private static ImmutableArray<PlanRecord> Ordered(IEnumerable<PlanRecord> plans) =>
        [.. plans.OrderBy(plan => plan.Draft.Starts).ThenBy(plan => plan.Number)];

    private void Replace(ClassroomKey classroom, int number, PlanRecord? with)
    {
        lock (gate)
        {
            var others = Waiting(classroom).Where(plan => plan.Number != number);
            waiting = waiting.SetItem(classroom.Value, Ordered(with is null ? others : others.Append(with)));
        }

        Changed?.Invoke(classroom);
    }
}
