// The hand: up or down, and what is said of it. Pressed without a link it is told later.
import { say } from '../words/say';
import type { OwnView } from './view';
import type { Wishes } from './wishes';

const named = 5;
const believedMs = 5_000;

export class Hand {
  #refused = '';

  /** What the server has taken and the own view does not show yet. */
  #taken: { up: boolean; until: number } | null = null;

  constructor(private readonly wishes: Wishes, private readonly student: () => string, private readonly clock: () => number) {}

  isUp(view: OwnView | null): boolean {
    const waits = this.wishes.waits('hand');
    const shown = Boolean(view?.handRaised);
    if (this.#taken && (this.#taken.up === shown || this.clock() > this.#taken.until)) this.#taken = null;
    return waits ? waits.type === 'raiseHand' : (this.#taken?.up ?? shown);
  }

  async press(view: OwnView | null, about: string | null = null): Promise<void> {
    const up = about !== null || !this.isUp(view);
    this.#refused = '';
    const heard = await this.wishes.give('hand', { type: up ? 'raiseHand' : 'lowerHand', student: this.student(), ...(about && { about }) });
    this.#taken = heard.is === 'done' ? { up, until: this.clock() + believedMs } : null;
    // Taking back what is not up is what was wanted.
    if (heard.is === 'refused' && heard.code !== 'nothing-to-do') this.#refused = say('student.refused');
  }

  /** What is said while it is up; empty while it is not. */
  line(view: OwnView | null, linkUp: boolean, asking: boolean): string {
    const waits = this.wishes.waits('hand');
    if (waits && !linkUp) return waits.type === 'raiseHand' ? say('student.hand.later') : '';
    if (waits) return waits.type === 'raiseHand' ? say('student.hand.telling') : '';
    if (!this.isUp(view)) return this.#refused;
    if (!view?.handRaised) return say('student.hand.telling');
    if (view.claimedBy) return say('student.hand.coming', { who: view.claimedBy });
    const before = view.handsBefore ?? 0;
    const place = before < named ? say(`student.place.${before + 1}`) : say('student.place.later', { place: before + 1 });
    return `${say('student.hand.known', { place })}${asking ? ` ${say('student.hand.meanwhile')}` : ''}`;
  }
}
