import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import type { Form } from '../src/forms/form';
import { noShelf, openFormShelf } from '../src/forms/kept';
import { Supply, type Fetched, type SupplyNeeds } from '../src/forms/supply';

const formOf = (item: string, seed: number, variant: number): Form =>
  ({ item, seed, variant: String(variant), language: 'en', skill: 'k', type: 'number', prompt: [], parts: {}, choices: [], hint: [], speech: '' });

function needs(change: Partial<SupplyNeeds> & { variants?: number } = {}) {
  const seen = new Set<string>();
  const fetched: string[] = [];
  let seed = 0;
  const made: SupplyNeeds = {
    fetch: async (item, drawn): Promise<Fetched> => {
      fetched.push(item);
      return { form: formOf(item, drawn, drawn % (change.variants ?? 1e9)) };
    },
    language: () => 'en',
    seed: () => ++seed,
    now: () => 0,
    pause: async () => {},
    seen,
    ...change,
  };
  return { made, fetched, seen };
}

describe('the supply of questions', () => {
  it('prepares about forty, most of the current item, the rest of the others in turn', async () => {
    const { made } = needs();
    const supply = new Supply(noShelf, made);
    supply.want(['current', 'second', 'third']);
    await supply.fill();
    while (supply.count() < 40) await new Promise((resolve) => setTimeout(resolve));
    expect([supply.count('current') >= 12, supply.count('second') >= 12, supply.count('third') >= 12, supply.count()]).toEqual([true, true, true, 40]);
  });

  it('asks nothing twice in a lesson, also where an item has few variants', async () => {
    const { made, seen } = needs({ variants: 3 });
    const supply = new Supply(noShelf, made);
    const taken = [await supply.take('current'), await supply.take('current'), await supply.take('current')] as Form[];
    expect(new Set(taken.map((form) => form.variant)).size).toBe(3);
    expect(seen.size).toBe(3);
  });

  it('goes on from what is ready when the link is gone, and says when nothing is', async () => {
    let away = false;
    const { made } = needs();
    const supply = new Supply(noShelf, { ...made, fetch: async (item, seed, language) => (away ? { away: true, afterMs: null } : made.fetch(item, seed, language)) });
    supply.want(['current']);
    while (supply.count() < 40) await new Promise((resolve) => setTimeout(resolve));
    away = true;
    for (let asked = 0; asked < 40; asked++) expect(await supply.take('current')).toMatchObject({ item: 'current' });
    expect(await supply.take('current')).toBe('away');
  });

  it('takes first what came with the seat, and not a second time', async () => {
    const { made, seen } = needs({ fetch: async () => ({ away: true, afterMs: null }) });
    const supply = new Supply(noShelf, made);
    supply.offer(formOf('current', 9, 9), 9, 'en');
    expect(await supply.take('current')).toMatchObject({ seed: 9 });
    expect(await supply.take('current')).toBe('away');
    expect(seen.size).toBe(1);
  });

  it('says when an item has no form here', async () => {
    const { made } = needs({ fetch: async () => ({ missing: true }) });
    expect(await new Supply(noShelf, made).take('elsewhere')).toBe('missing');
  });

  it('finds after a reload what was prepared before it, but not of yesterday or in another language', async () => {
    const disk = new IDBFactory();
    const shelf = await openFormShelf(disk);
    const day = 24 * 3600_000;
    await shelf.put({ item: 'old', seed: 1, language: 'en', at: 0, form: formOf('old', 1, 1) });
    await shelf.put({ item: 'spanish', seed: 2, language: 'es', at: day, form: formOf('spanish', 2, 2) });
    await shelf.put({ item: 'current', seed: 3, language: 'en', at: day, form: formOf('current', 3, 3) });
    const { made } = needs({ now: () => day + 1, fetch: async () => ({ away: true, afterMs: null }) });
    const supply = new Supply(await openFormShelf(disk), made);
    await supply.open();
    expect([supply.count('old'), supply.count('spanish'), supply.count('current')]).toEqual([0, 0, 1]);
    expect(await supply.take('current')).toMatchObject({ seed: 3 });
    expect((await shelf.all()).map((one) => one.item)).toEqual(['spanish']);
  });
});
