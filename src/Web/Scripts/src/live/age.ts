// The age of the data in sight (screens.md §1.4, §7).

export interface Age {
  /** live: a steady dot; aged: a number; stale: the amber line; off: the link is down, and not yet for long. */
  mark: 'live' | 'aged' | 'stale' | 'off';
  text: string;
}

const freshUnderMs = 5_000;
const staleFromMs = 15_000;

/** @param heardMs how long ago the server was last heard @param connected whether the link is up and watching */
export function ageOf(heardMs: number, connected: boolean): Age {
  const old = oldFor(heardMs);
  if (heardMs >= staleFromMs) {
    const trying = connected ? '' : ' Trying to reach the server.';
    return { mark: 'stale', text: `Not live, ${old} old. Students keep working; answers wait on their devices.${trying}` };
  }
  if (!connected) return { mark: 'off', text: heardMs < freshUnderMs ? 'Not live, trying' : `${old} old, trying` };
  return heardMs < freshUnderMs ? { mark: 'live', text: 'Live' } : { mark: 'aged', text: `${old} old` };
}

function oldFor(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h`;
}
