// One sender a device: of all tabs that are open one sends. Sending twice would count once, and cost twice.

const name = 'liveclass-outbox';
const leaseMs = 6_000;

/** What this needs of the browser; `locks` is there in secure contexts alone. */
export interface Turns {
  locks: Pick<LockManager, 'request'> | null;
  shelf: Pick<Storage, 'getItem' | 'setItem'> | null;
  now(): number;
  pause(ms: number): Promise<void>;
}

/** Runs `send` while it is this tab's turn, for as long as the page lives. `steal` takes the turn from a tab that sleeps. */
export function takeTurns(turns: Turns, send: (stopped: AbortSignal) => Promise<void>): { steal(): void } {
  if (turns.locks) return byLock(turns.locks, send);
  void byLease(turns, send);
  return { steal: () => {} };
}

function byLock(locks: Pick<LockManager, 'request'>, send: (stopped: AbortSignal) => Promise<void>): { steal(): void } {
  let holding = false;
  const hold = async (options: LockOptions): Promise<void> => {
    const stopped = new AbortController();
    try {
      await locks.request(name, options, async () => {
        holding = true;
        await send(stopped.signal);
      });
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      // Another tab took the turn: stop, and queue again.
      holding = false;
      stopped.abort();
      await hold({});
    }
  };
  void hold({});
  return { steal: () => void (holding || hold({ steal: true })) };
}

// Without locks: a lease on the device's shelf, renewed while this tab sends. Two tabs may overlap for a moment, which is harmless.
async function byLease(turns: Turns, send: (stopped: AbortSignal) => Promise<void>): Promise<void> {
  const tab = [...crypto.getRandomValues(new Uint8Array(8))].join('.');
  for (;;) {
    if (mine(turns, tab)) {
      const stopped = new AbortController();
      const sending = send(stopped.signal);
      while (mine(turns, tab)) await turns.pause(leaseMs / 3);
      stopped.abort();
      await sending;
    }
    await turns.pause(leaseMs / 3);
  }
}

function mine(turns: Turns, tab: string): boolean {
  try {
    const [holder, until] = (turns.shelf?.getItem(name) ?? '').split('|');
    if (holder && holder !== tab && Number(until) > turns.now()) return false;
    turns.shelf?.setItem(name, `${tab}|${turns.now() + leaseMs}`);
  } catch {
    // No shelf: every tab sends for itself.
  }
  return true;
}
