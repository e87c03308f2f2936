// What opens over the card: the menu, the own path, the goal, the choice of a break.
import { setTheme, theme, type Theme } from '../live/preferences';
import { say } from '../words/say';
import { button, make } from './make';
import type { OwnSkill } from './view';

/** Opens a dialog that Escape, its button and a tap beside it close; focus goes back to where it was. */
function open(title: string, ...children: (Node | false | null)[]): { close(): void; element: HTMLDialogElement } {
  const dialog = make(
    'dialog', { class: 'sheet', 'aria-labelledby': 'sheet-title', on: { close: () => dialog.remove(), click: (event: MouseEvent) => void (event.target === dialog && dialog.close()) } },
    make('div', { class: 'sheet-inside' },
      make('div', { class: 'sheet-top' }, make('h2', { id: 'sheet-title' }, title), button(say('student.close'), () => dialog.close())),
      ...children),
  );
  document.body.append(dialog);
  dialog.showModal();
  return { close: () => dialog.close(), element: dialog };
}

export interface MenuTold {
  languages: { language: string; name: string }[];
  language: string;
  setLanguage(language: string): void;
  size: number;
  setSize(percent: number): void;
  /** Null where nobody sits here. */
  seat: { name: string; takeBreak(): void; leave(): void } | null;
}

export function openMenu(told: MenuTold): void {
  const sizes = [100, 125, 150];
  const themes: Theme[] = ['', 'light', 'dark'];
  const { close } = open(
    say('student.menu'),
    choice(say('student.language'), told.languages.map(({ language, name }) => ({ value: language, text: name, lang: language })), told.language, (language) => {
      close();
      told.setLanguage(language);
    }),
    choice(say('student.size'), sizes.map((size) => ({ value: String(size), text: `${size} %` })), String(told.size), (size) => told.setSize(Number(size))),
    choice(say('student.colours'), themes.map((one) => ({ value: one, text: say(`student.theme.${one || 'system'}`) })), theme(), (one) => setTheme(one as Theme)),
    told.seat && make('div', { class: 'sheet-actions' },
      button(say('student.take-break'), () => {
        close();
        told.seat!.takeBreak();
      }),
      button(say('student.not-me', { name: told.seat.name }), () => {
        close();
        told.seat!.leave();
      })),
  );
}

function choice(legend: string, options: { value: string; text: string; lang?: string }[], chosen: string, set: (value: string) => void): HTMLElement {
  const name = `choice-${legend}`;
  return make('fieldset', { class: 'setting' }, make('legend', {}, legend), ...options.map((option) =>
    make('label', { lang: option.lang ?? null }, make('input', { type: 'radio', name, value: option.value, checked: option.value === chosen, on: { change: () => set(option.value) } }), option.text)));
}

export function openPath(skills: readonly OwnSkill[], current: string | null, mayAsk: boolean, ask: (skill: OwnSkill) => void): void {
  const lines = skills.map((skill) =>
    make('li', { class: 'path-line', 'aria-current': skill.skill === current ? 'step' : null },
      make('span', { class: `level ${skill.level}` }, say(`student.level.${skill.level}`)),
      make('span', { class: 'path-name' }, skill.name),
      mayAsk && skill.level === 'learning' && button(say('student.ask-check'), () => {
        close();
        ask(skill);
      }, { 'aria-label': say('student.ask-check-of', { skill: skill.name }) })));
  const { close } = open(say('student.path'), skills.length > 0 ? make('ul', { class: 'path-list' }, ...lines) : make('p', {}, say('student.path-empty')));
}

export function openGoal(goal: number | null, goals: readonly number[], done: number, set: (by: number) => void): void {
  const { close } = open(
    say('student.goal'),
    make('p', {}, say('student.goal-line', { count: done })),
    make('div', { class: 'sheet-actions goals' }, ...goals.map((by) => button(say('student.goal-by', { by }), () => {
      close();
      set(by);
    }, { 'aria-pressed': String(by === goal) }))),
  );
}
