// The outbox where the browser keeps nothing: it lives as long as the page, and the page says so.
import type { Answer, KeptAnswer, NewOutbox, Outbox, OutboxStore } from './store';

export class MemoryStore implements OutboxStore {
  readonly durable = false;
  readonly #boxes = new Map<string, { outbox: Outbox; answers: KeptAnswer[]; aside: number }>();

  async open(outbox: NewOutbox): Promise<void> {
    if (!this.#boxes.has(outbox.source)) this.#boxes.set(outbox.source, { outbox: { next: 1, ...outbox }, answers: [], aside: 0 });
  }

  async find(source: string): Promise<Outbox | null> {
    return this.#boxes.get(source)?.outbox ?? null;
  }

  async all(): Promise<Outbox[]> {
    return [...this.#boxes.values()].map((box) => box.outbox);
  }

  async append(source: string, answer: Answer): Promise<KeptAnswer> {
    const box = this.#boxes.get(source)!;
    const kept = { ...answer, source, sequence: box.outbox.next++ };
    box.answers.push(kept);
    return kept;
  }

  async first(source: string, limit: number): Promise<KeptAnswer[]> {
    return this.#boxes.get(source)?.answers.slice(0, limit) ?? [];
  }

  async count(source: string): Promise<number> {
    return this.#boxes.get(source)?.answers.length ?? 0;
  }

  async remove(source: string, sequences: readonly number[]): Promise<void> {
    const box = this.#boxes.get(source);
    if (box) box.answers = box.answers.filter((answer) => !sequences.includes(answer.sequence));
  }

  async setAside(source: string, sequences: readonly number[]): Promise<void> {
    await this.remove(source, sequences);
    const box = this.#boxes.get(source);
    if (box) box.aside += sequences.length;
  }

  async countAside(source: string): Promise<number> {
    return this.#boxes.get(source)?.aside ?? 0;
  }

  async forget(source: string): Promise<void> {
    this.#boxes.delete(source);
  }
}
