namespace LiveClass.Tests.Browser.Student;

/// <summary>Waiting for what no page shows, and scripts that look where no person can.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>How many forms the device has prepared.</summary>
    public const string PreparedForms =
        """
        () => new Promise((resolve, reject) => {
          const open = indexedDB.open('liveclass-forms', 1);
          open.onerror = () => reject(open.error);
          open.onsuccess = () => {
            const count = open.result.transaction('forms').objectStore('forms').count();
            count.onsuccess = () => { resolve(count.result); open.result.close(); };
          };
        })
        """;

    /// <summary>Everything that the outboxes hold, as text.</summary>
    public const string WholeDisk =
        """
        () => new Promise((resolve, reject) => {
          const open = indexedDB.open('liveclass-outbox', 1);
          open.onerror = () => reject(open.error);
          open.onsuccess = async () => {
            const stores = [...open.result.objectStoreNames];
            const work = open.result.transaction(stores);
            const all = await Promise.all(stores.map((name) => new Promise((done) => (work.objectStore(name).getAll().onsuccess = (event) => done(event.target.result)))));
            open.result.close();
            resolve(JSON.stringify(all) + JSON.stringify({ ...localStorage }));
          };
        })
        """;

    /// <summary>
    /// Notes whatever moves from now on. What has the same place before and after is a letter inside of the box that is typed in, which browsers count as well.
    /// </summary>
    public const string WatchShifts =
        """
        () => {
          window.shifted = [];
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries())
              for (const { node, previousRect, currentRect } of entry.sources)
                if (JSON.stringify(previousRect) !== JSON.stringify(currentRect)) window.shifted.push(node?.outerHTML ?? node?.textContent ?? 'gone');
          }).observe({ type: 'layout-shift' });
        }
        """;

    /// <summary>Speech that keeps what it was given.</summary>
    public const string StandInForSpeech =
        """
        window.said = [];
        window.voices = [{ name: 'distant voice', lang: 'en-US', localService: false, default: true }, { name: 'device voice', lang: 'en-GB', localService: true, default: false }];
        window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
        Object.defineProperty(window, 'speechSynthesis', { value: {
          onvoiceschanged: null,
          getVoices: () => window.voices,
          speak: (one) => window.said.push({ text: one.text, voice: one.voice.name }),
          cancel: () => {},
        } });
        """;

    /// <summary>Waits until it is so.</summary>
    public static async Task Async(Func<bool> isSo)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!isSo())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Patience, "It did not become so.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
    }
}
