import { describe, expect, test } from 'vitest';
import { codeOf, Connection, type Hub, type Watcher } from '../src/live/connection';
import { retryDelay } from '../src/live/retry';
import type { BoardView, DeltaView } from '../src/views';
import { board } from './board';

describe('Retrying', () => {
  test('never waits longer than 2 s, and at least half of its step', () => {
    for (let attempt = 0; attempt < 1_000; attempt++) {
      expect(retryDelay(attempt, () => 1)).toBeLessThanOrEqual(2_000);
      expect(retryDelay(attempt, () => 0)).toBeGreaterThanOrEqual(50);
    }
  });

  test('grows, and is scattered', () => {
    expect([0, 1, 2, 3, 4, 5].map((attempt) => retryDelay(attempt, () => 1))).toEqual([100, 200, 400, 800, 1_600, 2_000]);
    expect(retryDelay(9, () => 0)).toBe(1_000);
  });
});

/** A hub that a test opens, closes and speaks for. */
class FakeHub implements Hub {
  readonly calls: unknown[][] = [];
  readonly handlers = new Map<string, (value: never) => void>();
  starts = 0;
  startFails = 0;
  answer: () => Promise<unknown> = () => Promise.resolve();
  close: () => void = () => {};

  start(): Promise<void> {
    this.starts++;
    return this.startFails-- > 0 ? Promise.reject(new Error('refused')) : Promise.resolve();
  }

  stop(): Promise<void> {
    this.close();
    return Promise.resolve();
  }

  invoke<T>(...call: unknown[]): Promise<T> {
    this.calls.push(call);
    return this.answer() as Promise<T>;
  }

  on(method: string, handler: (value: never) => void): void {
    this.handlers.set(method, handler);
  }

  onclose(handler: () => void): void {
    this.close = handler;
  }

  say(method: string, value: BoardView | DeltaView): void {
    this.handlers.get(method)!(value as never);
  }
}

function setUp() {
  const hub = new FakeHub();
  const seen: string[] = [];
  let applied: 'applied' | 'gap' = 'applied';
  const watcher: Watcher = {
    version: () => 10,
    snapshot: (snapshot) => seen.push(`snapshot ${snapshot.version}`),
    delta: (delta) => {
      seen.push(`delta ${delta.to}`);
      return applied;
    },
    connected: (up) => seen.push(up ? 'up' : 'down'),
    refused: (reason) => seen.push(`refused: ${reason}`),
  };
  const waits: number[] = [];
  const wait = (ms: number) => {
    waits.push(ms);
    return Promise.resolve();
  };
  const connection = new Connection(hub, 'c1', watcher, 'teacher', wait);
  return { hub, seen, waits, connection, gap: () => (applied = 'gap') };
}

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
};

describe('The connection', () => {
  test('watches from its version, as the teacher', async () => {
    const { hub, seen, connection } = setUp();
    void connection.run();
    await settled();
    expect(hub.calls).toEqual([['Watch', 'c1', 10, 'teacher']]);
    expect(seen).toEqual(['up']);
  });

  test('tries a first start that fails again and again', async () => {
    const { hub, seen, waits, connection } = setUp();
    hub.startFails = 5;
    void connection.run();
    await settled();
    expect(hub.starts).toBe(6);
    expect(waits).toHaveLength(5);
    expect(seen.at(-1)).toBe('up');
  });

  test('comes back after a loss and watches again', async () => {
    const { hub, seen, connection } = setUp();
    void connection.run();
    await settled();
    hub.close();
    await settled();
    expect(seen).toEqual(['up', 'down', 'up']);
    expect(hub.calls).toHaveLength(2);
  });

  test('asks for what is newer when it sees a gap, and once more for a gap seen meanwhile', async () => {
    const { hub, connection, gap } = setUp();
    void connection.run();
    await settled();
    let answer = (): void => {};
    hub.answer = () => new Promise<void>((resolve) => (answer = resolve));
    gap();
    const delta = { to: 12 } as DeltaView;
    hub.say('Delta', delta);
    hub.say('Delta', delta);
    hub.say('Delta', delta);
    await settled();
    expect(hub.calls).toHaveLength(2);
    answer();
    await settled();
    expect(hub.calls).toHaveLength(3);
    answer();
    await settled();
    expect(hub.calls).toHaveLength(3);
  });

  test('hands on snapshots', async () => {
    const { hub, seen } = setUp();
    hub.say('Snapshot', board());
    expect(seen).toEqual(['snapshot 10']);
  });

  test('says why it may not watch, and goes on trying', async () => {
    const { hub, seen, connection } = setUp();
    let refusals = 2;
    hub.answer = () =>
      refusals-- > 0
        ? Promise.reject(new Error("Failed to invoke 'Watch' due to an error on the server. HubException: unknown-classroom: No such classroom."))
        : Promise.resolve();
    void connection.run();
    await settled();
    await settled();
    expect(seen).toEqual(['refused: unknown-classroom', 'down', 'refused: unknown-classroom', 'down', 'up']);
  });
});

test('A refusal over the hub is its code', () => {
  expect(codeOf(new Error('Failed … HubException: too-many-requests: A connection watches at most 32 boards.'))).toBe('too-many-requests');
  expect(codeOf(new Error('WebSocket closed'))).toBeUndefined();
  expect(codeOf('?')).toBeUndefined();
});
