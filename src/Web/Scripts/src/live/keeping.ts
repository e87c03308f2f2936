// Whether the server keeps what it is given. Asked twice before it is said: a server that has just started catches up by itself.
import { say } from '../words/say';

export interface Health {
  ready: boolean;
  /** What does not keep: `log`, `records`, or `starting`. */
  code: string;
}

const everyMs = 10_000;
const againMs = 1_000;

/** The line to show after the last two answers; empty where all is well or nothing is known. */
export function notKept(before: Health | null, now: Health | null): string {
  if (!before || !now || before.ready || now.ready) return '';
  return say('live.notKept', { reason: say(`live.notKept.${now.code}`) });
}

/** Asks for as long as the page lives. */
export async function watchKeeping(say: (line: string) => void, pause: (ms: number) => Promise<unknown>, ask: () => Promise<Health | null> = askServer): Promise<never> {
  for (let before: Health | null = null; ; ) {
    const now = await ask();
    say(notKept(before, now));
    await pause(now && !now.ready && before?.ready !== false ? againMs : everyMs);
    before = now;
  }
}

// What cannot be asked is not known: the age of the data says that already.
async function askServer(): Promise<Health | null> {
  try {
    const response = await fetch('/health/ready', { headers: { accept: 'application/json' }, cache: 'no-store' });
    return (await response.json()) as Health;
  } catch {
    return null;
  }
}
