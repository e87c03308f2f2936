import { expect, test } from 'vitest';
import { notKept, watchKeeping, type Health } from '../src/live/keeping';

const well: Health = { ready: true, code: '' };
const full: Health = { ready: false, code: 'log' };
const line = 'Answers are waiting on the devices, nothing is lost. Tell the IT person: It cannot write the log of what comes in; /health/ready says why.';

test('A server that says twice that it cannot keep answers gets the red line', () => {
  expect(notKept(full, full)).toBe(line);
});

test('One answer, an unknown one or a good one does not', () => {
  for (const [before, now] of [[null, full], [well, full], [full, well], [full, null], [well, well]] as const)
    expect(notKept(before, now)).toBe('');
});

test('It is asked again soon after a first bad answer, and the line leaves with the next good one', async () => {
  const answers = [well, full, full, well];
  const said: string[] = [];
  const waits: number[] = [];
  const end = new Error('enough');
  const pause = (ms: number) => (waits.push(ms) < answers.length ? Promise.resolve() : Promise.reject(end));
  await expect(watchKeeping((text) => said.push(text), pause, () => Promise.resolve(answers[said.length]!))).rejects.toBe(end);
  expect(said).toEqual(['', '', line, '']);
  expect(waits).toEqual([10_000, 1_000, 10_000, 10_000]);
});
