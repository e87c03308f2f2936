using LiveClass.Grains.Abstractions.Views;

namespace LiveClass.Web.Hubs;

/// <summary>
/// One connection in an audience. It has at most one message under way: what comes meanwhile is dropped, and it gets the newest
/// board once it can take more. So a slow screen costs one message of memory and delays nobody.
/// </summary>
internal sealed class Screen(IClassroomClient client, Func<ValueTask<WireView>> newest)
{
    private readonly Lock gate = new();
    private bool busy;
    private bool behind;

    /// <summary>Sends a change, if nothing is under way; else the screen is behind.</summary>
    public void Send(WireView change, bool whole)
    {
        lock (gate)
        {
            if (busy)
            {
                behind = true;
                return;
            }

            busy = true;
        }

        _ = SendAsync(change, whole);
    }

    /// <summary>Sends a student's new card ahead of the board. One that is busy gets it with its next board.</summary>
    public void Step(CardView card)
    {
        lock (gate)
        {
            if (busy) return;
        }

        _ = StepAsync(card);
    }

    private async Task StepAsync(CardView card)
    {
        try
        {
            await client.NextStep(card);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The connection is going: the next one starts with the whole view.
        }
    }

    private async Task SendAsync(WireView first, bool whole)
    {
        try
        {
            var (next, snapshot) = (first, whole);
            while (true)
            {
                await (snapshot ? client.Snapshot(next) : client.Delta(next));
                if (IsDone()) return;
                (next, snapshot) = (await newest(), true);
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The connection is going, or the board cannot be read now: the next change shows the gap, and the client asks again.
            lock (gate) busy = behind = false;
        }
    }

    private bool IsDone()
    {
        lock (gate)
        {
            if (behind) return behind = false;
            busy = false;
            return true;
        }
    }
}
