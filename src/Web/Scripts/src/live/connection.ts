// The page's one connection to the hub: watches a classroom, heals by itself, and says when the server was last heard.
import { HttpTransportType, HubConnectionBuilder, JsonHubProtocol, LogLevel, type IHubProtocol } from '@microsoft/signalr';
import type { BoardView, DeltaView } from '../views';
import type { JoiningView } from './joining';
import { retryDelay } from './retry';

/** What a connection needs of SignalR's. */
export interface Hub {
  start(): Promise<void>;
  stop(): Promise<void>;
  invoke<T>(method: string, ...args: unknown[]): Promise<T>;
  on(method: 'Snapshot', handler: (board: BoardView) => void): void;
  on(method: 'Delta', handler: (delta: DeltaView) => void): void;
  on(method: 'Revoked', handler: (reason: string) => void): void;
  on(method: 'Joining', handler: (joining: JoiningView) => void): void;
  onclose(handler: () => void): void;
}

/** Who is told. `delta` answers whether it could be applied; if not, the connection asks for what is newer. */
export interface Watcher {
  version(): number;
  snapshot(board: BoardView): void;
  delta(delta: DeltaView): 'applied' | 'gap';
  /** The link came up and watches, or went down. */
  connected(up: boolean): void;
  /** How students join now. */
  joining?(joining: JoiningView): void;
  /** The server says why it does not let this page watch. */
  refused(reason: string): void;
}

export type Wait = (ms: number) => Promise<void>;

const wait: Wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export class Connection {
  #watching = false;
  #gap = false;
  #ended = false;
  #onClose: () => void = () => {};

  constructor(
    private readonly hub: Hub,
    private readonly classroom: string,
    private readonly watcher: Watcher,
    private readonly view: 'teacher' | 'coach' = 'teacher',
    private readonly pause: Wait = wait,
  ) {
    hub.on('Snapshot', (board) => watcher.snapshot(board));
    hub.on('Delta', (delta) => {
      if (watcher.delta(delta) === 'gap') void this.#watch();
    });
    hub.on('Joining', (joining) => watcher.joining?.(joining));
    hub.on('Revoked', (reason) => watcher.refused(reason));
    hub.onclose(() => this.#onClose());
  }

  /** Connects, watches, and does so again after every loss, for as long as the page lives. */
  async run(): Promise<void> {
    for (let attempt = 0; !this.#ended; attempt++) {
      const closed = new Promise<void>((resolve) => (this.#onClose = resolve));
      try {
        await this.hub.start();
        if (await this.#watch()) {
          attempt = -1;
          this.watcher.connected(true);
          await closed;
        } else {
          await this.hub.stop();
        }
      } catch {
        // Not reachable: wait and try again. The page shows its age meanwhile.
      }
      this.watcher.connected(false);
      if (!this.#ended) await this.pause(retryDelay(Math.max(0, attempt)));
    }
  }

  /** Sends a command; throws where the link is down or goes down before the answer. */
  command<T>(command: object): Promise<T> {
    return this.hub.invoke<T>('SubmitCommand', this.classroom, command);
  }

  async end(): Promise<void> {
    this.#ended = true;
    await this.hub.stop();
  }

  // One call at a time; a gap that is seen meanwhile asks once more.
  async #watch(): Promise<boolean> {
    this.#gap = true;
    if (this.#watching) return true;
    this.#watching = true;
    try {
      while (this.#gap) {
        this.#gap = false;
        await this.hub.invoke('Watch', this.classroom, this.watcher.version(), this.view);
      }
      return true;
    } catch (error) {
      this.watcher.refused(codeOf(error) ?? 'not-sent');
      return false;
    } finally {
      this.#watching = false;
    }
  }
}

/** The code of a refusal over the hub, which comes as `… HubException: code: sentence`. */
export const codeOf = (error: unknown): string | undefined =>
  /HubException: ([a-z-]+): /.exec(error instanceof Error ? error.message : '')?.[1];

/** A hub connection that reports every message, pings included, so that a stalled link shows at once. */
export function openHub(url: string, heard: () => void): Hub {
  const json = new JsonHubProtocol();
  const listening: IHubProtocol = {
    name: json.name,
    version: json.version,
    transferFormat: json.transferFormat,
    parseMessages: (input, logger) => {
      heard();
      return json.parseMessages(input as string, logger);
    },
    writeMessage: (message) => json.writeMessage(message),
  };
  return new HubConnectionBuilder()
    .withUrl(url, { transport: HttpTransportType.WebSockets, skipNegotiation: true })
    .withHubProtocol(listening)
    .withKeepAliveInterval(3_000)
    .withServerTimeout(10_000)
    .configureLogging(LogLevel.None)
    .build() as Hub;
}
