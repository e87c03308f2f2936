import { beforeEach, expect, test } from 'vitest';
import { say, speak } from '../src/words/say';

beforeEach(() => speak({ 'a.plain': 'Plain', 'a.place': '{name} is {place}', 'a.tries': '{count} tries', 'a.tries.one': '1 try' }));

test('says a text', () => expect(say('a.plain')).toBe('Plain'));

test('fills its places, and leaves those that it was not given', () => {
  expect(say('a.place', { name: 'Ana', place: 2 })).toBe('Ana is 2');
  expect(say('a.place', { name: 'Ana' })).toBe('Ana is {place}');
});

test('has one for one', () => {
  expect(say('a.tries', { count: 1 })).toBe('1 try');
  expect(say('a.tries', { count: 2 })).toBe('2 tries');
});

test('puts a value in as it is, even one that looks like a place', () =>
  expect(say('a.place', { name: '{place}', place: '$&' })).toBe('{place} is $&'));
