// What a device has answered and the server has not yet acknowledged. One outbox for one student in one lesson.

/** An answer as the page gives it. The server scores it; no score leaves a device. */
export interface Answer {
  item: string;
  kind: 'practice' | 'formative' | 'interim' | 'summative';
  attempt: number;
  hints: number;
  durationMs: number;
  response: string;
  form: number;
  at: string;
}

/** An answer in its outbox, with its number: from 1, without gaps. */
export interface KeptAnswer extends Answer {
  source: string;
  sequence: number;
}

/** An outbox. It holds the token that delivers, which can do nothing else, and no token that reads. */
export interface Outbox {
  source: string;
  deliverToken: string;
  /** When it was opened, in milliseconds: after 14 days its token is over. */
  openedAt: number;
  /** The number of the next answer. */
  next: number;
}

/** An outbox before its first answer. */
export type NewOutbox = Omit<Outbox, 'next'> & { next?: number };

export interface OutboxStore {
  /** False where what is kept does not outlive the page. */
  readonly durable: boolean;
  /** Opens an outbox, unless it is there. */
  open(outbox: NewOutbox): Promise<void>;
  find(source: string): Promise<Outbox | null>;
  all(): Promise<Outbox[]>;
  /** Gives the answer its number and keeps it: when this returns, it is kept. */
  append(source: string, answer: Answer): Promise<KeptAnswer>;
  first(source: string, limit: number): Promise<KeptAnswer[]>;
  count(source: string): Promise<number>;
  remove(source: string, sequences: readonly number[]): Promise<void>;
  /** Takes answers out that the server refuses for good, and remembers that and why. */
  setAside(source: string, sequences: readonly number[], code: string): Promise<void>;
  countAside(source: string): Promise<number>;
  /** Removes an outbox with everything in it. */
  forget(source: string): Promise<void>;
}
