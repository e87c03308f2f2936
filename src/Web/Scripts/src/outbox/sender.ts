// Sends what the outboxes of this device hold, oldest first, until each answer is acknowledged: the own first, then what earlier
// children left. One sender a device (turns.ts).
import { retryDelay } from '../live/retry';
import type { Way } from './delivery';
import type { KeptAnswer, Outbox, OutboxStore } from './store';

const batch = 50;
const tokenLivesMs = 14 * 24 * 3600_000;
const quietMs = 60_000;

export interface SenderTimes {
  now(): number;
  /** Waits, or shorter when `wake` is called. */
  pause(ms: number, woken: Promise<void>): Promise<void>;
  random(): number;
}

const realTimes: SenderTimes = {
  now: () => Date.now(),
  pause: (ms, woken) => Promise.race([new Promise<void>((resolve) => setTimeout(resolve, ms)), woken]),
  random: () => Math.random(),
};

export interface SenderTold {
  /** Which outbox is the own one; null where nobody sits here. */
  own(): string | null;
  /** The way for an outbox, now. */
  way(outbox: Outbox): Way;
  /** Something was acknowledged or set aside. */
  changed(source: string): void;
}

type Round = 'empty' | 'more' | { failed: true; afterMs: number | null };

export class Sender {
  #wake: () => void = () => {};
  #woken!: Promise<void>;
  #failures = 0;

  constructor(private readonly store: OutboxStore, private readonly told: SenderTold, private readonly times: SenderTimes = realTimes) {
    this.#sleepAgain();
  }

  /** There is something to send, or a better way to send it. */
  wake(): void {
    this.#wake();
  }

  async run(stopped: AbortSignal): Promise<void> {
    stopped.addEventListener('abort', () => this.#wake());
    while (!stopped.aborted) {
      const round = await this.#round();
      if (stopped.aborted) return;
      if (round === 'more') {
        this.#failures = 0;
        continue;
      }
      const failed = round !== 'empty';
      const ms = failed ? (round.afterMs ?? retryDelay(this.#failures++, () => this.times.random())) : quietMs;
      if (!failed) this.#failures = 0;
      // While the server asks to wait, or does not answer, a new answer must not make a storm.
      await this.times.pause(ms, failed ? new Promise(() => {}) : this.#woken);
      this.#sleepAgain();
    }
  }

  /** One delivery of the first outbox that has something. */
  async #round(): Promise<Round> {
    let failed: Round = 'empty';
    for (const outbox of await this.#inOrder()) {
      const answers = await this.store.first(outbox.source, batch);
      if (answers.length === 0) continue;
      const went = await this.#deliver(outbox, answers);
      if (went === 'more') return 'more';
      // What one outbox cannot send now, another with its own token may.
      if (failed === 'empty') failed = went;
    }
    return failed;
  }

  async #deliver(outbox: Outbox, answers: readonly KeptAnswer[]): Promise<Round> {
    const { source } = outbox;
    const waiting = (await this.store.count(source)) - answers.length;
    const verdict = await this.told.way(outbox)(outbox, answers, Math.max(0, waiting));
    if (verdict.is === 'again') return { failed: true, afterMs: verdict.afterMs };
    if (verdict.is === 'refused') {
      // One bad answer must not hold the others up: alone, each is heard.
      if (answers.length > 1 && !isAboutTheToken(verdict.code)) return this.#deliver(outbox, answers.slice(0, Math.ceil(answers.length / 2)));
      await this.store.setAside(source, answers.map((answer) => answer.sequence), verdict.code);
      this.told.changed(source);
      return 'more';
    }
    for (const { sequence, code } of verdict.refused) await this.store.setAside(source, [sequence], code);
    const stays = new Set([...verdict.later, ...verdict.refused.map((one) => one.sequence)]);
    const gone = answers.filter((answer) => !stays.has(answer.sequence)).map((answer) => answer.sequence);
    await this.store.remove(source, gone);
    if (gone.length > 0 || verdict.refused.length > 0) this.told.changed(source);
    return gone.length > 0 || verdict.refused.length > 0 ? 'more' : { failed: true, afterMs: null };
  }

  // An outbox whose token is over cannot be delivered by anybody: what a child wrote does not stay on a shared device.
  async #inOrder(): Promise<Outbox[]> {
    const own = this.told.own();
    const all = await this.store.all();
    for (const outbox of all)
      if (outbox.source !== own && this.times.now() - outbox.openedAt > tokenLivesMs) await this.store.forget(outbox.source);
    return all.sort((a, b) => Number(b.source === own) - Number(a.source === own) || a.openedAt - b.openedAt);
  }

  #sleepAgain(): void {
    this.#woken = new Promise((resolve) => (this.#wake = resolve));
  }
}

const isAboutTheToken = (code: string): boolean => ['token-ended', 'no-key', 'wrong-scope', 'other-student', '401', '403'].includes(code);
