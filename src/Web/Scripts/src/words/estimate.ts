// A student's estimate of one skill, in words for an adult.
import type { CellView } from '../views';
import { isThin, levelWords, tries } from './cell';

export function estimateWords(cell: CellView | undefined): string {
  if (!cell || cell.level === 'notStarted') return 'Not started: no answer yet.';
  const level = levelWords[cell.level];
  const early = isThin(cell) ? ' Too early to tell.' : '';
  return `${level[0]!.toUpperCase()}${level.slice(1)} after ${tries(cell.opportunities)}: mastery ${percent(cell.mastery)}, next answer right ${percent(cell.next)}.${early}`;
}

const percent = (value: number): string => `${Math.round(value * 100)} %`;
