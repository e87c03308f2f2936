// What differs between two boards, as far as screens care.
import type { BoardView, StudentView } from '../views';

export interface Changes {
  /** The grid's rows or columns are others: it must be laid out anew. */
  layout: boolean;
  /** Ids of students whose row's head differs, with the skills whose cells differ. */
  rows: Map<string, string[]>;
}

export function changesBetween(before: BoardView, after: BoardView): Changes {
  const rows = new Map<string, string[]>();
  const layout = layoutOf(before) !== layoutOf(after);
  if (layout) return { layout, rows };

  const praise = changedPraise(before, after);
  after.students.forEach((student, place) => {
    const was = before.students[place]!;
    const cells = changedCells(was, student);
    if (cells.length > 0 || headOf(was) !== headOf(student) || praise.has(student.id)) rows.set(student.id, cells);
  });
  return { layout, rows };
}

function changedCells(before: StudentView, after: StudentView): string[] {
  if (before.cells === after.cells) return [];
  const old = new Map(before.cells.map((cell) => [cell.skill, cell]));
  const changed = after.cells.filter((cell) => !same(old.get(cell.skill), cell)).map((cell) => cell.skill);
  const left = new Set(after.cells.map((cell) => cell.skill));
  return [...changed, ...before.cells.filter((cell) => !left.has(cell.skill)).map((cell) => cell.skill)];
}

function changedPraise(before: BoardView, after: BoardView): Set<string> {
  if (before.praise === after.praise) return new Set();
  const was = new Set(before.praise.map((line) => line.student));
  const is = new Set(after.praise.map((line) => line.student));
  return new Set([...was].filter((id) => !is.has(id)).concat([...is].filter((id) => !was.has(id))));
}

const same = (left: unknown, right: unknown): boolean => left === right || JSON.stringify(left) === JSON.stringify(right);

const headOf = (student: StudentView): string =>
  JSON.stringify([student.presence, student.link, student.help, student.nextStep?.skill, student.station]);

/** Everything that decides what stands where. */
export const layoutOf = (board: BoardView): string =>
  JSON.stringify([
    board.columns.length > 0 ? board.columns.map((id) => [id, board.skills.find((skill) => skill.id === id)?.name]) : board.skills.slice(0, 12),
    board.students.map((student) => [student.id, student.name, student.smallGroup]),
    board.smallGroups.map((smallGroup) => [smallGroup.id, smallGroup.letter]),
    board.name,
  ]);
