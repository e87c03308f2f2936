// What somebody else did with the whole class, seen on the board.
import type { BoardView } from '../views';
import { say } from '../words/say';
import type { Way } from './refused';

/** What to say about a change of the lesson that this page did not make; null where there is nothing. */
export function othersDid(before: BoardView, after: BoardView, time: (at: number | string) => string, now: number): { text: string; ways: Way[] } | null {
  const was = before.lesson;
  const is = after.lesson;
  if (!is || before.classroom !== after.classroom) return null;
  if (was?.state === 'running' && is.state === 'ended' && was.id === is.id)
    return { text: say('live.else.ended', { time: time(is.endedAt ?? now) }), ways: [{ label: say('live.lesson.reopen'), command: { type: 'reopenLesson' } }] };
  if (is.state === 'running' && was?.id !== is.id) return { text: say('live.else.started', { time: time(is.startedAt ?? now) }), ways: [] };
  if (was?.state !== 'running' || is.state !== 'running' || was.eyesUp === is.eyesUp) return null;
  const who = is.eyesBy ?? say('live.else.somebody');
  return is.eyesUp
    ? { text: say('live.else.eyesUp', { who, time: time(now) }), ways: [{ label: say('live.backToWork'), command: { type: 'backToWork' } }] }
    : { text: say('live.else.backToWork', { who, time: time(now) }), ways: [{ label: say('live.eyesUp'), command: { type: 'eyesUp' } }] };
}
