// Answers that are typed: a number, a fraction in two boxes one over the other, a mixed number in three, an expression.
import { make } from '../student/make';
import { say } from '../words/say';
import { erase, nextBox, type AnswerBox, type BoxTold } from './box';

interface Part {
  name: string;
  label: string;
  allowed: RegExp;
  longest: number;
}

const whole = /[^0-9-]/g;
const digits = '789 456 123'.split(' ').map((row) => [...row]);
const rows = (ends: [string, string, string], last: string[]): string[][] => [...digits.map((row, place) => [...row, ends[place]!]), last];

export const numberBox = (told: BoxTold): AnswerBox =>
  new FiguresBox(told, [{ name: 'number', label: say('student.answer'), allowed: /[^0-9.-]/g, longest: 12 }], rows([erase, '−', '.'], ['◂', '0', '▸', 'C']), {
    compose: ([number]) => (/^-?(\d+\.?\d*|\.\d+)$/.test(number!) ? number! : null),
  });

export const fractionBox = (told: BoxTold): AnswerBox =>
  new FiguresBox(told, [part('top', say('student.top')), part('bottom', say('student.bottom'))], rows([erase, '−', nextBox], ['◂', '0', '▸', 'C']), {
    compose: ([top, bottom]) => (isWhole(top) && isWhole(bottom) ? `${top}/${bottom}` : null),
  });

export const mixedBox = (told: BoxTold): AnswerBox =>
  new FiguresBox(told, [part('whole', say('student.whole')), part('top', say('student.top')), part('bottom', say('student.bottom'))], rows([erase, '−', nextBox], ['◂', '0', '▸', 'C']), {
    compose: ([number, top, bottom]) => {
      if (!top && !bottom) return isWhole(number) ? number! : null;
      if (!isWhole(top) || !isWhole(bottom)) return null;
      if (!number) return `${top}/${bottom}`;
      return isWhole(number) ? `${number} ${top}/${bottom}` : null;
    },
  });

export const expressionBox = (letter: string, told: BoxTold): AnswerBox =>
  new FiguresBox(told, [{ name: 'expression', label: say('student.answer'), allowed: /[^0-9a-z+\-*/(). ]/gi, longest: 40 }], rows([erase, '+', '−'], [letter, '0', '(', ')']), {
    compose: ([text]) => (text!.length > 0 ? text!.replace(/\s+/g, '') : null),
  });

const part = (name: string, label: string): Part => ({ name, label, allowed: whole, longest: 6 });
const isWhole = (text: string | undefined): boolean => /^-?\d+$/.test(text ?? '');

class FiguresBox implements AnswerBox {
  readonly element: HTMLElement;
  readonly #inputs: HTMLInputElement[];
  #last: HTMLInputElement;

  constructor(
    private readonly told: BoxTold, parts: Part[], readonly keypad: readonly (readonly string[])[],
    private readonly how: { compose(texts: string[]): string | null },
  ) {
    this.#inputs = parts.map((one) => this.#input(one));
    this.#last = this.#inputs[0]!;
    this.element = make('div', { class: `figures ${parts.at(-1)!.name === 'bottom' ? 'fraction' : parts[0]!.name}`, role: 'group', 'aria-label': say('student.answer') }, ...this.#inputs);
  }

  read(): string | null {
    return this.how.compose(this.#inputs.map((input) => input.value));
  }

  keep(): string {
    return JSON.stringify(this.#inputs.map((input) => input.value));
  }

  restore(kept: string): void {
    const texts = JSON.parse(kept) as string[];
    this.#inputs.forEach((input, place) => (input.value = texts[place] ?? ''));
  }

  press(key: string): void {
    const input = this.#last;
    const [from, to] = [input.selectionStart ?? input.value.length, input.selectionEnd ?? input.value.length];
    if (key === nextBox) return this.#move(1, true);
    if (key === '◂') return from > 0 ? input.setSelectionRange(from - 1, from - 1) : this.#move(-1);
    if (key === '▸') return to < input.value.length ? input.setSelectionRange(to + 1, to + 1) : this.#move(1);
    if (key === 'C') {
      for (const one of this.#inputs) one.value = '';
      this.#move(-this.#inputs.length);
    } else if (key === erase) {
      if (from !== to) input.setRangeText('', from, to, 'end');
      else if (from > 0) input.setRangeText('', from - 1, from, 'end');
      else return this.#move(-1);
    } else if (input.value.length - (to - from) < input.maxLength) input.setRangeText(plain(key), from, to, 'end');
    this.told.changed();
  }

  lock(locked: boolean): void {
    for (const input of this.#inputs) input.readOnly = locked;
  }

  focus(): void {
    this.#last.focus({ preventScroll: true });
  }

  #input(one: Part): HTMLInputElement {
    const input = make('input', {
      type: 'text', class: one.name, 'aria-label': one.label, autocomplete: 'off', autocapitalize: 'none', autocorrect: 'off', spellcheck: 'false', maxlength: one.longest, enterkeyhint: 'done',
    });
    input.addEventListener('focus', () => (this.#last = input));
    input.addEventListener('input', () => {
      const clean = plain(input.value).replace(one.allowed, '');
      if (clean !== input.value) {
        const at = Math.max(0, (input.selectionStart ?? clean.length) - (input.value.length - clean.length));
        input.value = clean;
        input.setSelectionRange(at, at);
      }
      this.told.changed();
    });
    input.addEventListener('keydown', (event) => this.#key(event, input));
    return input;
  }

  #key(event: KeyboardEvent, input: HTMLInputElement): void {
    const at = input.selectionStart ?? 0;
    const several = this.#inputs.length > 1;
    if (event.key === 'Enter' && !event.repeat) this.told.enter();
    else if (several && (event.key === '/' || (event.key === ' ' && input.value))) this.#move(1, event.key === '/');
    else if (several && event.key === 'ArrowDown') this.#move(1);
    else if (several && event.key === 'ArrowUp') this.#move(-1);
    else if (several && event.key === 'ArrowRight' && at === input.value.length) this.#move(1);
    else if (several && event.key === 'ArrowLeft' && at === 0) this.#move(-1);
    else if (several && event.key === 'Backspace' && !input.value) this.#move(-1);
    else return;
    event.preventDefault();
  }

  // `around` goes between the last two, as the keypad's one key must.
  #move(by: number, around = false): void {
    const place = this.#inputs.indexOf(this.#last);
    const last = this.#inputs.length - 1;
    const to = around ? (place === last ? Math.max(0, last - 1) : place + 1) : Math.min(last, Math.max(0, place + by));
    if (to === place) return;
    const input = this.#inputs[to]!;
    this.#last = input;
    input.focus({ preventScroll: true });
    const end = by < 0 ? input.value.length : 0;
    if (by < 0) input.setSelectionRange(end, end);
    else input.select();
  }
}

// One minus, one times, a point for a comma, whatever keyboard it came from.
const plain = (text: string): string => text.replace(/[−–—]/g, '-').replace(/[×·]/g, '*').replace(/,/g, '.');
