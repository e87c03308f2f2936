import { expect, test } from 'vitest';
import { step } from '../src/live/walk';

const rows = [18, 17];
const columns = 9;
const at = (half: number, row: number, column: number) => ({ half, row, column });

test.each([
  ['right along the row', at(0, 3, 0), 'ArrowRight', at(0, 3, 1)],
  ['right from the last cell to the name beside it', at(0, 3, 8), 'ArrowRight', at(1, 3, 0)],
  ['right from a row that has none beside it to the last one', at(0, 17, 8), 'ArrowRight', at(1, 16, 0)],
  ['right at the end stays', at(1, 3, 8), 'ArrowRight', at(1, 3, 8)],
  ['left from a name to the last cell beside it', at(1, 3, 0), 'ArrowLeft', at(0, 3, 8)],
  ['left at the start stays', at(0, 3, 0), 'ArrowLeft', at(0, 3, 0)],
  ['down', at(0, 3, 4), 'ArrowDown', at(0, 4, 4)],
  ['down from the last row to the next half', at(0, 17, 4), 'ArrowDown', at(1, 0, 4)],
  ['down at the end stays', at(1, 16, 4), 'ArrowDown', at(1, 16, 4)],
  ['up from the first row to the half before', at(1, 0, 4), 'ArrowUp', at(0, 17, 4)],
  ['up at the start stays', at(0, 0, 4), 'ArrowUp', at(0, 0, 4)],
  ['Home to the name', at(1, 5, 6), 'Home', at(1, 5, 0)],
  ['End to the last cell', at(1, 5, 2), 'End', at(1, 5, 8)],
  ['another key nowhere', at(1, 5, 2), 'x', at(1, 5, 2)],
])('A key goes %s', (_, from, key, to) => {
  expect(step(from, key, rows, columns)).toEqual(to);
});

test('A single half has nothing beside it', () => {
  expect(step(at(0, 3, 8), 'ArrowRight', [10, 0], columns)).toEqual(at(0, 3, 8));
  expect(step(at(0, 9, 8), 'ArrowDown', [10, 0], columns)).toEqual(at(0, 9, 8));
});
