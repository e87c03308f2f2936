// The age of the data in sight (screens.md §1.4, §7).
import { say } from '../words/say';

export interface Age {
  /** live: a steady dot; aged: a number; stale: the amber line; off: the link is down, and not yet for long. */
  mark: 'live' | 'aged' | 'stale' | 'off';
  text: string;
}

const freshUnderMs = 5_000;
const staleFromMs = 15_000;

/** @param heardMs how long ago the server was last heard @param connected whether the link is up and watching */
export function ageOf(heardMs: number, connected: boolean): Age {
  const age = oldFor(heardMs);
  if (heardMs >= staleFromMs) return { mark: 'stale', text: say(connected ? 'live.age.stale' : 'live.age.reconnecting', { age }) };
  if (!connected) return { mark: 'off', text: heardMs < freshUnderMs ? say('live.age.off') : say('live.age.trying', { age }) };
  return heardMs < freshUnderMs ? { mark: 'live', text: say('live.age.live') } : { mark: 'aged', text: say('live.age.old', { age }) };
}

function oldFor(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  if (seconds < 120) return say('live.age.seconds', { count: seconds });
  const minutes = Math.floor(seconds / 60);
  return minutes < 120 ? say('live.age.minutes', { count: minutes }) : say('live.age.hours', { count: Math.floor(minutes / 60) });
}
