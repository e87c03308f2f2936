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

    private async Task SendAsync(WireView first, bool whole)
    {
        var (next, snapshot) = (first, whole);
        while (true)
        {
            await (snapshot ? client.Snapshot(next) : client.Delta(next));
            lock (gate)
            {
                if (!behind)
                {
                    busy = false;
                    return;
                }

                behind = false;
            }

            (next, snapshot) = (await newest(), true);
        }
    }
}
