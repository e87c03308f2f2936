// One of several, or all that fit: the browser's own radio buttons and check boxes, so that every key and reader works.
import { named } from '../forms/content';
import type { Choice } from '../forms/form';
import { make } from '../student/make';
import { say } from '../words/say';
import type { AnswerBox, BoxTold } from './box';

export class ChoicesBox implements AnswerBox {
  readonly element: HTMLElement;
  readonly keypad = null;
  readonly #inputs: HTMLInputElement[];

  constructor(choices: readonly Choice[], several: boolean, told: BoxTold) {
    this.#inputs = choices.map((choice) => make('input', { type: several ? 'checkbox' : 'radio', name: 'choice', value: choice.id, on: { change: () => told.changed() } }));
    const long = choices.some((choice) => lengthOf(choice) > 24);
    this.element = make(
      'fieldset', { class: `choices ${long ? 'long' : choices.length % 2 === 0 ? 'even' : ''}`, on: { keydown: (event: KeyboardEvent) => this.#key(event, told) } },
      make('legend', {}, several ? say('student.all-that-fit') : say('student.one-of')),
      ...choices.map((choice, place) => make('label', { class: 'choice' }, this.#inputs[place]!, make('span', { class: 'choice-text' }, named(choice)))),
    );
  }

  read(): string | null {
    const chosen = this.#inputs.filter((input) => input.checked).map((input) => input.value);
    return chosen.length > 0 ? chosen.sort().join(',') : null;
  }

  keep(): string {
    return this.read() ?? '';
  }

  restore(kept: string): void {
    const chosen = kept.split(',');
    for (const input of this.#inputs) input.checked = chosen.includes(input.value);
  }

  press(): void {}

  lock(locked: boolean): void {
    for (const input of this.#inputs) input.disabled = locked;
  }

  focus(): void {
    (this.#inputs.find((input) => input.checked) ?? this.#inputs[0])?.focus({ preventScroll: true });
  }

  #key(event: KeyboardEvent, told: BoxTold): void {
    const place = Number(event.key) - 1;
    const input = Number.isInteger(place) ? this.#inputs[place] : undefined;
    if (event.key === 'Enter' && !event.repeat) told.enter();
    else if (input && !input.disabled && !event.ctrlKey && !event.altKey && !event.metaKey) {
      input.focus();
      input.click();
    } else return;
    event.preventDefault();
  }
}

const lengthOf = (choice: Choice): number => choice.runs.reduce((sum, run) => sum + (run.text?.length ?? (run.picture ? 0 : 4)), 0);
