using Microsoft.Playwright;

namespace LiveClass.Bench.Page;

/// <summary>A device and its network, as the browser plays them.</summary>
/// <param name="Cpu">How many times slower its processor is.</param>
/// <param name="Megabits">Megabits a second down; half of it up.</param>
/// <param name="LatencyMs">What each request waits.</param>
internal sealed record SlowDevice(double Cpu, double Megabits, int LatencyMs)
{
    /// <summary>Makes a page slow.</summary>
    public async Task PlayAsync(IPage page)
    {
        var tools = await page.Context.NewCDPSessionAsync(page);
        await tools.SendAsync("Network.enable");
        await tools.SendAsync("Network.emulateNetworkConditions", new()
        {
            ["offline"] = false,
            ["latency"] = LatencyMs,
            ["downloadThroughput"] = Megabits * 1e6 / 8,
            ["uploadThroughput"] = Megabits * 1e6 / 16,
        });
        await tools.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = Cpu });
    }
}
