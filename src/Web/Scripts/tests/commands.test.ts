import { expect, test } from 'vitest';
import { Commands, type Outcome } from '../src/live/commands';

function setUp() {
  const kept = new Map<string, string>();
  const sent: Record<string, unknown>[] = [];
  const state = { up: true, fail: false, refuse: false, minute: 0, id: 0 };
  const send = (command: object): Promise<Outcome> => {
    if (state.fail) {
      state.up = false;
      return Promise.reject(new Error('closed'));
    }
    sent.push(command as Record<string, unknown>);
    return state.refuse ? Promise.reject(new Error('x HubException: no-lesson: No lesson is running.')) : Promise.resolve({ outcome: 'accepted' });
  };
  const shelf = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
  const make = () =>
    new Commands('c1', send, () => state.up, shelf, () => new Date(Date.UTC(2026, 10, 22, 9, state.minute)), () => `id${++state.id}`);
  return { sent, state, make, commands: make() };
}

test('A command goes out with an id of its own', async () => {
  const { commands, sent } = setUp();
  expect(await commands.give({ type: 'eyesUp' })).toEqual({ outcome: 'accepted' });
  expect(sent).toEqual([{ type: 'eyesUp', commandId: 'id1' }]);
});

test('Without the server a visit is kept with its own time, and sent when the page is live again', async () => {
  const { commands, sent, state } = setUp();
  state.up = false;
  expect(await commands.give({ type: 'visit', student: 'ana', phase: 'begin' })).toMatchObject({ outcome: 'kept' });
  state.minute = 7;
  state.up = true;
  await commands.flush();
  expect(sent).toEqual([
    { type: 'visit', student: 'ana', phase: 'begin', commandId: 'id1', at: '2026-11-22T09:00:00.000Z', sentAt: '2026-11-22T09:07:00.000Z' },
  ]);
  expect(commands.waiting).toBe(0);
});

test('What was kept can be taken off the shelf again', async () => {
  const { commands, sent, state } = setUp();
  state.up = false;
  const { commandId } = await commands.give({ type: 'addNote', about: 'lesson', text: 'loud' });
  expect(commands.forget(commandId!)).toBe(true);
  expect(commands.forget(commandId!)).toBe(false);
  state.up = true;
  await commands.flush();
  expect(sent).toEqual([]);
});

test('What needs the server is refused without it', async () => {
  const { commands, sent, state } = setUp();
  state.up = false;
  expect(await commands.give({ type: 'endLesson' })).toMatchObject({ outcome: 'refused', code: 'not-live' });
  expect(sent).toEqual([]);
  expect(commands.waiting).toBe(0);
});

test('A visit that broke on the way is kept under the same id', async () => {
  const { commands, sent, state } = setUp();
  state.fail = true;
  expect(await commands.give({ type: 'visit', student: 'ana' })).toMatchObject({ outcome: 'kept' });
  state.fail = false;
  state.up = true;
  await commands.flush();
  expect(sent).toMatchObject([{ type: 'visit', student: 'ana', commandId: 'id1' }]);
});

test('What is kept survives a reload and goes out in order', async () => {
  const { commands, make, sent, state } = setUp();
  state.up = false;
  await commands.give({ type: 'visit', student: 'ana' });
  await commands.give({ type: 'observe', student: 'leo', skill: 'k1', result: 'gotIt' });
  const reloaded = make();
  expect(reloaded.waiting).toBe(2);
  state.up = true;
  await reloaded.flush();
  expect(sent.map((command) => command['student'])).toEqual(['ana', 'leo']);
});

test('A kept command that the server refuses does not hold up the next', async () => {
  const { commands, sent, state } = setUp();
  state.up = false;
  await commands.give({ type: 'visit', student: 'ana' });
  await commands.give({ type: 'visit', student: 'leo' });
  state.up = true;
  state.refuse = true;
  await commands.flush();
  expect(sent).toHaveLength(2);
  expect(commands.waiting).toBe(0);
});

test('A flush that breaks keeps the rest', async () => {
  const { commands, sent, state } = setUp();
  state.up = false;
  await commands.give({ type: 'visit', student: 'ana' });
  await commands.give({ type: 'visit', student: 'leo' });
  state.up = true;
  state.fail = true;
  await commands.flush();
  expect(sent).toHaveLength(0);
  expect(commands.waiting).toBe(2);
});

test('A refusal keeps its code', async () => {
  const { commands, state } = setUp();
  state.refuse = true;
  expect(await commands.give({ type: 'eyesUp' })).toMatchObject({ outcome: 'refused', code: 'no-lesson' });
});
