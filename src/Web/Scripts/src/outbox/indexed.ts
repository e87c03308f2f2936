// The outbox in IndexedDB. An answer's number is drawn in the transaction that keeps it, so that two tabs never give one number twice
// and no number is left out.
import { asked, openDatabase, transact } from '../kept/database';
import type { Answer, KeptAnswer, NewOutbox, Outbox, OutboxStore } from './store';

const boxes = 'outboxes';
const answers = 'answers';
const aside = 'aside';

/** @throws where the browser keeps nothing. */
export async function openIndexedStore(factory: IDBFactory = indexedDB): Promise<IndexedStore> {
  const database = await openDatabase(factory, 'liveclass-outbox', 1, (made) => {
    made.createObjectStore(boxes, { keyPath: 'source' });
    made.createObjectStore(answers, { keyPath: ['source', 'sequence'] });
    made.createObjectStore(aside, { keyPath: ['source', 'sequence'] });
  });
  return new IndexedStore(database);
}

const of = (source: string): IDBKeyRange => IDBKeyRange.bound([source, 0], [source, Number.MAX_SAFE_INTEGER]);

export class IndexedStore implements OutboxStore {
  readonly durable = true;

  constructor(private readonly database: IDBDatabase) {}

  open(outbox: NewOutbox): Promise<void> {
    return transact(this.database, [boxes], 'readwrite', async (work) => {
      const store = work.objectStore(boxes);
      if (!(await asked(store.get(outbox.source)))) await asked(store.put({ next: 1, ...outbox }));
    });
  }

  find(source: string): Promise<Outbox | null> {
    return transact(this.database, [boxes], 'readonly', async (work) =>
      ((await asked(work.objectStore(boxes).get(source))) as Outbox | undefined) ?? null);
  }

  all(): Promise<Outbox[]> {
    return transact(this.database, [boxes], 'readonly', (work) => asked(work.objectStore(boxes).getAll()) as Promise<Outbox[]>);
  }

  append(source: string, answer: Answer): Promise<KeptAnswer> {
    return transact(this.database, [boxes, answers], 'readwrite', async (work) => {
      const store = work.objectStore(boxes);
      const outbox = (await asked(store.get(source))) as Outbox | undefined;
      if (!outbox) throw new Error('The outbox is gone.');
      const kept = { ...answer, source, sequence: outbox.next };
      await asked(work.objectStore(answers).add(kept));
      await asked(store.put({ ...outbox, next: outbox.next + 1 }));
      return kept;
    });
  }

  first(source: string, limit: number): Promise<KeptAnswer[]> {
    return transact(this.database, [answers], 'readonly', (work) =>
      asked(work.objectStore(answers).getAll(of(source), limit)) as Promise<KeptAnswer[]>);
  }

  count(source: string): Promise<number> {
    return transact(this.database, [answers], 'readonly', (work) => asked(work.objectStore(answers).count(of(source))));
  }

  remove(source: string, sequences: readonly number[]): Promise<void> {
    return transact(this.database, [answers], 'readwrite', async (work) => {
      for (const sequence of sequences) await asked(work.objectStore(answers).delete([source, sequence]));
    });
  }

  setAside(source: string, sequences: readonly number[], code: string): Promise<void> {
    return transact(this.database, [answers, aside], 'readwrite', async (work) => {
      for (const sequence of sequences) {
        const kept = (await asked(work.objectStore(answers).get([source, sequence]))) as KeptAnswer | undefined;
        if (!kept) continue;
        await asked(work.objectStore(aside).put({ ...kept, code }));
        await asked(work.objectStore(answers).delete([source, sequence]));
      }
    });
  }

  countAside(source: string): Promise<number> {
    return transact(this.database, [aside], 'readonly', (work) => asked(work.objectStore(aside).count(of(source))));
  }

  forget(source: string): Promise<void> {
    return transact(this.database, [boxes, answers, aside], 'readwrite', async (work) => {
      await asked(work.objectStore(boxes).delete(source));
      await asked(work.objectStore(answers).delete(of(source)));
      await asked(work.objectStore(aside).delete(of(source)));
    });
  }
}
