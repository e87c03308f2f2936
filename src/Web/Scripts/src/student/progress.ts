// What this child did in this lesson, as far as this page knows: for the goal, the next question and the last card.
import type { Asked } from '../cards/next';
import type { Shelf } from './shelf';

export class Progress {
  readonly #asked: Asked[];
  readonly #seen: Set<string>;
  #goal: number | null;

  constructor(private readonly shelf: Shelf) {
    this.#asked = shelf.read<Asked[]>('liveclass-asked') ?? [];
    this.#seen = new Set(shelf.read<string[]>('liveclass-seen') ?? []);
    this.#goal = shelf.read<number>('liveclass-goal');
  }

  get asked(): readonly Asked[] {
    return this.#asked;
  }

  get done(): { answered: number; clean: number } {
    return { answered: this.#asked.length, clean: this.#asked.filter((one) => one.clean).length };
  }

  finish(asked: Asked): void {
    this.#asked.push(asked);
    this.shelf.write('liveclass-asked', this.#asked);
  }

  get goal(): number | null {
    return this.#goal;
  }

  set goal(by: number | null) {
    this.#goal = by;
    this.shelf.write('liveclass-goal', by);
  }

  /** The questions that were asked, so that none comes twice. */
  readonly seen = {
    has: (key: string): boolean => this.#seen.has(key),
    add: (key: string): void => {
      this.#seen.add(key);
      this.shelf.write('liveclass-seen', [...this.#seen]);
    },
  };
}
