// The server's clock, counted on with this page's own monotonic one: a wrong or jumping clock of the device changes nothing.

export class ServerClock {
  #offset: number;
  readonly #monotonic: () => number;

  constructor(serverNow: string, monotonic: () => number = () => performance.now()) {
    this.#monotonic = monotonic;
    this.#offset = Date.parse(serverNow) - monotonic();
  }

  /** Each message says what time it is there. */
  heard(serverNow: string): void {
    this.#offset = Date.parse(serverNow) - this.#monotonic();
  }

  now(): number {
    return this.#monotonic() + this.#offset;
  }
}
