import { describe, expect, test } from 'vitest';
import chains from '../vectors/deltas.json';
import { applyDelta } from '../src/board/apply';
import { changesBetween } from '../src/board/changes';
import type { BoardView, DeltaView } from '../src/views';
import { board, cell, student } from './board';

const delta = (changes: Partial<DeltaView>): DeltaView => ({ classroom: 'c1', from: 10, to: 11, now: '2026-11-22T09:00:01.000Z', ...changes });

describe('A delta', () => {
  test.each(chains as unknown as { name: string; before: BoardView; delta: DeltaView; after: BoardView }[])(
    'makes of a board what the server made of it: $name',
    ({ before, delta, after }) => expect(applyDelta(before, delta)).toEqual(after),
  );

  test('that continues another version is a gap, and so is one of another classroom', () => {
    expect(applyDelta(board(), delta({ from: 9 }))).toBe('gap');
    expect(applyDelta(board(), delta({ from: 11 }))).toBe('gap');
    expect(applyDelta(board(), delta({ classroom: 'c2' }))).toBe('gap');
  });

  test('of a link alone leaves the version where it is', () => {
    const after = applyDelta(board(), delta({ to: 10, students: [{ id: 'ana', link: 'lost' }] }));
    expect(after).toMatchObject({ version: 10, students: [{ id: 'ana', link: 'lost' }, { id: 'leo', link: 'live' }] });
  });

  test('tells null from absent', () => {
    const visited = board({ students: [{ ...student('ana', 'Ana', []), claimedBy: 'Ms Ito', lastVisit: '2026-11-22T08:00:00.000Z' }] });
    expect(applyDelta(visited, delta({ students: [{ id: 'ana', claimedBy: null }] })))
      .toMatchObject({ students: [{ claimedBy: null, lastVisit: '2026-11-22T08:00:00.000Z' }] });
  });

  test('leaves what it does not touch as it was, to the reference', () => {
    const before = board();
    const after = applyDelta(before, delta({ students: [{ id: 'ana', cells: [cell('k1', 0.9)] }] })) as BoardView;
    expect(after.students[1]).toBe(before.students[1]);
    expect(after.skills).toBe(before.skills);
  });
});

describe('What changed', () => {
  const after = (changes: Partial<DeltaView>) => applyDelta(board(), delta(changes)) as BoardView;

  test('is a cell, in its row', () => {
    const changes = changesBetween(board(), after({ students: [{ id: 'leo', cells: [cell('k2', 0.6)] }] }));
    expect(changes).toEqual({ layout: false, rows: new Map([['leo', ['k2']]]) });
  });

  test('is nothing where the same cell came again', () => {
    expect(changesBetween(board(), after({ students: [{ id: 'leo', cells: [cell('k2', 0.3)] }] })).rows.size).toBe(0);
  });

  test('is the head of a row for help, presence and a good word', () => {
    expect([...changesBetween(board(), after({ students: [{ id: 'ana', presence: 'absent' }] })).rows.keys()]).toEqual(['ana']);
    expect([...changesBetween(board(), after({ praise: [{ student: 'leo', evidence: '6 of 7', count: 6, of: 7 }] })).rows.keys()]).toEqual(['leo']);
  });

  test('is the layout for a newcomer, a name, an order, a column and a small group', () => {
    for (const changes of [
      { students: [student('zoe', 'Zoe', [])] }, { students: [{ id: 'ana', name: 'Anna' }] }, { order: ['leo', 'ana'] }, { columns: ['k2'] },
      { students: [{ id: 'ana', smallGroup: 'g1' }] },
    ])
      expect(changesBetween(board(), after(changes)).layout).toBe(true);
  });

  test('is a cell that is gone', () => {
    const changes = changesBetween(board(), after({ students: [{ id: 'leo', removedCells: ['k2'] }] }));
    expect(changes.rows.get('leo')).toEqual(['k2']);
  });
});
