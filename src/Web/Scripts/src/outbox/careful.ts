// The store of the page: IndexedDB, and memory from when that fails. Numbers go on where they were.
import { MemoryStore } from './memory';
import type { Answer, KeptAnswer, NewOutbox, Outbox, OutboxStore } from './store';

export class CarefulStore implements OutboxStore {
  readonly #memory = new MemoryStore();
  readonly #next = new Map<string, number>();
  #disk: OutboxStore | null;
  #writes = true;

  /** @param disk null where the browser keeps nothing @param failed is told once, when writing begins to fail */
  constructor(disk: OutboxStore | null, private readonly failed: () => void = () => {}) {
    this.#disk = disk;
  }

  get durable(): boolean {
    return this.#disk !== null && this.#writes;
  }

  async open(outbox: NewOutbox): Promise<void> {
    await this.#write((store) => store.open(outbox), outbox);
    const found = await this.find(outbox.source);
    this.#next.set(outbox.source, found?.next ?? 1);
  }

  async find(source: string): Promise<Outbox | null> {
    return (await this.#disk?.find(source)) ?? (await this.#memory.find(source));
  }

  async all(): Promise<Outbox[]> {
    const disk = (await this.#disk?.all()) ?? [];
    const known = new Set(disk.map((outbox) => outbox.source));
    return [...disk, ...(await this.#memory.all()).filter((outbox) => !known.has(outbox.source))];
  }

  async append(source: string, answer: Answer): Promise<KeptAnswer> {
    const outbox = await this.find(source);
    const next = Math.max(this.#next.get(source) ?? 1, outbox?.next ?? 1);
    const kept = await this.#write((store) => store.append(source, answer), outbox ? { ...outbox, next } : null);
    this.#next.set(source, kept.sequence + 1);
    return kept;
  }

  async first(source: string, limit: number): Promise<KeptAnswer[]> {
    const disk = (await this.#disk?.first(source, limit)) ?? [];
    return [...disk, ...(await this.#memory.first(source, limit - disk.length))];
  }

  async count(source: string): Promise<number> {
    return ((await this.#disk?.count(source)) ?? 0) + (await this.#memory.count(source));
  }

  async countAside(source: string): Promise<number> {
    return ((await this.#disk?.countAside(source)) ?? 0) + (await this.#memory.countAside(source));
  }

  remove(source: string, sequences: readonly number[]): Promise<void> {
    return this.#both((store) => store.remove(source, sequences));
  }

  setAside(source: string, sequences: readonly number[], code: string): Promise<void> {
    return this.#both((store) => store.setAside(source, sequences, code));
  }

  forget(source: string): Promise<void> {
    return this.#both((store) => store.forget(source));
  }

  async #both(work: (store: OutboxStore) => Promise<void>): Promise<void> {
    await work(this.#memory);
    if (this.#disk) await work(this.#disk);
  }

  // The first write that fails is the last that is tried: half a lesson on the disk and half in memory would need two counts.
  async #write<T>(work: (store: OutboxStore) => Promise<T>, outbox: NewOutbox | null): Promise<T> {
    if (this.#disk && this.#writes) {
      try {
        return await work(this.#disk);
      } catch {
        this.#writes = false;
        this.failed();
      }
    }
    if (outbox) await this.#memory.open(outbox);
    return work(this.#memory);
  }
}
