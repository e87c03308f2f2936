// A question as a card: what is asked, the answer, and below it what is said of the answer. Nothing above moves when something is said.
import { erase, nextBox, type AnswerBox } from '../answers/box';
import { boxFor } from '../answers/make';
import { show } from '../forms/content';
import { button, make, mark, put, set, write } from '../student/make';
import type { Reader } from '../student/speech';
import { say } from '../words/say';
import type { Turn } from './turn';

export interface QuestionTold {
  /** Takes the answer; fulfilled when it is kept. */
  check(response: string): Promise<void>;
  again(): void;
  hint(): void;
  next(): void;
  entered(text: string): void;
}

/** What is otherwise for this child. */
export interface Care {
  /** No celebration. */
  calm: boolean;
  /** Reading aloud stands first and large. */
  aloud: boolean;
}

export class Question {
  readonly element: HTMLElement;
  readonly #act: HTMLButtonElement;
  readonly #hint: HTMLButtonElement;
  readonly #aloud: HTMLButtonElement;
  readonly #aloudText = make('span');
  readonly #noVoice = make('p', { class: 'no-voice', hidden: true });
  readonly #said = make('div', { class: 'said', role: 'status' });
  readonly #box: AnswerBox;
  readonly #keypad: HTMLElement | null;
  #busy = false;
  #painted = '';

  constructor(readonly turn: Turn, private readonly told: QuestionTold, private readonly reader: Reader, private readonly care: Care) {
    const { form } = turn.now;
    this.#box = boxFor(form, {
      changed: () => this.#entered(),
      enter: () => void this.#press(),
    });
    if (turn.now.entered) this.#box.restore(turn.now.entered);
    this.#act = button('', () => void this.#press(), { class: 'main act' });
    this.#hint = button('', () => this.#giveHint(), { class: 'tool' });
    put(this.#hint, mark('s-hint'), say('student.hint'));
    this.#aloud = button('', () => this.reader.toggle(form.speech), { class: 'tool' });
    put(this.#aloud, mark('s-aloud'), this.#aloudText);
    write(this.#noVoice, say('student.no-voice'));
    this.#keypad = this.#box.keypad ? this.#makeKeypad(this.#box.keypad) : null;
    this.element = make(
      'article', { class: `question type-${form.type}`, 'aria-labelledby': 'asked' },
      make('h1', { class: 'visually-hidden' }, say('student.question')),
      care.aloud && make('div', { class: 'aloud-first' }, this.#aloud, this.#noVoice),
      make('div', { class: 'asked', id: 'asked', tabindex: '-1', lang: form.language }, show(form.prompt)),
      make('div', { class: 'answer' }, this.#box.element, this.#act),
      make('div', { class: 'below' },
        make('div', { class: 'tools' }, this.#hint, !care.aloud && this.#aloud),
        this.#said,
        this.#keypad),
    );
    this.paint();
  }

  focus(): void {
    if (this.turn.now.phase === 'answering') this.#box.focus();
    else this.#act.focus({ preventScroll: true });
  }

  /** The answer as far as it was entered; null where nothing whole stands there. */
  read(): string | null {
    return this.#box.read();
  }

  paint(): void {
    const { phase } = this.turn.now;
    const over = phase !== 'answering' && phase !== 'wrong';
    this.element.dataset['phase'] = phase;
    this.#box.lock(over);
    // The page's own keypad is there: the system's would cover the question.
    for (const input of this.element.querySelectorAll('input[type=text]')) set(input, 'inputmode', document.documentElement.classList.contains('touch') ? 'none' : null);
    write(this.#act, phase === 'answering' ? say('student.check') : phase === 'wrong' ? say('student.try-again') : say('student.next'));
    this.#hint.hidden = !this.turn.mayHint || this.turn.now.hints > 0;
    write(this.#aloudText, this.reader.speaking ? say('student.stop-reading') : say('student.read-aloud'));
    this.#aloud.hidden = this.reader.voice === null;
    this.#noVoice.hidden = !this.#aloud.hidden;
    this.#paintSaid();
  }

  #paintSaid(): void {
    const { phase, feedback, hints, attempt } = this.turn.now;
    const painted = `${phase}|${hints}|${attempt}`;
    if (painted === this.#painted) return;
    this.#painted = painted;
    const lead =
      phase === 'right' ? say(this.care.calm ? 'student.right-calm' : attempt > 1 ? 'student.right-second' : hints > 0 ? 'student.right-hint' : 'student.right')
      : phase === 'saved' ? say('student.saved-answer')
      : phase === 'solution' ? say('student.solution')
      : phase === 'wrong' ? say('student.not-yet')
      : '';
    const sign = phase === 'right' ? mark('s-tick') : phase === 'saved' ? mark('s-saved') : feedback ? mark('s-hint') : null;
    put(this.#said, lead || feedback ? make('p', { class: 'lead' }, sign, lead || say('student.hint-is')) : null, feedback ? make('div', { class: 'feedback', lang: this.turn.now.form.language }, show(feedback)) : null);
  }

  async #press(): Promise<void> {
    if (this.#busy) return;
    const { phase } = this.turn.now;
    if (phase === 'wrong') return this.#again(true);
    if (phase !== 'answering') return this.told.next();
    const response = this.#box.read();
    if (response === null) {
      put(this.#said, make('p', { class: 'lead' }, say(`student.missing.${this.turn.now.form.type}`)));
      this.#painted = '';
      return this.#box.focus();
    }
    this.#busy = true;
    try {
      await this.told.check(response);
    } finally {
      this.#busy = false;
    }
    this.paint();
    this.#act.focus({ preventScroll: true });
  }

  // Going on by typing is as good as the button.
  #entered(): void {
    this.told.entered(this.#box.keep());
    if (this.turn.now.phase === 'wrong') this.#again(false);
  }

  #again(focus: boolean): void {
    this.told.again();
    this.paint();
    if (focus) this.#box.focus();
  }

  #giveHint(): void {
    this.told.hint();
    this.paint();
    this.#box.focus();
  }

  #makeKeypad(rows: readonly (readonly string[])[]): HTMLElement {
    const keys = rows.flat().map((key) => {
      const label = key === erase ? say('student.erase') : key === nextBox ? say('student.other-box') : key === 'C' ? say('student.clear') : key === '◂' ? say('student.left') : key === '▸' ? say('student.right-key') : key === '−' ? say('student.minus') : null;
      const pressed = button(key, () => this.#box.press(key), { class: /^[0-9]$/.test(key) ? 'key' : 'key other', 'aria-label': label, tabindex: '-1' });
      // The box keeps its caret: a key of the pad is no place to be.
      pressed.addEventListener('pointerdown', (event) => event.preventDefault());
      return pressed;
    });
    return make('div', { class: 'keypad', role: 'group', 'aria-label': say('student.keypad') }, ...keys);
  }
}
