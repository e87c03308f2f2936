import { describe, expect, it } from 'vitest';
import { byHttp, byHub, verdictOf, type Verdict, type Way } from '../src/outbox/delivery';
import { MemoryStore } from '../src/outbox/memory';
import { Sender } from '../src/outbox/sender';
import type { Answer, KeptAnswer, Outbox } from '../src/outbox/store';
import { HubRefusal, LinkDown } from '../src/hub/hub';

const answer = (response: string): Answer => ({ item: 'k11a-2', kind: 'practice', attempt: 1, hints: 0, durationMs: 900, response, form: 7, at: '2026-11-22T09:00:00.000Z' });
const all: Verdict = { is: 'taken', refused: [], later: [] };

/** A sender whose pauses are noted and take no time; it stops when nothing is left, or after a number of pauses. */
async function run(store: MemoryStore, way: Way, { own = 'a', pauses = 8, now = 0 } = {}): Promise<{ paused: number[]; sent: [string, number[], number][] }> {
  const paused: number[] = [];
  const sent: [string, number[], number][] = [];
  const stopped = new AbortController();
  const sender = new Sender(store, {
    own: () => own,
    way: () => (outbox: Outbox, answers: readonly KeptAnswer[], waiting: number) => {
      sent.push([outbox.source, answers.map((one) => one.sequence), waiting]);
      return way(outbox, answers, waiting);
    },
    changed: () => {},
  }, {
    now: () => now,
    random: () => 1,
    pause: async (ms) => {
      paused.push(ms);
      if (ms === 60_000 || paused.length >= pauses) stopped.abort();
    },
  });
  await sender.run(stopped.signal);
  return { paused, sent };
}

async function filled(...boxes: [string, number][]): Promise<MemoryStore> {
  const store = new MemoryStore();
  for (const [source, count] of boxes) {
    await store.open({ source, deliverToken: source, openedAt: source === 'a' ? 9 : 1 });
    for (let place = 1; place <= count; place++) await store.append(source, answer(String(place)));
  }
  return store;
}

describe('the sender', () => {
  it('sends the own outbox first, in batches and in order, then what earlier children left', async () => {
    const store = await filled(['a', 60], ['earlier', 2]);
    const { sent } = await run(store, async () => all);
    expect(sent.map(([source, sequences, waiting]) => [source, sequences[0], sequences.length, waiting])).toEqual([['a', 1, 50, 10], ['a', 51, 10, 0], ['earlier', 1, 2, 0]]);
    expect(await store.count('a')).toBe(0);
  });

  it('sends the same again until it is acknowledged, ever more slowly and never slower than 2 s', async () => {
    const store = await filled(['a', 2]);
    let tries = 0;
    const { paused, sent } = await run(store, async () => (++tries < 7 ? { is: 'again', afterMs: null } : all), { pauses: 20 });
    expect(paused).toEqual([100, 200, 400, 800, 1600, 2000, 60_000]);
    expect(sent.every(([, sequences]) => sequences.join() === '1,2')).toBe(true);
  });

  it('waits as long as the server says', async () => {
    const store = await filled(['a', 1]);
    const { paused } = await run(store, async () => ({ is: 'again', afterMs: 7_000 }), { pauses: 1 });
    expect(paused).toEqual([7_000]);
  });

  it('delivers for another child where the own way is shut', async () => {
    const store = await filled(['a', 1], ['earlier', 1]);
    await run(store, async (outbox) => (outbox.source === 'a' ? { is: 'again', afterMs: null } : all), { pauses: 1 });
    expect([await store.count('a'), await store.count('earlier')]).toEqual([1, 0]);
  });

  it('finds the one answer that spoils a batch, takes it aside, and delivers the rest', async () => {
    const store = await filled(['a', 5]);
    await run(store, async (_, answers) => (answers.some((one) => one.response === '4') ? { is: 'refused', code: 'malformed' } : all));
    expect([await store.count('a'), await store.countAside('a')]).toEqual([0, 1]);
  });

  it('takes all aside at once when the token is over', async () => {
    const store = await filled(['a', 5]);
    const { sent } = await run(store, async () => ({ is: 'refused', code: 'token-ended' }));
    expect([sent.length, await store.countAside('a')]).toEqual([1, 5]);
  });

  it('takes single answers aside that the server refuses, and keeps those that may come again', async () => {
    const store = await filled(['a', 3]);
    let first = true;
    const way: Way = async (_, answers) => {
      if (!first) return { is: 'again', afterMs: null };
      first = false;
      return verdictOf({ accepted: 1, duplicates: 0, rejected: [{ index: 0, code: 'unknown-student' }, { index: 2, code: 'source-full' }] }, answers);
    };
    await run(store, way, { pauses: 1 });
    expect((await store.first('a', 9)).map((one) => one.sequence)).toEqual([3]);
    expect(await store.countAside('a')).toBe(1);
  });

  it('forgets what nobody can deliver any more, after 14 days', async () => {
    const store = await filled(['a', 0], ['earlier', 1]);
    await run(store, async () => all, { now: 15 * 24 * 3600_000 });
    expect((await store.all()).map((outbox) => outbox.source)).toEqual(['a']);
  });
});

