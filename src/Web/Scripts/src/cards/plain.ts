// The cards that ask no question: a choice, a station, paper, waiting, a break, what was done today.
import { button, make, mark } from '../student/make';
import type { Card, OwnSkill } from '../student/view';
import { say } from '../words/say';

type Action = { text: string; run(): void; main?: boolean };

function card(kind: string, title: string, lines: (string | Node | null)[], actions: Action[] = []): HTMLElement {
  const filled = lines.filter((line) => line !== null && line !== '');
  return make(
    'article', { class: `plain ${kind}`, 'aria-labelledby': 'card-title' },
    make('h1', { id: 'card-title', tabindex: '-1' }, title),
    ...filled.map((line) => (typeof line === 'string' ? make('p', {}, line) : line)),
    actions.length > 0 && make('div', { class: 'actions' }, ...actions.map((action) => button(action.text, action.run, { class: action.main ? 'main' : null }))),
  );
}

export const waitForStart = (name: string): HTMLElement => card('wait', say('student.hello', { name }), [say('student.starts-soon')]);

export const eyesUp = (): HTMLElement => card('eyes-up', say('student.eyes-up'), [make('div', { class: 'big-mark' }, mark('s-eyes')), say('student.eyes-up-line')]);

export const wait = (why: string): HTMLElement => card('wait', say('student.wait'), [why || say('student.wait-line')]);

export const goToStation = (shown: Card): HTMLElement =>
  card('station', say('student.go-to'), [
    make('p', { class: 'station-name' }, shown.where ?? say('student.your-teacher')),
    shown.take ? say('student.take', { what: shown.take }) : null,
    shown.why,
  ]);

export const workOnPaper = (shown: Card, done: () => void, stuck: () => void): HTMLElement =>
  card('paper', say('student.paper'), [shown.skillName ? make('p', { class: 'skill' }, shown.skillName) : null, shown.why, shown.take ? say('student.take', { what: shown.take }) : null], [
    { text: say('student.paper-done'), run: done, main: true },
    { text: say('student.stuck'), run: stuck },
  ]);

export const paperIsDone = (): HTMLElement => card('wait', say('student.paper-noted'), [say('student.wait-line')]);

export function choose(shown: Card, chosen: (option: string) => void): HTMLElement {
  const options = (shown.options ?? []).map((option) =>
    make('button', { type: 'button', class: 'option', on: { click: () => chosen(option.skill ?? option.id) } }, make('b', {}, say(`student.kind.${option.kind}`)), make('span', {}, option.skillName ?? '')));
  const element = card('choose', say('student.choose'), [shown.why]);
  element.append(make('div', { class: 'options' }, ...options));
  return element;
}

export const onBreak = (back: () => void): HTMLElement => card('break', say('student.break'), [say('student.break-line')], [{ text: say('student.back'), run: back, main: true }]);

export const noMore = (waiting: number, again: () => void): HTMLElement =>
  card('paper', say('student.no-more'), [say('student.no-more-line'), waiting > 0 ? say('student.kept-here', { count: waiting }) : null], [{ text: say('student.look-again'), run: again, main: true }]);

export const notHere = (shown: Card, done: () => void, stuck: () => void): HTMLElement =>
  card('paper', shown.skillName ?? say('student.paper'), [say('student.not-here')], [
    { text: say('student.paper-done'), run: done, main: true },
    { text: say('student.stuck'), run: stuck },
  ]);

export const loading = (): HTMLElement => card('wait', say('student.getting'), []);

export const keptNote = (waiting: number): string => (waiting > 0 ? say('student.over-waiting', { count: waiting }) : say('student.over-saved'));

/** What was done in this lesson: counts and one sentence, nothing of others. */
export function lessonOver(name: string, done: { answered: number; clean: number }, skills: readonly OwnSkill[], waiting: number, leave: () => void): HTMLElement {
  const got = skills.filter((skill) => skill.level === 'mastered').length;
  return card('over', say('student.over', { name }), [
    done.answered > 0 ? say('student.over-answered', { count: done.answered }) : say('student.over-none'),
    done.clean > 0 ? say('student.over-clean', { count: done.clean }) : null,
    got > 0 ? say('student.over-got', { count: got }) : null,
    make('p', { class: 'kept-note', 'data-kept': '' }, keptNote(waiting)),
  ], [{ text: say('student.finish'), run: leave }]);
}
