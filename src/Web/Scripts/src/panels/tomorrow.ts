// Up to three suggestions for the next lesson, from the board as the lesson left it.
import type { Live } from '../live/live';
import type { BoardView, MasteryLevel } from '../views';
import { missWords } from '../words/miss';
import { say } from '../words/say';

const most = 3;
const mostNames = 5;
const strugglingFrom = 2;
const missFrom = 2;

export function tomorrow(live: Live): string[] {
  const { board } = live;
  const lines: string[] = [];
  const hard = commonest(board, 'struggling');
  if (hard && hard.count >= strugglingFrom) lines.push(say('live.lesson.tomorrow.skill', { skill: live.skill(hard.skill)?.name ?? hard.skill, count: hard.count }));
  const miss = board.misses[0];
  if (miss && miss.count >= missFrom)
    lines.push(say('live.lesson.tomorrow.miss', { miss: missWords(miss.misconception), skill: live.skill(miss.skill)?.name ?? miss.skill, count: miss.count }));
  if (board.unseen.length > 0)
    lines.push(say('live.lesson.tomorrow.unseen', { names: board.unseen.slice(0, mostNames).map((id) => live.shortNameOf(id)).join(', ') }));
  const review = commonest(board, 'reviewDue');
  if (review) lines.push(say('live.lesson.tomorrow.review', { skill: live.skill(review.skill)?.name ?? review.skill, count: review.count }));
  return lines.slice(0, most);
}

// The column with the most students at a level; the first of equals.
export function commonest(board: Pick<BoardView, 'columns' | 'students'>, level: MasteryLevel): { skill: string; count: number } | null {
  let best: { skill: string; count: number } | null = null;
  for (const skill of board.columns) {
    const count = board.students.filter((student) => student.cells.some((cell) => cell.skill === skill && cell.level === level)).length;
    if (count > (best?.count ?? 0)) best = { skill, count };
  }
  return best;
}
