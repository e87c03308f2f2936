using LiveClass.Grains.Abstractions;
using LiveClass.Records.Classrooms;
using LiveClass.Records.Plans;

namespace LiveClass.Tests.Unit.Records;

public sealed class PlanTests : IDisposable
{
    private static readonly ClassroomKey Room = new(7);
    private static readonly Instant Nine = new(1_790_000_000_000);
    private readonly OpenedRecords records = new();

    public void Dispose() => records.Dispose();

    [Fact]
    public async Task A_plan_keeps_the_order_of_its_targets_and_outlives_a_restart()
    {
        var made = await records.Store.Plans.PutAsync(Room, null, Draft("Parts", 0, 5, 2, 9));
        records.Reopen();

        var kept = Assert.Single(records.Store.Plans.Waiting(Room));
        Assert.Equal((made!.Number, "Parts", Nine, TimeSpan.FromMinutes(50)), (kept.Number, kept.Draft.Title, kept.Draft.Starts, kept.Length));
        Assert.Equal([5, 2, 9], kept.Draft.Targets.Select(target => target.Value));
        Assert.Equal(made.Number, PlanRecord.NumberOf(kept.Id));
        Assert.Empty(records.Store.Plans.Waiting(new ClassroomKey(8)));
        Assert.Null(records.Store.Plans.Find(new ClassroomKey(8), made.Number));
    }

    [Fact]
    public async Task The_next_is_the_earliest_that_is_not_over()
    {
        var late = await records.Store.Plans.PutAsync(Room, null, Draft(null, 120));
        var early = await records.Store.Plans.PutAsync(Room, null, Draft(null, 0));

        Assert.Equal(early!.Number, records.Store.Plans.Next(Room, Nine)!.Number);
        Assert.Equal(early.Number, records.Store.Plans.Next(Room, Nine + TimeSpan.FromMinutes(49))!.Number);
        Assert.Equal(late!.Number, records.Store.Plans.Next(Room, Nine + TimeSpan.FromMinutes(50))!.Number);
        Assert.Null(records.Store.Plans.Next(Room, Nine + TimeSpan.FromDays(1)));
        Assert.Equal([early.Number, late.Number], records.Store.Plans.Waiting(Room).Select(plan => plan.Number));
    }

    [Fact]
    public async Task A_plan_is_changed_and_removed_by_its_own_classroom_alone()
    {
        var plan = (await records.Store.Plans.PutAsync(Room, null, Draft("Old", 0, 1, 2)))!;

        Assert.Null(await records.Store.Plans.PutAsync(new ClassroomKey(8), plan.Number, Draft("Stolen", 0)));
        Assert.False(await records.Store.Plans.RemoveAsync(new ClassroomKey(8), plan.Number));
        var changed = await records.Store.Plans.PutAsync(Room, plan.Number, Draft("New", 30, 2));
        records.Reopen();
        Assert.Equal(("New", plan.Number), (records.Store.Plans.Find(Room, plan.Number)!.Draft.Title, changed!.Number));
        Assert.Equal([2], records.Store.Plans.Waiting(Room)[0].Draft.Targets.Select(target => target.Value));

        Assert.True(await records.Store.Plans.RemoveAsync(Room, plan.Number));
        Assert.False(await records.Store.Plans.RemoveAsync(Room, plan.Number));
        records.Reopen();
        Assert.Empty(records.Store.Plans.Waiting(Room));
        Assert.NotEqual(plan.Number, (await records.Store.Plans.PutAsync(Room, null, Draft("After", 0)))!.Number);
    }

    [Fact]
    public async Task A_used_plan_no_longer_waits_cannot_be_changed_and_is_still_found()
    {
        var told = 0;
        records.Store.Plans.Changed = _ => told++;
        var plan = (await records.Store.Plans.PutAsync(Room, null, Draft("Parts", 0, 3)))!;

        await records.Store.Plans.UseAsync(Room, plan.Number, Nine);
        await records.Store.Plans.UseAsync(Room, plan.Number, Nine + TimeSpan.FromHours(1));
        records.Reopen();

        Assert.Equal(3, told);
        Assert.Null(records.Store.Plans.Next(Room, Nine));
        Assert.Null(await records.Store.Plans.PutAsync(Room, plan.Number, Draft("Other", 0)));
        Assert.False(await records.Store.Plans.RemoveAsync(Room, plan.Number));
        Assert.Equal(("Parts", Nine), (records.Store.Plans.Find(Room, plan.Number)!.Draft.Title, records.Store.Plans.Find(Room, plan.Number)!.Used));
    }

    [Fact]
    public async Task What_cannot_be_kept_is_refused()
    {
        PlanDraft[] wrong =
        [
            Draft("", 0), Draft(new string('x', 201), 0), Draft(null, 0) with { Ends = Nine }, Draft(null, 0) with { Ends = Nine + TimeSpan.FromHours(25) },
            Draft(null, 0) with { Starts = Instant.None }, Draft(null, 0, [.. Enumerable.Range(1, 13)]), Draft(null, 0, 1, 1),
        ];

        foreach (var draft in wrong) await Assert.ThrowsAsync<ArgumentException>(() => records.Store.Plans.PutAsync(Room, null, draft));
        Assert.Empty(records.Store.Plans.Waiting(Room));
    }

    [Fact]
    public async Task A_classroom_that_is_removed_takes_its_plans_along()
    {
        var made = await records.Store.ClassroomWriter.PutAsync(records.School, "6a", new ClassroomPut { Name = "6a" }, new(AllowEmpty: true));
        var room = (await records.Store.Classrooms.FindAsync(records.School, "6a"))!;
        Assert.Null(made.Refusal);
        var plan = (await records.Store.Plans.PutAsync(room.Key, null, Draft("Parts", 0, 1)))!;

        await records.Store.ClassroomRemoval.RemoveAsync(records.School, [room]);

        Assert.Empty(records.Store.Plans.Waiting(room.Key));
        Assert.Null(records.Store.Plans.Find(room.Key, plan.Number));
    }

    private static PlanDraft Draft(string? title, int minutesAfterNine, params int[] targets)
    {
        var starts = Nine + TimeSpan.FromMinutes(minutesAfterNine);
        return new(title, starts, starts + TimeSpan.FromMinutes(50), [.. targets.Select(target => new SkillKey(target))]);
    }
}
