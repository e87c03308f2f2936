// Put in order: take one and put it in another's place, by tap, drag, or keys (Enter takes and puts down, arrows move).
import { named } from '../forms/content';
import type { Choice } from '../forms/form';
import { make, write } from '../student/make';
import { say } from '../words/say';
import type { AnswerBox, BoxTold } from './box';

export class OrderBox implements AnswerBox {
  readonly element: HTMLElement;
  readonly keypad = null;
  readonly #list: HTMLOListElement;
  readonly #said: HTMLElement;
  readonly #cards = new Map<string, HTMLButtonElement>();
  #order: string[];
  #taken: string | null = null;
  #touched = false;
  #locked = false;

  constructor(private readonly choices: readonly Choice[], private readonly told: BoxTold) {
    this.#order = choices.map((choice) => choice.id);
    for (const choice of choices) this.#cards.set(choice.id, this.#card(choice));
    this.#list = make('ol', { class: 'order-list' });
    this.#said = make('p', { class: 'visually-hidden', role: 'status' });
    this.element = make('div', { class: 'order', role: 'group', 'aria-label': say('student.order-how') }, make('p', { class: 'how' }, say('student.order-how')), this.#list, this.#said);
    this.#place();
  }

  /** Leaving them as they came is an answer too, once a child has said so by touching one. */
  read(): string | null {
    return this.#touched ? this.#order.join(',') : null;
  }

  keep(): string {
    return this.#touched ? this.#order.join(',') : '';
  }

  restore(kept: string): void {
    const order = kept.split(',');
    if (order.length !== this.#order.length || !order.every((id) => this.#cards.has(id))) return;
    this.#order = order;
    this.#touched = true;
    this.#place();
  }

  press(): void {}

  lock(locked: boolean): void {
    this.#locked = locked;
    this.#take(null);
    for (const card of this.#cards.values()) card.disabled = locked;
  }

  focus(): void {
    this.#cards.get(this.#order[0]!)?.focus({ preventScroll: true });
  }

  #card(choice: Choice): HTMLButtonElement {
    const card = make('button', { type: 'button', class: 'order-card', 'aria-pressed': 'false', 'data-id': choice.id }, named(choice));
    card.addEventListener('click', () => this.#tap(choice.id));
    card.addEventListener('keydown', (event) => this.#key(event, choice.id));
    card.addEventListener('pointerdown', (event) => this.#drag(event, choice.id));
    return card;
  }

  #tap(id: string): void {
    this.#touch();
    if (this.#taken === null) this.#take(id);
    else if (this.#taken === id) this.#take(null);
    else {
      this.#move(this.#taken, this.#order.indexOf(id));
      this.#take(null);
    }
  }

  #key(event: KeyboardEvent, id: string): void {
    const by = event.key === 'ArrowDown' || event.key === 'ArrowRight' ? 1 : event.key === 'ArrowUp' || event.key === 'ArrowLeft' ? -1 : 0;
    if (event.key === 'Escape' && this.#taken) this.#take(null);
    else if (by === 0) return;
    else {
      const to = Math.min(this.#order.length - 1, Math.max(0, this.#order.indexOf(id) + by));
      if (this.#taken === id) this.#move(id, to);
      this.#cards.get(this.#taken === id ? id : this.#order[to]!)!.focus();
    }
    event.preventDefault();
  }

  #drag(down: PointerEvent, id: string): void {
    if (this.#locked || down.button !== 0) return;
    const card = this.#cards.get(id)!;
    let dragged = false;
    const moved = (event: PointerEvent): void => {
      if (!dragged && Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) < 8) return;
      dragged = true;
      card.setPointerCapture(event.pointerId);
      card.classList.add('dragged');
      const over = document.elementsFromPoint(event.clientX, event.clientY).find((one) => one !== card && one.matches('.order-card')) as HTMLElement | undefined;
      if (over?.dataset['id'] && this.#cards.has(over.dataset['id'])) this.#move(id, this.#order.indexOf(over.dataset['id']));
    };
    const ended = (): void => {
      card.classList.remove('dragged');
      card.removeEventListener('pointermove', moved);
      if (!dragged) return;
      this.#touch();
      // The click that ends a drag is no tap.
      card.addEventListener('click', (event) => event.stopImmediatePropagation(), { capture: true, once: true });
    };
    card.addEventListener('pointermove', moved);
    card.addEventListener('pointerup', ended, { once: true });
    card.addEventListener('pointercancel', ended, { once: true });
  }

  #move(id: string, to: number): void {
    const from = this.#order.indexOf(id);
    if (from === to) return;
    this.#order.splice(from, 1);
    this.#order.splice(to, 0, id);
    this.#place();
    const choice = this.choices.find((one) => one.id === id)!;
    write(this.#said, say('student.order-place', { what: choice.speech, place: to + 1, count: this.#order.length }));
    this.#touch();
  }

  #take(id: string | null): void {
    this.#taken = id;
    for (const [other, card] of this.#cards) card.setAttribute('aria-pressed', String(other === id));
  }

  #touch(): void {
    this.#touched = true;
    this.told.changed();
  }

  // Cards that stay in the list keep their focus: only what stands wrong is moved.
  #place(): void {
    const focused = document.activeElement;
    this.#order.forEach((id, place) => {
      const slot = this.#list.children[place] ?? this.#list.appendChild(make('li'));
      const card = this.#cards.get(id)!;
      if (card.parentElement !== slot) slot.append(card);
    });
    if (focused instanceof HTMLElement && this.#list.contains(focused)) focused.focus({ preventScroll: true });
  }
}
