// The screen stays on while a lesson runs, where the browser allows and the teacher walks with it.

interface Sentinel {
  released: boolean;
  release(): Promise<void>;
}

let held: Sentinel | null = null;
let asking = false;

/** Holds the screen on, or lets it go. Called often; asks the browser only where something changed. */
export async function keepAwake(wanted: boolean): Promise<void> {
  const lock = (navigator as { wakeLock?: { request(type: 'screen'): Promise<Sentinel> } }).wakeLock;
  if (!lock || asking) return;
  const on = held !== null && !held.released;
  const want = wanted && document.visibilityState === 'visible' && matchMedia('(max-width: 1279px)').matches;
  if (on === want) return;
  asking = true;
  try {
    if (want) held = await lock.request('screen');
    else await held?.release();
  } catch {
    // The battery is low, or the browser does not want to: the lesson goes on without.
  } finally {
    asking = false;
  }
}
