// A student's estimate of one skill, in words for an adult.
import type { CellView } from '../views';
import { isThin, levelWords, tries } from './cell';
import { say } from './say';

export function estimateWords(cell: CellView | undefined): string {
  if (!cell || cell.level === 'notStarted') return say('live.estimate.none');
  const level = levelWords(cell.level);
  return say(isThin(cell) ? 'live.estimate.early' : 'live.estimate', {
    level: `${level[0]!.toUpperCase()}${level.slice(1)}`,
    tries: tries(cell.opportunities),
    mastery: Math.round(cell.mastery * 100),
    next: Math.round(cell.next * 100),
  });
}
