import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { CarefulStore } from '../src/outbox/careful';
import { openIndexedStore } from '../src/outbox/indexed';
import { MemoryStore } from '../src/outbox/memory';
import type { Answer, OutboxStore } from '../src/outbox/store';

const answer = (response: string): Answer => ({ item: 'k11a-2', kind: 'practice', attempt: 1, hints: 0, durationMs: 900, response, form: 7, at: '2026-11-22T09:00:00.000Z' });
const box = (source: string) => ({ source, deliverToken: `token-of-${source}`, openedAt: 0 });
const sequences = async (store: OutboxStore, source: string): Promise<number[]> => (await store.first(source, 100)).map((kept) => kept.sequence);

const stores: [string, () => Promise<OutboxStore>][] = [
  ['memory', async () => new MemoryStore()],
  ['IndexedDB', () => openIndexedStore(new IDBFactory())],
  ['the careful store over IndexedDB', async () => new CarefulStore(await openIndexedStore(new IDBFactory()))],
  ['the careful store without a disk', async () => new CarefulStore(null)],
];

describe.each(stores)('an outbox in %s', (_, make) => {
  it('numbers its answers from 1 without gaps, each outbox for itself', async () => {
    const store = await make();
    await store.open(box('a'));
    await store.open(box('b'));
    await Promise.all(['1', '2', '3'].map((response) => store.append('a', answer(response))));
    await store.append('b', answer('4'));
    expect(await sequences(store, 'a')).toEqual([1, 2, 3]);
    expect(await sequences(store, 'b')).toEqual([1]);
  });

  it('goes on with its numbers when it is opened again, and when all was delivered', async () => {
    const store = await make();
    await store.open(box('a'));
    await store.append('a', answer('1'));
    await store.remove('a', [1]);
    await store.open(box('a'));
    expect((await store.append('a', answer('2'))).sequence).toBe(2);
    expect(await store.count('a')).toBe(1);
  });

  it('takes what is refused for good aside, and counts it', async () => {
    const store = await make();
    await store.open(box('a'));
    await store.append('a', answer('1'));
    await store.append('a', answer('2'));
    await store.setAside('a', [1], 'unknown-item');
    expect(await sequences(store, 'a')).toEqual([2]);
    expect(await store.countAside('a')).toBe(1);
  });

  it('forgets an outbox with everything in it', async () => {
    const store = await make();
    await store.open(box('a'));
    await store.append('a', answer('1'));
    await store.forget('a');
    expect(await store.all()).toEqual([]);
    expect(await store.count('a')).toBe(0);
  });
});

describe('an outbox on the disk', () => {
  it('is there again after the page was closed, with the token that delivers and no other', async () => {
    const disk = new IDBFactory();
    const before = await openIndexedStore(disk);
    await before.open(box('a'));
    await before.append('a', answer('5/7'));
    const after = await openIndexedStore(disk);
    expect(await after.all()).toEqual([{ source: 'a', deliverToken: 'token-of-a', openedAt: 0, next: 2 }]);
    expect((await after.first('a', 10))[0]).toMatchObject({ source: 'a', sequence: 1, response: '5/7' });
  });

  it('gives no number twice when two tabs answer at once', async () => {
    const disk = new IDBFactory();
    const [one, other] = [await openIndexedStore(disk), await openIndexedStore(disk)];
    await one.open(box('a'));
    const kept = await Promise.all(Array.from({ length: 20 }, (_, place) => (place % 2 ? one : other).append('a', answer(String(place)))));
    expect(kept.map((each) => each.sequence).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, place) => place + 1));
  });
});

describe('a disk that fills up', () => {
  it('is told once, and the numbers go on in memory', async () => {
    const disk = await openIndexedStore(new IDBFactory());
    let told = 0;
    const store = new CarefulStore(disk, () => told++);
    await store.open(box('a'));
    await store.append('a', answer('1'));
    disk.append = () => Promise.reject(new Error('QuotaExceededError'));
    expect((await store.append('a', answer('2'))).sequence).toBe(2);
    expect((await store.append('a', answer('3'))).sequence).toBe(3);
    expect([told, store.durable, await store.count('a')]).toEqual([1, false, 3]);
    expect(await sequences(store, 'a')).toEqual([1, 2, 3]);
  });
});
