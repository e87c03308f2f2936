// One connection to the hub over a WebSocket. It ends when nothing was heard for 10 s; who holds it opens the next.
import { decode, encode, Kind, type HubMessage } from './messages';

/** What a connection needs of a WebSocket. */
export interface Socket {
  send(text: string): void;
  close(): void;
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: (() => void) | null;
  onerror: (() => void) | null;
}

export interface HubTimes {
  now(): number;
  every(ms: number, run: () => void): () => void;
}

/** The server refused a call. `code` is of the documented list. */
export class HubRefusal extends Error {
  constructor(readonly code: string, message: string, readonly retryAfterMs: number | null) {
    super(message);
  }
}

/** The link went down: whether a call that was on its way arrived is unknown. */
export class LinkDown extends Error {}

const pingMs = 3_000;
const deafMs = 10_000;

const realTimes: HubTimes = {
  now: () => performance.now(),
  every: (ms, run) => {
    const timer = setInterval(run, ms);
    return () => clearInterval(timer);
  },
};

export class Hub {
  readonly #calls = new Map<string, { done: (result: unknown) => void; failed: (error: Error) => void }>();
  #lastCall = 0;
  #heardAt: number;
  #open = false;
  #ended = false;
  #stopBeat: () => void = () => {};
  readonly #ready: Promise<void>;
  #opened!: () => void;
  #failed!: (error: Error) => void;
  #sayEnded!: () => void;

  /** Fulfilled when the connection is over, however that came. */
  readonly ended: Promise<void>;

  constructor(
    private readonly socket: Socket,
    private readonly told: (method: string, values: unknown[]) => void,
    private readonly times: HubTimes = realTimes,
  ) {
    this.#heardAt = times.now();
    this.#ready = new Promise((resolve, reject) => {
      this.#opened = resolve;
      this.#failed = reject;
    });
    this.#ready.catch(() => {});
    this.ended = new Promise((resolve) => (this.#sayEnded = resolve));
    socket.onopen = () => socket.send(encode({ protocol: 'json', version: 1 }));
    socket.onmessage = (event) => this.#hear(String(event.data));
    socket.onclose = () => this.#end();
    socket.onerror = () => this.#end();
    this.#stopBeat = times.every(pingMs, () => this.#beat());
  }

  /** Fulfilled when both sides have shaken hands. */
  get ready(): Promise<void> {
    return this.#ready;
  }

  /** Milliseconds since the server was last heard. */
  get silence(): number {
    return this.times.now() - this.#heardAt;
  }

  call<T>(method: string, ...values: unknown[]): Promise<T> {
    if (!this.#open) return Promise.reject(new LinkDown());
    const invocationId = String(++this.#lastCall);
    const answer = new Promise<T>((resolve, reject) =>
      this.#calls.set(invocationId, { done: resolve as (result: unknown) => void, failed: reject }));
    this.socket.send(encode({ type: Kind.Invocation, invocationId, target: method, arguments: values }));
    return answer;
  }

  close(): void {
    this.socket.close();
    this.#end();
  }

  #hear(frame: string): void {
    this.#heardAt = this.times.now();
    for (const message of decode(frame)) {
      if (!this.#open) this.#shake(message);
      else this.#take(message);
      if (this.#ended) return;
    }
  }

  // The first message is the server's half of the handshake: nothing, or an error.
  #shake(message: HubMessage): void {
    if (message.error !== undefined) return this.close();
    this.#open = true;
    this.#opened();
  }

  #take(message: HubMessage): void {
    if (message.type === Kind.Invocation) this.told(message.target!, message.arguments ?? []);
    else if (message.type === Kind.Close) this.close();
    else if (message.type === Kind.Completion) {
      const call = this.#calls.get(message.invocationId!);
      this.#calls.delete(message.invocationId!);
      if (message.error !== undefined) call?.failed(refusalOf(message.error));
      else call?.done(message.result);
    }
  }

  #beat(): void {
    if (this.silence > deafMs) this.close();
    else if (this.#open) this.socket.send(encode({ type: Kind.Ping }));
  }

  #end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#open = false;
    this.#stopBeat();
    this.#failed(new LinkDown());
    for (const call of this.#calls.values()) call.failed(new LinkDown());
    this.#calls.clear();
    this.#sayEnded();
  }
}

/** A refusal over the hub reads `… HubException: code: sentence (Retry-After: seconds)`; the framework's own says that the user is unauthorized. */
export function refusalOf(error: string): HubRefusal {
  if (/unauthorized/i.test(error)) return new HubRefusal('wrong-scope', error, null);
  const parts = /(?:HubException: )?([a-z][a-z-]*): (.*?)(?: \(Retry-After: (\d+)\))?$/s.exec(error);
  return parts ? new HubRefusal(parts[1]!, parts[2]!, parts[3] ? Number(parts[3]) * 1000 : null) : new HubRefusal('failed', error, null);
}