describe('a delivery', () => {
  const outbox: Outbox = { source: 'a', deliverToken: 'lcd_1', openedAt: 0, next: 2 };
  const kept: KeptAnswer[] = [{ ...answer('5/7'), source: 'a', sequence: 1 }];
  const server = (status: number, body: object = {}, headers: Record<string, string> = {}) => {
    const calls: [string, RequestInit][] = [];
    const send = (async (path: string, init: RequestInit) => {
      calls.push([path, init]);
      return new Response(JSON.stringify(body), { status, headers });
    }) as unknown as typeof fetch;
    return { send, calls };
  };
  const at = () => new Date('2026-11-22T09:00:01Z');

  it('goes with its own token and the clock of the device, and never with a score', async () => {
    const { send, calls } = server(200, { accepted: 1, duplicates: 0, rejected: [] });
    expect(await byHttp(at, send)(outbox, kept, 0)).toEqual(all);
    const [path, { headers, body }] = calls[0]!;
    expect([path, headers]).toMatchObject(['/api/v1/evidence', { authorization: 'Bearer lcd_1', 'liveclass-sent-at': '2026-11-22T09:00:01.000Z' }]);
    expect(Object.keys((JSON.parse(body as string) as object[])[0]!)).not.toContain('score');
  });

  it.each([429, 503, 500, 408])('comes again after %i', async (status) => {
    const { send } = server(status, {}, { 'retry-after': '3' });
    expect(await byHttp(at, send)(outbox, kept, 0)).toEqual({ is: 'again', afterMs: 3_000 });
  });

  it('comes again when the network is gone', async () => {
    const send = (async () => Promise.reject(new TypeError('Failed to fetch'))) as unknown as typeof fetch;
    expect(await byHttp(at, send)(outbox, kept, 0)).toEqual({ is: 'again', afterMs: null });
  });

  it('is refused for good by its code', async () => {
    expect(await byHttp(at, server(401, { code: 'token-ended' }).send)(outbox, kept, 0)).toEqual({ is: 'refused', code: 'token-ended' });
  });

  it('goes over the hub with what still waits, and by HTTP where the hub will not', async () => {
    const heard: unknown[] = [];
    const http: Way = async () => ({ is: 'again', afterMs: 42 });
    const taken = byHub(async (answers, sentAt, waiting) => {
      heard.push(answers.length, sentAt, waiting);
      return { accepted: 1, duplicates: 0, rejected: [] };
    }, http, at);
    expect(await taken(outbox, kept, 4)).toEqual(all);
    expect(heard).toEqual([1, '2026-11-22T09:00:01.000Z', 4]);
    expect(await byHub(() => Promise.reject(new LinkDown()), http, at)(outbox, kept, 0)).toEqual({ is: 'again', afterMs: 42 });
    expect(await byHub(() => Promise.reject(new HubRefusal('token-ended', '', null)), http, at)(outbox, kept, 0)).toEqual({ is: 'again', afterMs: 42 });
    expect(await byHub(() => Promise.reject(new HubRefusal('too-many', '', 2_000)), http, at)(outbox, kept, 0)).toEqual({ is: 'again', afterMs: 2_000 });
  });
});
