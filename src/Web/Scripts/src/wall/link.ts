// The wall's connection: follows one lesson's view for as long as its token is good, and never gives up before.
import { openHub } from '../live/connection';
import { retryDelay } from '../live/retry';
import type { WallView } from '../views';
import { wallCode, type Paired } from './pairing';

/** What a wall needs of SignalR's connection. */
export interface WallHub {
  start(): Promise<void>;
  invoke(method: 'Watch', classroom: string, since: null, view: 'wall'): Promise<unknown>;
  on(method: 'Snapshot', handler: (view: WallView) => void): void;
  on(method: 'Revoked', handler: () => void): void;
  onclose(handler: () => void): void;
}

export interface Follower {
  pause: (ms: number) => Promise<void>;
  view(view: WallView): void;
  up(up: boolean): void;
  open?: (url: string) => WallHub;
  ended?: (token: string) => Promise<boolean>;
}

/** Ends when the lesson does. */
export async function follow(paired: Paired, { pause, view, up, open = (url) => openHub(url, () => {}) as unknown as WallHub, ended = hasEnded }: Follower): Promise<void> {
  const hub = open(`/hubs/classroom?${new URLSearchParams({ access_token: paired.token }).toString()}`);
  let revoked = false;
  let closed = (): void => {};
  hub.on('Snapshot', view);
  hub.on('Revoked', () => (revoked = true));
  hub.onclose(() => closed());
  for (let attempt = 0; !revoked; attempt++) {
    const gone = new Promise<void>((resolve) => (closed = resolve));
    try {
      await hub.start();
      await hub.invoke('Watch', paired.classroom, null, 'wall');
      attempt = 0;
      up(true);
      await gone;
    } catch {
      // Not reachable, or the token has ended: the next lines tell which.
    }
    up(false);
    if (revoked || (await ended(paired.token))) return;
    await pause(retryDelay(attempt));
  }
}

const hasEnded = async (token: string): Promise<boolean> => (await wallCode(token)) === 'ended';
