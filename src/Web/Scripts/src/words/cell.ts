// How a cell of the grid is shown. Written again in Screens/Words/CellWords.cs; both are held to vectors/cells.json.
import type { CellView, MasteryLevel } from '../views';
import { say } from './say';

export interface CellWords {
  text: string;
  class: string;
  label: string;
}

/** Fewer opportunities than this are too few to tell. */
const thinUnder = 3;

export const levelWords = (level: MasteryLevel): string => say(`live.level.${level}`);

export function cellWords(student: string, skill: string, cell: CellView | undefined): CellWords {
  if (!cell || cell.level === 'notStarted') return { text: '', class: 'notStarted', label: say('live.cell', { student, skill, level: levelWords('notStarted') }) };
  const thin = cell.opportunities < thinUnder;
  const bar = cell.level === 'learning' ? ` b${Math.round(cell.mastery * 20)}` : '';
  return {
    text: `${Math.round(cell.mastery * 100)}`,
    class: cell.level + bar + (thin ? ' thin' : ''),
    label: say(thin ? 'live.cell.early' : 'live.cell.tried', { student, skill, level: levelWords(cell.level), tries: tries(cell.opportunities) }),
  };
}

export const tries = (count: number): string => say('live.tries', { count });

export const isThin = (cell: CellView): boolean => cell.level !== 'notStarted' && cell.opportunities < thinUnder;
