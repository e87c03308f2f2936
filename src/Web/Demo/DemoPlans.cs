using LiveClass.Grains.Abstractions;
using LiveClass.Records;
using LiveClass.Records.Plans;
using LiveClass.Simulator.Demo;
using LiveClass.Web.Demo.Past;

namespace LiveClass.Web.Demo;

/// <summary>Tomorrow's lesson of each of the demo's rooms, planned for the hour at which today's began.</summary>
internal static class DemoPlans
{
    private const int Minutes = 5;

    /// <summary>Plans them.</summary>
    /// <param name="records">Records.</param>
    /// <param name="rooms">The rooms as they were made.</param>
    /// <param name="began">When today's lesson began.</param>
    public static async Task MakeAsync(RecordsStore records, IEnumerable<PastRoom> rooms, DateTimeOffset began)
    {
        var starts = Instant.Of(began.AddDays(1).AddTicks(-(began.Ticks % TimeSpan.FromMinutes(Minutes).Ticks)));
        foreach (var room in rooms)
        {
            var (title, targets) = room.Room.Tomorrow;
            await records.Plans.PutAsync(room.Record.Key, number: null, new PlanDraft(title, starts, starts + DemoRoom.Length, [.. targets.Select(room.Skill)]));
        }
    }
}
