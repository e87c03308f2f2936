import { expect, test } from 'vitest';
import { ageOf } from '../src/live/age';
import { ServerClock } from '../src/live/clock';

test.each([
  [0, true, 'live', 'Live'],
  [4_999, true, 'live', 'Live'],
  [5_000, true, 'aged', '5 s old'],
  [12_300, true, 'aged', '12 s old'],
  [14_999, true, 'aged', '14 s old'],
  [18_000, true, 'stale', 'Not live, 18 s old. Students keep working; answers wait on their devices.'],
  [0, false, 'off', 'Not live, trying'],
  [7_000, false, 'off', '7 s old, trying'],
  [15_000, false, 'stale', 'Not live, 15 s old. Students keep working; answers wait on their devices. Trying to reach the server.'],
  [180_000, false, 'stale', 'Not live, 3 min old. Students keep working; answers wait on their devices. Trying to reach the server.'],
  [9_000_000, false, 'stale', 'Not live, 2 h old. Students keep working; answers wait on their devices. Trying to reach the server.'],
])('After %i ms, connected %s, the age is %s: %s', (heard, connected, mark, text) => {
  expect(ageOf(heard, connected)).toEqual({ mark, text });
});

test("The server's clock goes on by the page's monotonic one", () => {
  let monotonic = 1_000;
  const clock = new ServerClock('2026-11-22T09:00:00.000Z', () => monotonic);
  monotonic += 2_500;
  expect(new Date(clock.now()).toISOString()).toBe('2026-11-22T09:00:02.500Z');
  clock.heard('2026-11-22T09:00:02.000Z');
  expect(new Date(clock.now()).toISOString()).toBe('2026-11-22T09:00:02.000Z');
});
