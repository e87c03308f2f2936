import { describe, expect, it } from 'vitest';
import { follow, type WallHub } from '../src/wall/link';
import { openPairing, wallCode } from '../src/wall/pairing';
import type { WallView } from '../src/views';

const answer = (status: number, body: object = {}): Response => new Response(JSON.stringify(body), { status });
const paired = { token: 'lcw_1', classroom: 'c', classroomName: 'Room' };
const noPause = async (): Promise<void> => {};

describe('opening a wall', () => {
  it('shows letters, asks until a teacher has typed them, and takes new ones when they expire', async () => {
    const answers = [
      answer(200, { code: 'ABCDEF', claim: 'one' }), answer(202), answer(404), answer(200, { code: 'GHJKLM', claim: 'two' }), answer(200, paired),
    ];
    const asked: string[] = [];
    const letters: string[] = [];
    const got = await openPairing({
      pause: noPause, letters: (shown) => letters.push(shown), away: () => {},
      send: async (path, init) => {
        asked.push(`${String(path)} ${String(init?.body)}`);
        return answers.shift()!;
      },
    });
    expect(got).toEqual(paired);
    expect(letters).toEqual(['ABCDEF', 'GHJKLM']);
    expect(asked.at(-1)).toBe('/wall/claims {"claim":"two"}');
  });

  it('says that the server is away and tries again', async () => {
    let away = 0;
    const tries: (() => Response)[] = [
      () => { throw new TypeError('no network'); }, () => answer(503), () => answer(200, { code: 'ABCDEF', claim: 'one' }), () => answer(200, paired),
    ];
    await openPairing({ pause: noPause, letters: () => {}, away: () => away++, send: async () => tries.shift()!() });
    expect(away).toBe(2);
  });

  it('tells a token that has ended from a server that is away', async () => {
    expect(await wallCode('t', async () => answer(401))).toBe('ended');
    expect(await wallCode('t', async () => answer(503))).toBe('away');
    expect(await wallCode('t', async () => { throw new TypeError(); })).toBe('away');
  });
});

class FakeHub implements WallHub {
  starts = 0;
  readonly handlers: Record<string, (view: WallView) => void> = {};
  close = (): void => {};
  constructor(private readonly started: (hub: FakeHub) => void) {}
  async start(): Promise<void> { this.starts++; }
  async invoke(): Promise<void> { this.started(this); }
  on(method: string, handler: (view: WallView) => void): void { this.handlers[method] = handler; }
  onclose(handler: () => void): void { this.close = handler; }
}

describe('following a lesson', () => {
  it('comes back after each loss and ends when it is revoked', async () => {
    const ups: boolean[] = [];
    const hub = new FakeHub((self) => {
      if (self.starts === 3) self.handlers['Revoked']!({} as WallView);
      queueMicrotask(() => self.close());
    });
    await follow(paired, { pause: noPause, view: () => {}, up: (up) => ups.push(up), open: () => hub, ended: async () => false });
    expect(hub.starts).toBe(3);
    expect(ups).toEqual([true, false, true, false, true, false]);
  });

  it('ends where the token opens nothing any more', async () => {
    const hub = new FakeHub((self) => queueMicrotask(() => self.close()));
    await follow(paired, { pause: noPause, view: () => {}, up: () => {}, open: () => hub, ended: async () => hub.starts === 2 });
    expect(hub.starts).toBe(2);
  });
});
