// What the teacher does, as commands. What may be told later is kept while the link is down, with its own time.
import { say } from '../words/say';
import { codeOf } from './connection';

export interface Outcome {
  outcome: 'accepted' | 'refused' | 'pending' | 'kept';
  /** Why it was refused; the page has a sentence for each. */
  code?: string;
  /** What is to be known of one that is kept. */
  detail?: string;
  /** What `undo` takes back. */
  decision?: string;
  /** The id under which it was sent or is kept. */
  commandId?: string;
}

export interface Command {
  type: string;
  [argument: string]: unknown;
}

interface Kept extends Command {
  commandId: string;
  at: string;
}

/** Where kept commands wait: a reload must not lose them. */
export interface Shelf {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

const mayWait = new Set(['visit', 'observe', 'addNote']);

export class Commands {
  readonly #key: string;
  #flushing = false;

  constructor(
    classroom: string,
    private readonly send: (command: object) => Promise<Outcome>,
    private readonly connected: () => boolean,
    private readonly shelf: Shelf,
    private readonly now: () => Date = () => new Date(),
    private readonly makeId: () => string = randomId,
  ) {
    this.#key = `liveclass-kept:${classroom}`;
  }

  get waiting(): number {
    return this.#kept().length;
  }

  async give(command: Command): Promise<Outcome> {
    const commandId = this.makeId();
    const later = mayWait.has(command.type);
    if (!this.connected()) {
      if (!later) return { outcome: 'refused', code: 'not-live' };
      return this.#keep({ ...command, commandId, at: this.now().toISOString() });
    }
    const at = this.now().toISOString();
    try {
      return await this.send({ ...command, commandId });
    } catch (error) {
      // The link broke on the way: whether it arrived is unknown, and the same id makes a repeat harmless.
      if (later && !this.connected()) return this.#keep({ ...command, commandId, at });
      return { outcome: 'refused', code: codeOf(error) ?? 'not-sent' };
    }
  }

  /** Takes a kept command off the shelf, as if it had never been given; false where it has gone out already. */
  forget(commandId: string): boolean {
    const kept = this.#kept();
    const left = kept.filter((command) => command.commandId !== commandId);
    this.#write(left);
    return left.length < kept.length;
  }

  /** Sends what was kept, oldest first. Called when the link is up. */
  async flush(): Promise<void> {
    if (this.#flushing) return;
    this.#flushing = true;
    try {
      for (let next = this.#kept()[0]; next && this.connected(); next = this.#kept()[0]) {
        if (!(await this.#sent(next))) return;
        this.#write(this.#kept().filter((kept) => kept.commandId !== next!.commandId));
      }
    } finally {
      this.#flushing = false;
    }
  }

  // A command that the server refuses for good is done with; one that broke on the way stays on the shelf.
  async #sent(command: Kept): Promise<boolean> {
    try {
      await this.send({ ...command, sentAt: this.now().toISOString() });
      return true;
    } catch {
      return this.connected();
    }
  }

  #keep(command: Kept): Outcome {
    this.#write([...this.#kept(), command]);
    return { outcome: 'kept', commandId: command.commandId, detail: say('live.kept') };
  }

  #kept(): Kept[] {
    const text = this.shelf.getItem(this.#key);
    return text ? (JSON.parse(text) as Kept[]) : [];
  }

  #write(commands: Kept[]): void {
    this.shelf.setItem(this.#key, JSON.stringify(commands));
  }
}

// crypto.randomUUID needs a secure context, which a school's LAN often is not.
function randomId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
