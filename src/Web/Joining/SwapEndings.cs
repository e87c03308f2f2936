using LiveClass.Engine;
using LiveClass.Records;
using LiveClass.Records.Classrooms;
using LiveClass.Records.Joining;

namespace LiveClass.Web.Joining;

/// <summary>Tells devices that they are another student's now, so that they connect again, and the adults who watch.</summary>
internal sealed class SwapEndings(
    DeviceTokenStore tokens, DeviceEndings endings, JoiningScreens screens, ClassroomDirectory classrooms, Scheduling scheduling) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        tokens.Reassigned = Tell;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        tokens.Reassigned = null;
        return Task.CompletedTask;
    }

    private void Tell(IReadOnlyList<DeviceToken> swapped) => _ = scheduling.Start(() => TellAsync(swapped));

    private async Task TellAsync(IReadOnlyList<DeviceToken> swapped)
    {
        await endings.TellAsync(swapped, TokenEnds.Swapped);
        try
        {
            if (await classrooms.FindAsync(swapped[0].Classroom, CancellationToken.None) is { } classroom)
                await screens.TellAsync(classroom, swapped[0].Lesson, CancellationToken.None);
        }
        catch (RecordsUnavailableException)
        {
            // Their screens ask again with the next change.
        }
    }
}
