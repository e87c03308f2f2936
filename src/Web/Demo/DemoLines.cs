using LiveClass.Simulator.Demo;
using LiveClass.Web.Screens;

namespace LiveClass.Web.Demo;

/// <summary>What the person who starts the server reads of the demo school: where each of its screens is.</summary>
internal static class DemoLines
{
    /// <summary>Prints it, where there is one.</summary>
    /// <param name="services">The server's services.</param>
    /// <param name="here">Where this machine's browser finds the server.</param>
    /// <param name="to">Where to print.</param>
    public static async Task PrintAsync(IServiceProvider services, Uri here, TextWriter to)
    {
        if (!await services.GetRequiredService<DemoSchool>().IsThereAsync(CancellationToken.None)) return;
        await to.WriteLineAsync($"Demo school, invented people: {new Uri(here, "/demo")} signs you in as teacher, coach or admin, without a password");
        foreach (var room in DemoRoom.All) await to.WriteLineAsync($"  teacher's page {new Uri(here, ScreenPaths.Live(room.Id))}");
        await to.WriteLineAsync($"  student's page {new Uri(here, ScreenPaths.Student)} with the class code that stands on the demo's page");
        await to.WriteLineAsync($"  wall           {new Uri(here, "/wall")}");
    }
}
