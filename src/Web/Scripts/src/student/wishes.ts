// What a child asks for: help, a goal, a break. Of each kind the newest counts; what cannot be sent now is sent when the link is back.
import { HubRefusal, LinkDown } from '../hub/hub';
import { randomHex, type Shelf } from './shelf';

export type Wish = { type: string; [argument: string]: unknown };

export type Heard = { is: 'done' } | { is: 'kept' } | { is: 'refused'; code: string };

interface Kept {
  kind: string;
  wish: Wish & { commandId: string; at: string };
}

export class Wishes {
  readonly #key = 'liveclass-wishes';
  #flushing = false;

  constructor(
    private readonly send: (command: object) => Promise<{ outcome: string; code?: string }>,
    private readonly shelf: Shelf,
    private readonly date: () => Date = () => new Date(),
  ) {}

  /** @param kind a later wish of the same kind replaces one that still waits */
  async give(kind: string, wish: Wish): Promise<Heard> {
    const command = { ...wish, commandId: randomHex(16), at: this.date().toISOString() };
    this.#write([...this.#kept().filter((one) => one.kind !== kind), { kind, wish: command }]);
    return this.#deliver(command);
  }

  waits(kind: string): Wish | null {
    return this.#kept().find((one) => one.kind === kind)?.wish ?? null;
  }

  /** Sends what waits. Called when the link is up. */
  async flush(): Promise<void> {
    if (this.#flushing) return;
    this.#flushing = true;
    try {
      for (const { wish } of this.#kept()) if ((await this.#deliver(wish)).is === 'kept') return;
    } finally {
      this.#flushing = false;
    }
  }

  async #deliver(wish: Kept['wish']): Promise<Heard> {
    let heard: Heard;
    try {
      const answer = await this.send({ ...wish, sentAt: this.date().toISOString() });
      heard = answer.outcome === 'refused' ? { is: 'refused', code: answer.code ?? '' } : { is: 'done' };
    } catch (error) {
      // The link broke on the way, or was down: the same id makes a repeat harmless.
      if (error instanceof LinkDown || (error instanceof HubRefusal && ['not-live', 'too-many', 'unavailable'].includes(error.code))) return { is: 'kept' };
      heard = { is: 'refused', code: error instanceof HubRefusal ? error.code : 'failed' };
    }
    this.#write(this.#kept().filter((one) => one.wish.commandId !== wish.commandId));
    return heard;
  }

  #kept(): Kept[] {
    return this.#memory ?? (this.#memory = this.shelf.read<Kept[]>(this.#key) ?? []);
  }

  #memory: Kept[] | null = null;

  #write(kept: Kept[]): void {
    this.#memory = kept;
    this.shelf.write(this.#key, kept);
  }
}
