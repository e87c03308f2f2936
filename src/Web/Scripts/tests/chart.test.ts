import { expect, test } from 'vitest';
import { chartPlaces } from '../src/panels/chart';
import { estimateWords } from '../src/words/estimate';
import { cell } from './board';

test('The chart spans its width and its height', () => {
  const places = chartPlaces([{ mastery: 0, right: false }, { mastery: 0.5, right: true }, { mastery: 1, right: true }]);
  expect(places).toEqual([{ x: 30, y: 82 }, { x: 251, y: 45 }, { x: 472, y: 8 }]);
});

test('A single answer stands in the middle', () => {
  expect(chartPlaces([{ mastery: 1, right: true }])).toEqual([{ x: 251, y: 8 }]);
});

test('An estimate is told in words', () => {
  expect(estimateWords(undefined)).toBe('Not started: no answer yet.');
  expect(estimateWords(cell('k1', 0.834, 7))).toBe('Learning after 7 tries: mastery 83 %, next answer right 50 %.');
  expect(estimateWords(cell('k1', 0.834, 1))).toBe('Learning after 1 try: mastery 83 %, next answer right 50 %. Too early to tell.');
  expect(estimateWords({ ...cell('k1', 0.96, 9), level: 'reviewDue' })).toBe('Review due after 9 tries: mastery 96 %, next answer right 50 %.');
});
