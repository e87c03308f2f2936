// The screens from the code to the name: code, waiting for an adult, names, "Is this you?".
import { say } from '../words/say';
import type { Come, Failure, FreeName, Joined, Joining, Lesson } from './joining';
import { button, make, put } from './make';

export interface JoinTold {
  joined(joined: Extract<Joined, { is: 'joined' }>): Promise<void>;
  language(): string;
  pause(ms: number): Promise<void>;
}

export class JoinView {
  readonly element = make('div', { class: 'join' });
  #screen = 0;
  #again: () => void = () => {};

  constructor(private readonly joining: Joining, private readonly told: JoinTold) {}

  /** Begins with a code from a link, or by asking for one. `message` says why the page is here again. */
  begin(code: string | null, message = ''): void {
    if (code) void this.#come(code, true);
    else this.#askCode('', message);
  }

  /** Shows the same screen again, in another language. */
  repaint(): void {
    this.#again();
  }

  #askCode(typed: string, problem: string): void {
    this.#screen++;
    this.#again = () => this.#askCode(input.value, problem);
    const input = make('input', {
      id: 'code', class: 'code', type: 'text', value: typed, autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false', maxlength: '64', placeholder: 'KITE-27', translate: 'no', 'aria-describedby': 'code-problem', enterkeyhint: 'go',
    });
    const form = make(
      'form', { class: 'code-form', on: { submit: (event: SubmitEvent) => {
        event.preventDefault();
        if (input.value.trim()) void this.#come(input.value.trim(), false);
        else input.focus();
      } } },
      make('h1', {}, make('label', { for: 'code' }, say('student.code'))),
      make('p', { class: 'quiet' }, say('student.code-where')),
      input,
      make('p', { id: 'code-problem', class: 'join-problem', role: 'alert' }, problem),
      make('button', { type: 'submit', class: 'main' }, say('student.go')),
    );
    this.#show(form);
    input.focus();
  }

  async #come(code: string, byLink: boolean): Promise<void> {
    const screen = ++this.#screen;
    this.#again = () => {};
    this.#show(make('p', { class: 'quiet', role: 'status' }, say('student.getting')));
    let waited = false;
    for (;;) {
      const came = await this.joining.come(code);
      if (screen !== this.#screen && !waited) return;
      if (came.is === 'waiting') {
        if (!waited) this.#wait(came);
        else if (this.#waitingScreen !== this.#screen) return;
        waited = true;
        await this.told.pause(came.afterMs);
        if (this.#waitingScreen !== this.#screen) return;
        continue;
      }
      // While it waits, a lost link is no answer: it goes on waiting.
      if (came.is === 'failed' && waited && (came.code === 'away' || came.code === 'too-many')) {
        await this.told.pause(came.afterMs ?? 3_000);
        if (this.#waitingScreen !== this.#screen) return;
        continue;
      }
      if (came.is === 'failed') return this.#askCode(byLink ? '' : code, this.#problem(came));
      return this.#names(came.lesson, code, '');
    }
  }

  #waitingScreen = -1;

  #wait(came: Extract<Come, { is: 'waiting' }>): void {
    this.#waitingScreen = ++this.#screen;
    this.#again = () => paint();
    const paint = (): void => this.#show(
      make('h1', { tabindex: '-1' }, say('student.waiting')),
      make('p', { class: 'quiet', role: 'status' }, say('student.waiting-line', { number: came.number, classroom: came.classroomName })),
      button(say('student.other-code'), () => this.#askCode('', '')),
    );
    paint();
  }

  #names(lesson: Lesson, code: string, problem: string): void {
    this.#screen++;
    this.#again = () => this.#names(lesson, code, problem);
    this.#show(
      make('h1', { tabindex: '-1' }, say('student.who')),
      make('p', { class: 'join-problem', role: 'alert' }, problem),
      lesson.names.length > 0
        ? make('ul', { class: 'names' }, ...lesson.names.map((name) => make('li', {}, button(name.name, () => this.#confirm(lesson, code, name)))))
        : make('p', {}, say('student.no-names')),
      make('p', {}, button(say('student.not-listed'), () => void this.#come(code, true), { class: 'plain-button' })),
    );
  }

  #confirm(lesson: Lesson, code: string, name: FreeName): void {
    this.#screen++;
    this.#again = () => this.#confirm(lesson, code, name);
    const yes = button(say('student.yes'), () => void this.#join(lesson, code, name, yes), { class: 'main' });
    this.#show(
      make('h1', { tabindex: '-1' }, say('student.is-this-you', { name: name.name })),
      make('div', { class: 'actions' }, yes, button(say('student.no'), () => this.#names(lesson, code, ''))),
    );
    yes.focus();
  }

  async #join(lesson: Lesson, code: string, name: FreeName, yes: HTMLButtonElement): Promise<void> {
    yes.disabled = true;
    const joined = await this.joining.choose(lesson.lesson, name.student, this.told.language());
    if (joined.is === 'joined') return this.told.joined(joined);
    if (joined.code === 'no-such-lesson' || joined.code === 'not-admitted') return this.#askCode('', this.#problem(joined));
    const problem = this.#problem(joined);
    const came = joined.code === 'name-taken' ? await this.joining.come(code) : null;
    this.#names(came?.is === 'names' ? came.lesson : lesson, code, problem);
  }

  #problem(failure: Failure): string {
    switch (failure.code) {
      case 'unknown-code': return say('student.problem.code');
      case 'too-many': return say('student.problem.many', { count: Math.max(1, Math.ceil((failure.afterMs ?? 10_000) / 1000)) });
      case 'lobby-full': return say('student.problem.full');
      case 'not-admitted': return say('student.problem.refused');
      case 'name-taken': return say('student.problem.taken');
      case 'no-such-lesson': return say('student.problem.over');
      case 'away': return say('student.problem.away');
      default: return say('student.problem.server');
    }
  }

  #show(...children: Node[]): void {
    put(this.element, ...children);
    this.element.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }
}
