// The device's outboxes at work: keeps answers, sends them, knows how many wait.
import { CarefulStore } from '../outbox/careful';
import { byHttp, byHub, type EvidenceAnswer } from '../outbox/delivery';
import { openIndexedStore } from '../outbox/indexed';
import { Sender } from '../outbox/sender';
import type { Answer, KeptAnswer, OutboxStore } from '../outbox/store';
import { takeTurns } from '../outbox/turns';

const stealAfterMs = 8_000;

export interface DeliveringTold {
  changed(): void;
  /** Calls the hub's `Submit` for the own outbox; null while the link is down. */
  submit(): ((answers: readonly KeptAnswer[], sentAt: string, waiting: number) => Promise<EvidenceAnswer>) | null;
}

export class Delivering {
  #own: string | null = null;
  #waiting = 0;
  #aside = 0;
  #busySince: number | null = null;
  readonly #http = byHttp();
  readonly #sender: Sender;
  readonly #other: BroadcastChannel | null;
  #turns: { steal(): void } = { steal: () => {} };

  private constructor(readonly store: CarefulStore, private readonly told: DeliveringTold) {
    this.#sender = new Sender(store, {
      own: () => this.#own,
      way: (outbox) => {
        const submit = outbox.source === this.#own ? told.submit() : null;
        return submit ? byHub(submit, this.#http) : this.#http;
      },
      changed: (source) => {
        this.#other?.postMessage(source);
        if (source === this.#own) void this.#count();
      },
    });
    this.#other = 'BroadcastChannel' in self ? new BroadcastChannel('liveclass-outbox') : null;
    // Another tab kept an answer, or delivered ours.
    if (this.#other) this.#other.onmessage = () => {
      this.#sender.wake();
      void this.#count();
    };
  }

  static async open(told: DeliveringTold): Promise<Delivering> {
    let delivering: Delivering | null = null;
    const store = new CarefulStore(await openDisk(), () => delivering?.told.changed());
    delivering = new Delivering(store, told);
    delivering.#start();
    return delivering;
  }

  get waiting(): number {
    return this.#waiting;
  }

  get aside(): number {
    return this.#aside;
  }

  get durable(): boolean {
    return this.store.durable;
  }

  /** True where this tab may go on with an outbox after a reload. */
  async has(source: string): Promise<boolean> {
    return (await this.store.find(source)) !== null;
  }

  async sit(source: string, deliverToken: string | null): Promise<void> {
    if (deliverToken) await this.store.open({ source, deliverToken, openedAt: Date.now() });
    this.#own = source;
    await this.#count();
    this.#sender.wake();
  }

  stand(): void {
    this.#own = null;
    this.#waiting = this.#aside = 0;
  }

  /** Fulfilled when the answer is kept. */
  async keep(answer: Answer): Promise<void> {
    await this.store.append(this.#own!, answer);
    await this.#count();
    this.#sender.wake();
    this.#other?.postMessage(this.#own);
  }

  wake(): void {
    this.#sender.wake();
  }

  #start(): void {
    // Locks are there in secure contexts alone.
    const locks = (navigator as Partial<Navigator>).locks ?? null;
    this.#turns = takeTurns({ locks, shelf: shelf(), now: () => Date.now(), pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) }, (stopped) => this.#sender.run(stopped));
    setInterval(() => this.#watch(), 2_000);
  }

  // A tab that sleeps may hold the turn: whoever is looked at and waits takes it.
  #watch(): void {
    if (this.#waiting === 0) this.#busySince = null;
    else this.#busySince ??= performance.now();
    if (this.#busySince === null || document.visibilityState !== 'visible' || !navigator.onLine || performance.now() - this.#busySince < stealAfterMs) return;
    this.#busySince = performance.now();
    this.#turns.steal();
  }

  async #count(): Promise<void> {
    if (!this.#own) return;
    this.#waiting = await this.store.count(this.#own);
    this.#aside = await this.store.countAside(this.#own);
    this.told.changed();
  }
}

async function openDisk(): Promise<OutboxStore | null> {
  try {
    return await openIndexedStore();
  } catch {
    return null;
  }
}

function shelf(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
