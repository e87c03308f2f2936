import { expect, test } from 'vitest';
import { doneWords } from '../src/live/done';
import { othersDid } from '../src/live/others';
import { refusedWords } from '../src/live/refused';
import { commonest } from '../src/panels/tomorrow';
import type { BoardView, LessonView, StationView, StudentView } from '../src/views';
import { missWords } from '../src/words/miss';

const known = { name: (id: string) => `<${id}>`, skill: () => 'Add unlike', station: () => 'Pairs' };
const time = () => '9:21';

const lesson: LessonView = { id: 'l1', state: 'running', block: 'flex', targets: [], plannedEnd: null, eyesUp: false, startedAt: null, endedAt: null };
const station = (id: string, number: number, capacity: number): StationView =>
  ({ id, name: id, number, kind: 'online', capacity, here: 0, adults: 0, materials: null, smallGroups: [] });
const student = (id: string, at: string): StudentView => ({ id, presence: 'here', station: at, cells: [] }) as unknown as StudentView;
const board = (changes: Partial<BoardView>): BoardView => ({ classroom: 'c', lesson, students: [], stations: [], columns: [], ...changes }) as BoardView;

test.each([
  [{ type: 'observe', student: 'ana', result: 'gotIt' }, '<ana>: got it.'],
  [{ type: 'visit', student: 'ana', phase: 'begin' }, '<ana>: you are there.'],
  [{ type: 'markPresence', student: 'ana', presence: 'absent' }, '<ana>: absent.'],
  [{ type: 'moveToStation', student: 'ana', station: 'p' }, '<ana> moves to Pairs.'],
  [{ type: 'overrideNextStep', student: 'ana', skill: 'k' }, '<ana>: next is Add unlike.'],
  [{ type: 'endLesson' }, null],
  [{ type: 'undo', decision: '1' }, null],
])('%o is told as %s', (command, words) => expect(doneWords(command, known)).toBe(words));

test('A full station is refused with up to two that have room', () => {
  const full = board({
    stations: [station('teacher', 1, 1), station('pairs', 2, 1), station('online', 3, 2), station('own', 4, 0), station('more', 5, 9)],
    students: [student('leo', 'teacher'), student('kim', 'pairs')],
  });
  const refused = refusedWords({ type: 'moveToStation', student: 'ana', station: 'teacher' }, { outcome: 'refused', code: 'station-full' }, full);
  expect(refused.text).toBe('teacher is full (1).');
  expect(refused.ways.map((way) => [way.label, way.command['station']])).toEqual([['Use online', 'online'], ['Use own', 'own']]);
});

test("A refusal that has no words of its own says the server's", () => {
  expect(refusedWords({ type: 'x' }, { outcome: 'refused', code: 'odd', detail: 'Why.' }, board({})).text).toBe('The server refused that.');
  expect(refusedWords({ type: 'x' }, { outcome: 'refused', code: 'no-lesson', detail: 'Why.' }, board({})).text).toBe('No lesson is running.');
});

test('What somebody else did with the class is told with its time and the way back', () => {
  const up = board({ lesson: { ...lesson, eyesUp: true, eyesBy: 'Mr Oro' } });
  expect(othersDid(board({}), up, time, 0)).toMatchObject({ text: 'Mr Oro called eyes up, 9:21.', ways: [{ command: { type: 'backToWork' } }] });
  expect(othersDid(up, board({}), time, 0)?.text).toBe('Somebody else sent everybody back to work, 9:21.');
  expect(othersDid(board({}), board({ lesson: { ...lesson, state: 'ended' } }), time, 0)).toMatchObject({ ways: [{ command: { type: 'reopenLesson' } }] });
  expect(othersDid(board({}), board({ students: [] }), time, 0)).toBeNull();
});

test('The column with the most at a level comes first, and none where there are none', () => {
  const at = (skill: string, level: string) => ({ cells: [{ skill, level }] }) as unknown as StudentView;
  const full = board({ columns: ['a', 'b'], students: [at('a', 'struggling'), at('b', 'struggling'), at('b', 'struggling')] });
  expect(commonest(full, 'struggling')).toEqual({ skill: 'b', count: 2 });
  expect(commonest(full, 'reviewDue')).toBeNull();
});

test('A misconception has its name for teachers; one without is its id, readable', () => {
  expect(missWords('adds-bottoms')).toBe('adds the bottoms');
  expect(missWords('adds-tops_and.bottoms')).toBe('adds tops and bottoms');
});
