// The bars above and below the card: where and until when, whether answers are saved, help, goal, path. They never change their size.
import { say } from '../words/say';
import { Topics } from './topics';
import { button, make, mark, put, set, write } from './make';

export interface Saved {
  waiting: number;
  aside: number;
  up: boolean;
  durable: boolean;
}

export interface FrameTold {
  menu(): void;
  help(): void;
  /** What the hand is about. */
  about(topic: string): void;
  goal(): void;
  path(): void;
}

export class Frame {
  readonly #where = make('p', { class: 'where' });
  readonly #clock = make('span', { class: 'clock' });
  readonly #saved = make('p', { class: 'saved' });
  readonly #savedSign = make('span', { class: 'dot' });
  readonly #savedText = make('span', { role: 'status' });
  readonly #menu: HTMLButtonElement;
  readonly #help: HTMLButtonElement;
  readonly #topics: Topics;
  readonly #goal: HTMLButtonElement;
  readonly #path: HTMLButtonElement;

  /** @param line the one line between the bar and the card */
  constructor(top: HTMLElement, private readonly line: HTMLElement, private readonly bottom: HTMLElement, told: FrameTold) {
    this.#menu = button('', told.menu, { class: 'bar-button' });
    this.#help = button('', told.help, { class: 'bar-button help', 'aria-pressed': 'false' });
    this.#topics = new Topics(this.#help, told.about);
    this.#goal = button('', told.goal, { class: 'bar-button goal' });
    this.#path = button('', told.path, { class: 'bar-button path' });
    put(this.#saved, this.#savedSign, this.#savedText);
    put(top, this.#where, this.#clock, this.#saved, this.#menu);
    put(bottom, this.#help, this.#topics.element, this.#goal, this.#path);
    this.texts();
    this.out();
  }

  /** Writes what does not depend on anything but the language. */
  texts(): void {
    this.#topics.hide();
    put(this.#menu, mark('s-menu'));
    set(this.#menu, 'aria-label', say('student.menu'));
    put(this.#help, mark('s-hand'), say('student.help'));
    put(this.#path, mark('s-path'), say('student.path'));
  }

  /** Nobody sits here. */
  out(): void {
    this.bottom.hidden = true;
    this.#saved.hidden = true;
    write(this.#where, say('student.title'));
    write(this.#clock, '');
  }

  in(): void {
    this.bottom.hidden = false;
    this.#saved.hidden = false;
  }

  place(where: string, until: string): void {
    write(this.#where, where);
    write(this.#clock, until);
  }

  saved({ waiting, aside, up, durable }: Saved): void {
    const kind = aside > 0 || (!durable && waiting > 0) ? 'trouble' : !up ? 'away' : waiting > 0 ? 'sending' : 'fine';
    this.#saved.dataset['kind'] = kind;
    write(this.#savedText,
      aside > 0 ? say('student.link.aside', { count: aside })
      : !durable && waiting > 0 ? say('student.link.stay')
      : !up ? (waiting > 0 ? say('student.link.here', { count: waiting }) : say('student.link.none'))
      : waiting > 0 ? say('student.link.sending') : say('student.link.saved'));
  }

  hand(up: boolean): void {
    this.#help.setAttribute('aria-pressed', String(up));
    if (!up) this.#topics.hide();
  }

  /** Asks what the hand is about, or asks no longer. */
  askTopic(ask: boolean): void {
    if (ask) this.#topics.show();
    else this.#topics.hide();
  }

  /** The most important of what there is to say: trouble, help on its way, what comes next, why this card. */
  say(text: string, trouble: boolean): void {
    write(this.line, text);
    this.line.classList.toggle('trouble', trouble);
  }

  goal(done: number, goal: number | null): void {
    const text = goal ? say('student.goal-of', { done, goal }) : say('student.goal-none', { count: done });
    if (this.#goal.dataset['shown'] === text) return;
    this.#goal.dataset['shown'] = text;
    const pie = make('span', { class: 'pie', 'aria-hidden': 'true' });
    pie.style.setProperty('--share', String(goal ? Math.min(1, done / goal) : 0));
    put(this.#goal, pie, make('span', {}, text));
    this.#goal.setAttribute('aria-label', goal ? say('student.goal-is', { done, goal }) : say('student.goal-set', { count: done }));
  }
}
