// A board after a delta: pure, with structural sharing, the same as BoardDiff.Apply on the server.
import type { BoardView, CellView, DeltaView, StudentChange, StudentView } from '../views';

/** The board after the delta, or 'gap' where it continues another version: then ask for what is newer. */
export function applyDelta(board: BoardView, delta: DeltaView): BoardView | 'gap' {
  if (delta.classroom !== board.classroom || delta.from !== board.version) return 'gap';
  const { classroom, from: _from, to, now, students, removed, order, ...parts } = delta;
  return { ...board, ...parts, classroom, version: to, now, students: applyStudents(board.students, students, removed, order) };
}

function applyStudents(before: StudentView[], changes?: StudentChange[], removed?: string[], order?: string[]): StudentView[] {
  if (!changes && !removed && !order) return before;
  const students = new Map(before.map((student) => [student.id, student]));
  for (const id of removed ?? []) students.delete(id);
  for (const change of changes ?? []) students.set(change.id, applyStudent(students.get(change.id) ?? newcomer(change.id), change));
  if (!order) return [...students.values()];
  return order.flatMap((id) => students.get(id) ?? []);
}

function applyStudent(before: StudentView, change: StudentChange): StudentView {
  const { cells, removedCells, ...fields } = change;
  return { ...before, ...fields, cells: applyCells(before.cells, cells, removedCells) };
}

function applyCells(before: CellView[], changed?: CellView[], removed?: string[]): CellView[] {
  if (!changed && !removed) return before;
  const cells = new Map(before.map((cell) => [cell.skill, cell]));
  for (const skill of removed ?? []) cells.delete(skill);
  for (const cell of changed ?? []) cells.set(cell.skill, cell);
  return [...cells.values()];
}

// A student who is new comes with every field.
const newcomer = (id: string): StudentView => ({
  id, name: '', presence: 'expected', link: 'none', since: null, waiting: 0, lostSince: null, lastVisit: null, claimedBy: null,
  station: null, smallGroup: null, help: [], nextStep: null, goal: null, breakUntil: null, accommodations: [], cells: [],
});
