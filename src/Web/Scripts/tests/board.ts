// A small board for tests.
import type { BoardView, CellView, StudentView } from '../src/views';

export const cell = (skill: string, mastery: number, opportunities = 3): CellView => ({ skill, mastery, next: 0.5, level: 'learning', opportunities });

export const student = (id: string, name: string, cells: CellView[]): StudentView => ({
  id, name, presence: 'here', link: 'live', since: null, waiting: 0, lostSince: null, lastVisit: null, claimedBy: null,
  station: null, smallGroup: null, help: [], nextStep: null, goal: null, breakUntil: null, accommodations: [], cells,
});

export const board = (changes: Partial<BoardView> = {}): BoardView => ({
  classroom: 'c1', name: '6a', version: 10, now: '2026-11-22T09:00:00.000Z', parked: false, lesson: null,
  skills: [{ id: 'k1', name: 'One' }, { id: 'k2', name: 'Two' }], columns: ['k1', 'k2'],
  students: [student('ana', 'Ana', [cell('k1', 0.5)]), student('leo', 'Leo', [cell('k1', 0.4), cell('k2', 0.3)])],
  smallGroups: [], proposal: null, stations: [], rotation: null, queue: [], notNow: [], everyone: null, praise: [], unseen: [], misses: [], coach: null, plan: null,
  counts: { evidence: 0, duplicates: 0, quarantined: 0 },
  ...changes,
});
