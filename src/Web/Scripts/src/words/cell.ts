// How a cell of the grid is shown. Written again in Screens/Words/CellWords.cs; both are held to vectors/cells.json.
import type { CellView, MasteryLevel } from '../views';

export interface CellWords {
  text: string;
  class: string;
  label: string;
}

/** Fewer opportunities than this are too few to tell. */
const thinUnder = 3;

export const levelWords: Record<MasteryLevel, string> = {
  notStarted: 'not started',
  learning: 'learning',
  struggling: 'struggling',
  mastered: 'mastered',
  reviewDue: 'review due',
};

export function cellWords(student: string, skill: string, cell: CellView | undefined): CellWords {
  if (!cell || cell.level === 'notStarted') return { text: '', class: 'notStarted', label: `${student}, ${skill}: not started` };
  const thin = cell.opportunities < thinUnder;
  const bar = cell.level === 'learning' ? ` b${Math.round(cell.mastery * 20)}` : '';
  return {
    text: `${Math.round(cell.mastery * 100)}`,
    class: cell.level + bar + (thin ? ' thin' : ''),
    label: `${student}, ${skill}: ${levelWords[cell.level]}, ${tries(cell.opportunities)}${thin ? ', too early to tell' : ''}`,
  };
}

export const tries = (count: number): string => (count === 1 ? '1 try' : `${count} tries`);

export const isThin = (cell: CellView): boolean => cell.level !== 'notStarted' && cell.opportunities < thinUnder;
