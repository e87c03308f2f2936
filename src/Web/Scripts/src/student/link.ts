// The page's link to the lesson: watches the own view, heals by itself, and hears when the place in the lesson is over.
import { Hub, HubRefusal, type Socket } from '../hub/hub';
import { retryDelay } from '../live/retry';
import type { Place } from './joining';
import type { Card, OwnView, Rotation } from './view';

export interface LinkTold {
  view(view: OwnView): void;
  card(card: Card): void;
  rotation(rotation: Rotation): void;
  up(up: boolean): void;
  /** The place in the lesson is over: lesson-ended, removed, next-child, joined-again, expired. */
  ended(reason: string): void;
  /** Names were swapped: this device is now somebody else's. */
  swapped(place: { student: string; name: string }): void;
}

export interface LinkNeeds {
  socket(): Socket;
  place(): Promise<Place>;
  pause(ms: number): Promise<void>;
}

export class Link {
  #hub: Hub | null = null;
  #up = false;
  #stopped = false;
  #student: string;
  #hurry: () => void = () => {};

  constructor(private readonly seat: { classroom: string; student: string }, private readonly told: LinkTold, private readonly needs: LinkNeeds) {
    this.#student = seat.student;
  }

  get isUp(): boolean {
    return this.#up;
  }

  /** Connects, watches, and does so again after every loss, until the place is over. */
  async run(): Promise<void> {
    for (let failures = 0; !this.#stopped; ) {
      const watched = await this.#once();
      failures = watched ? 0 : failures + 1;
      this.#say(false);
      // A socket does not say why it was refused: the place does.
      if (!this.#stopped && (watched || failures % 4 === 1)) await this.#askPlace();
      if (!this.#stopped) await Promise.race([this.needs.pause(retryDelay(failures)), new Promise<void>((resolve) => (this.#hurry = resolve))]);
    }
  }

  /** The device came back from sleep, or found its network: does not wait for the next try. */
  hurry(): void {
    this.#hurry();
  }

  stop(): void {
    this.#stopped = true;
    this.#hub?.close();
    this.#hurry();
  }

  call<T>(method: string, ...values: unknown[]): Promise<T> {
    if (!this.#hub || !this.#up) return Promise.reject(new HubRefusal('not-live', '', null));
    return this.#hub.call<T>(method, ...values);
  }

  /** Connects anew, with what the socket's address now says. */
  again(): void {
    this.#hub?.close();
  }

  async #once(): Promise<boolean> {
    const hub = new Hub(this.needs.socket(), (method, values) => this.#hear(method, values));
    this.#hub = hub;
    try {
      await hub.ready;
      await hub.call('Watch', this.seat.classroom, null, 'student');
      this.#say(true);
      await hub.ended;
      return true;
    } catch (error) {
      hub.close();
      if (error instanceof HubRefusal) await this.#askPlace();
      return false;
    }
  }

  #hear(method: string, values: unknown[]): void {
    if (this.#stopped) return;
    if (method === 'Snapshot') this.told.view(values[0] as OwnView);
    else if (method === 'NextStep') this.told.card(values[0] as Card);
    else if (method === 'Rotation') this.told.rotation(values[0] as Rotation);
    else if (method === 'Revoked') {
      const reason = String(values[0]);
      if (reason === 'swapped') this.#hub?.close();
      else this.#end(reason);
    }
  }

  async #askPlace(): Promise<void> {
    const place = await this.needs.place();
    if (place.is === 'ended') this.#end(place.reason);
    else if (place.is === 'here' && place.student !== this.#student) {
      this.#student = place.student;
      this.told.swapped(place);
    }
  }

  #end(reason: string): void {
    if (this.#stopped) return;
    this.stop();
    this.#say(false);
    this.told.ended(reason);
  }

  #say(up: boolean): void {
    if (this.#up === up) return;
    this.#up = up;
    this.told.up(up);
  }
}
