// Match: choose one on the left, then its partner on the right.
import { named } from '../forms/content';
import type { Choice } from '../forms/form';
import { make, put } from '../student/make';
import { say } from '../words/say';
import type { AnswerBox, BoxTold } from './box';

export class PairsBox implements AnswerBox {
  readonly element: HTMLElement;
  readonly keypad = null;
  readonly #left = new Map<string, { card: HTMLButtonElement; partner: HTMLElement }>();
  readonly #right = new Map<string, HTMLButtonElement>();
  readonly #partners = new Map<string, string>();
  readonly #names: Map<string, string>;
  #chosen: string;

  constructor(left: readonly Choice[], right: readonly Choice[], private readonly told: BoxTold) {
    this.#names = new Map(right.map((choice) => [choice.id, choice.id.toUpperCase()]));
    this.#chosen = left[0]!.id;
    for (const choice of left) {
      const partner = make('span', { class: 'partner' });
      const card = make('button', { type: 'button', class: 'pair-card', on: { click: () => this.#choose(choice.id) } }, make('span', { class: 'pair-text' }, named(choice)), partner);
      this.#left.set(choice.id, { card, partner });
    }
    for (const choice of right) {
      const card = make('button', { type: 'button', class: 'pair-card', on: { click: () => this.#join(choice.id) } }, make('b', { class: 'letter' }, choice.id.toUpperCase()), make('span', { class: 'pair-text' }, named(choice)));
      this.#right.set(choice.id, card);
    }
    this.element = make(
      'div', { class: 'pairs', role: 'group', 'aria-label': say('student.pairs-how'), on: { keydown: (event: KeyboardEvent) => this.#key(event) } },
      make('p', { class: 'how' }, say('student.pairs-how')),
      make('div', { class: 'pair-side' }, ...[...this.#left.values()].map((one) => one.card)),
      make('div', { class: 'pair-side' }, ...this.#right.values()),
    );
    this.#paint();
  }

  read(): string | null {
    return this.#partners.size === this.#left.size ? this.keep() : null;
  }

  keep(): string {
    return [...this.#left.keys()].filter((id) => this.#partners.has(id)).map((id) => `${id}${this.#partners.get(id)}`).join(',');
  }

  restore(kept: string): void {
    this.#partners.clear();
    for (const pair of kept.split(',')) {
      const [, left, right] = /^(\d+)(\w+)$/.exec(pair) ?? [];
      if (left && right && this.#left.has(left) && this.#right.has(right)) this.#partners.set(left, right);
    }
    this.#paint();
  }

  press(): void {}

  lock(locked: boolean): void {
    for (const { card } of this.#left.values()) card.disabled = locked;
    for (const card of this.#right.values()) card.disabled = locked;
  }

  focus(): void {
    this.#left.get(this.#chosen)?.card.focus({ preventScroll: true });
  }

  #choose(id: string): void {
    this.#chosen = id;
    this.#paint();
  }

  // A partner is taken by one at a time; the next that has none is chosen.
  #join(right: string): void {
    for (const [left, partner] of this.#partners) if (partner === right) this.#partners.delete(left);
    this.#partners.set(this.#chosen, right);
    this.#chosen = [...this.#left.keys()].find((id) => !this.#partners.has(id)) ?? this.#chosen;
    this.#paint();
    this.told.changed();
  }

  // Arrows go along the side that has focus, and over to the other.
  #key(event: KeyboardEvent): void {
    const sides = [[...this.#left.values()].map((one) => one.card), [...this.#right.values()]];
    const side = sides.findIndex((cards) => cards.includes(document.activeElement as HTMLButtonElement));
    if (side < 0) return;
    const place = sides[side]!.indexOf(document.activeElement as HTMLButtonElement);
    const to =
      event.key === 'ArrowDown' ? sides[side]![place + 1]
      : event.key === 'ArrowUp' ? sides[side]![place - 1]
      : event.key === 'ArrowRight' ? sides[1]![Math.min(place, sides[1]!.length - 1)]
      : event.key === 'ArrowLeft' ? sides[0]![Math.min(place, sides[0]!.length - 1)]
      : undefined;
    if (!to) return;
    to.focus();
    event.preventDefault();
  }

  #paint(): void {
    for (const [id, { card, partner }] of this.#left) {
      const right = this.#partners.get(id);
      card.setAttribute('aria-pressed', String(id === this.#chosen));
      put(partner, right ? this.#names.get(right)! : '');
      partner.setAttribute('aria-label', right ? say('student.goes-with', { what: this.#names.get(right)! }) : say('student.no-partner'));
      partner.setAttribute('role', 'img');
    }
    const taken = new Set(this.#partners.values());
    for (const [id, card] of this.#right) card.classList.toggle('taken', taken.has(id));
  }
}
