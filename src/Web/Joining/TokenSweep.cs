using LiveClass.Engine;
using LiveClass.Records;
using LiveClass.Records.Joining;
using LiveClass.Web.Start;

namespace LiveClass.Web.Joining;

/// <summary>Deletes tokens that have expired, every hour.</summary>
internal sealed class TokenSweep(DeviceTokenStore tokens, Scheduling scheduling) : RegularWork(scheduling, TimeSpan.FromHours(1))
{
    protected override async Task WorkAsync(CancellationToken stop)
    {
        try
        {
            await tokens.SweepAsync(stop);
        }
        catch (Exception e) when (e is RecordsUnavailableException or OperationCanceledException)
        {
            // What has expired opens nothing: deleting it waits for the next hour.
        }
    }
}
