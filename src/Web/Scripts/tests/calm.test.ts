import { expect, test } from 'vitest';
import { CalmList } from '../src/live/calm';

const ranked = (...ids: string[]) => ids.map((id) => ({ id, item: id.toUpperCase() }));
const shown = (list: readonly { id: string; gone: boolean }[]) => list.map((line) => (line.gone ? `${line.id} gone` : line.id));

test('A first ranking shows at once', () => {
  expect(shown(new CalmList<string>().offer(ranked('a', 'b'), true, 0))).toEqual(['a', 'b']);
});

test('A new ranking waits for five seconds since the last one', () => {
  const list = new CalmList<string>();
  list.offer(ranked('a', 'b'), false, 0);
  expect(shown(list.offer(ranked('b', 'a'), false, 4_999))).toEqual(['a', 'b']);
  expect(shown(list.offer(ranked('b', 'a'), false, 5_000))).toEqual(['b', 'a']);
});

test('A new ranking waits while somebody points at the list', () => {
  const list = new CalmList<string>();
  list.offer(ranked('a', 'b'), false, 0);
  expect(shown(list.offer(ranked('b', 'a'), true, 60_000))).toEqual(['a', 'b']);
  expect(shown(list.offer(ranked('b', 'a'), false, 60_001))).toEqual(['b', 'a']);
});

test('Who leaves the list keeps its place until then, and newcomers stand last', () => {
  const list = new CalmList<string>();
  list.offer(ranked('a', 'b'), false, 0);
  expect(shown(list.offer(ranked('c', 'b'), true, 9_000))).toEqual(['a gone', 'b', 'c']);
  expect(shown(list.offer(ranked('c', 'b', 'a'), true, 9_001))).toEqual(['a', 'b', 'c']);
  expect(shown(list.offer(ranked('c', 'b'), false, 9_002))).toEqual(['c', 'b']);
});

test('New content shows at once in the old places', () => {
  const list = new CalmList<string>();
  list.offer(ranked('a', 'b'), false, 0);
  const lines = list.offer([{ id: 'b', item: 'newer' }, { id: 'a', item: 'A' }], true, 1);
  expect(lines.map((line) => line.item)).toEqual(['A', 'newer']);
});
