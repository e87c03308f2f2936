import { describe, expect, it } from 'vitest';
import { multiples, ratio, written } from '../src/answers/line';
import { HubRefusal, LinkDown, type Socket } from '../src/hub/hub';
import { takeTurns } from '../src/outbox/turns';
import { randomSeed } from '../src/student/asking';
import { askPlace, Joining } from '../src/student/joining';
import { Link } from '../src/student/link';
import { deviceId, type Shelf } from '../src/student/shelf';
import { keepSize, sizeFor } from '../src/student/size';
import { Reader } from '../src/student/speech';
import { Wishes } from '../src/student/wishes';

const shelf = (): Shelf & { kept: Map<string, string> } => {
  const kept = new Map<string, string>();
  return {
    kept,
    read: <T>(key: string) => (kept.has(key) ? (JSON.parse(kept.get(key)!) as T) : null),
    write: (key, value) => void kept.set(key, JSON.stringify(value)),
    remove: (key) => void kept.delete(key),
  };
};

const server = (status: number, body: object, headers: Record<string, string> = {}) =>
  (async () => new Response(JSON.stringify(body), { status, headers })) as unknown as typeof fetch;

describe('joining', () => {
  it('shows names, waits to be admitted, or says what is wrong', async () => {
    expect(await new Joining('d', () => 7, server(200, { lesson: 'l', classroomName: '6a', names: [] })).come('KITE-27')).toMatchObject({ is: 'names' });
    expect(await new Joining('d', () => 7, server(202, { number: 3, classroomName: '6a' }, { 'retry-after': '2' })).come('KITE-27')).toEqual({ is: 'waiting', number: 3, classroomName: '6a', afterMs: 2_000 });
    expect(await new Joining('d', () => 7, server(404, { code: 'unknown-code' })).come('X')).toMatchObject({ is: 'failed', code: 'unknown-code' });
    expect(await new Joining('d', () => 7, (async () => Promise.reject(new TypeError())) as unknown as typeof fetch).come('X')).toMatchObject({ is: 'failed', code: 'away' });
  });

  it('keeps the token that delivers out of the seat', async () => {
    const joined = await new Joining('d', () => 7, server(200, { readToken: 'lcr_1', deliverToken: 'lcd_1', source: 's', lesson: 'l', classroom: '6a', classroomName: '6a', student: 'ana', name: 'Ana' })).choose('l', 'ana', 'en');
    expect(joined).toMatchObject({ is: 'joined', deliverToken: 'lcd_1', seat: { readToken: 'lcr_1' }, first: { seed: 7, language: 'en', view: null, form: null } });
    expect(JSON.stringify((joined as { seat: object }).seat)).not.toContain('lcd_1');
  });

  it('reads why a place is over', async () => {
    expect(await askPlace('lcr_1', server(401, { code: 'token-ended', detail: 'It has ended. (next-child)' }))).toEqual({ is: 'ended', reason: 'next-child' });
    expect(await askPlace('lcr_1', server(503, {}))).toEqual({ is: 'away' });
  });
});

describe('the size of the letters', () => {
  it('is the larger of what the device has and what the child needs, until the child chooses for itself', () => {
    const [tab, device] = [shelf(), shelf()];
    device.write('liveclass-size', 125);
    expect([sizeFor([], tab, device), sizeFor(['largerType150', 'calm'], tab, device), sizeFor(['largerType125'], tab, shelf())]).toEqual([125, 150, 125]);
    keepSize(100, ['largerType150'], tab, device);
    expect(sizeFor(['largerType150'], tab, device)).toBe(100);
    expect(sizeFor([], shelf(), device)).toBe(125);
  });

  it('is kept on the device where no teacher set one', () => {
    const [tab, device] = [shelf(), shelf()];
    keepSize(150, ['extraTime'], tab, device);
    expect([tab.kept.size, sizeFor([], shelf(), device)]).toEqual([0, 150]);
  });
});

describe('reading aloud', () => {
  const speaker = () => {
    const said: string[] = [];
    let now: { onend?: () => void } | null = null;
    Object.assign(globalThis, { SpeechSynthesisUtterance: class { constructor(readonly text: string) {} } });
    return {
      said,
      finish: () => now?.onend?.(),
      getVoices: () => [{ localService: true, lang: 'en-GB', default: true } as SpeechSynthesisVoice],
      speak: (one: SpeechSynthesisUtterance) => void (said.push(one.text), (now = one as never)),
      cancel: () => {},
    };
  };

  it('goes on by itself after the first tap, and no more once it was stopped', () => {
    const voice = speaker();
    const reader = new Reader(voice, () => 'en', () => {});
    reader.follow('one');
    expect(voice.said).toEqual([]);
    reader.toggle('one');
    voice.finish();
    reader.stop();
    reader.follow('two');
    expect(voice.said).toEqual(['one', 'two']);
    reader.toggle('two');
    reader.follow('three');
    expect(voice.said).toEqual(['one', 'two']);
  });
});

describe('wishes', () => {
  const refusal = (code: string) => new HubRefusal(code, '', null);

  it('are kept while the link is down and sent once when it is back, the newest of each kind', async () => {
    const sent: Record<string, unknown>[] = [];
    let up = false;
    const tab = shelf();
    const wishes = new Wishes(async (command) => {
      if (!up) throw refusal('not-live');
      sent.push(command as Record<string, unknown>);
      return { outcome: 'accepted' };
    }, tab, () => new Date('2026-11-22T09:00:00Z'));
    expect(await wishes.give('hand', { type: 'raiseHand', student: 'ana' })).toEqual({ is: 'kept' });
    await wishes.give('hand', { type: 'lowerHand', student: 'ana' });
    await wishes.give('hand', { type: 'raiseHand', student: 'ana' });
    expect(wishes.waits('hand')?.type).toBe('raiseHand');
    up = true;
    await wishes.flush();
    await wishes.flush();
    expect(sent.map((one) => [one['type'], one['at']])).toEqual([['raiseHand', '2026-11-22T09:00:00.000Z']]);
    expect(wishes.waits('hand')).toBeNull();
  });

  it('are given up when the server refuses, and sent again with the same id when the link broke on the way', async () => {
    const ids: unknown[] = [];
    const wishes = new Wishes(async (command) => {
      ids.push((command as { commandId: string }).commandId);
      if (ids.length === 1) throw new LinkDown();
      throw refusal('command-unavailable');
    }, shelf());
    expect(await wishes.give('goal', { type: 'setGoal', by: 8 })).toEqual({ is: 'kept' });
    await wishes.flush();
    expect(ids[0]).toBe(ids[1]);
    expect(wishes.waits('goal')).toBeNull();
  });
});

describe('the link', () => {
  it('ends with the reason that the place gives when the socket does not open', async () => {
    const ended: string[] = [];
    const link = new Link({ classroom: '6a', student: 'ana' }, {
      view: () => {}, card: () => {}, rotation: () => {}, up: () => {}, swapped: () => {}, ended: (reason) => ended.push(reason),
    }, {
      socket: () => {
        const socket: Socket = { send: () => {}, close: () => {}, onopen: null, onmessage: null, onclose: null, onerror: null };
        queueMicrotask(() => socket.onclose?.());
        return socket;
      },
      place: async () => ({ is: 'ended', reason: 'removed' }),
      pause: async () => {},
    });
    await link.run();
    expect(ended).toEqual(['removed']);
  });
});

describe('turns at sending', () => {
  it('are one tab\'s at a time, and a tab that sleeps loses its turn', async () => {
    const log: string[] = [];
    let holder: { reject(error: Error): void } | null = null;
    const locks = {
      request: (async (_: string, options: LockOptions, run: () => Promise<void>) => {
        if (holder && !options.steal) return new Promise(() => {});
        holder?.reject(new DOMException('stolen', 'AbortError'));
        return new Promise((resolve, reject) => {
          holder = { reject };
          void run().then(resolve);
        });
      }) as unknown as LockManager['request'],
    };
    const tab = (name: string) => takeTurns({ locks, shelf: null, now: () => 0, pause: async () => {} }, (stopped) => new Promise((resolve) => {
      log.push(`${name} sends`);
      stopped.addEventListener('abort', () => {
        log.push(`${name} stops`);
        resolve();
      });
    }));
    tab('one');
    const other = tab('other');
    await new Promise((resolve) => setTimeout(resolve));
    expect(log).toEqual(['one sends']);
    other.steal();
    await new Promise((resolve) => setTimeout(resolve));
    expect(log.sort()).toEqual(['one sends', 'one stops', 'other sends']);
  });
});

describe('turns at sending without locks', () => {
  it('are leased on the device: the next tab sends when the first is gone', async () => {
    const kept = new Map<string, string>();
    const disk = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
    const log: string[] = [];
    let now = 0;
    const waits: (() => void)[][] = [];
    const tab = (name: string) => {
      const own: (() => void)[] = [];
      waits.push(own);
      takeTurns({ locks: null, shelf: disk, now: () => now, pause: () => new Promise((resolve) => own.push(resolve)) }, async () => void log.push(name));
    };
    const pass = async (ms: number, ...tabs: number[]): Promise<void> => {
      now += ms;
      for (const place of tabs) waits[place]!.splice(0).forEach((go) => go());
      await new Promise((resolve) => setTimeout(resolve));
    };
    tab('one');
    tab('other');
    for (let turn = 0; turn < 4; turn++) await pass(2_000, 0, 1);
    expect(log).toEqual(['one']);
    for (let turn = 0; turn < 4; turn++) await pass(2_000, 1);
    expect(log).toEqual(['one', 'other']);
  });
});

describe('small things', () => {
  it('the device keeps one id of 128 bits', () => {
    const own = shelf();
    const id = deviceId(own);
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(deviceId(own)).toBe(id);
  });

  it('seeds lie between 1 and 2^52', () => {
    for (let drawn = 0; drawn < 1_000; drawn++) {
      const seed = randomSeed();
      expect(Number.isSafeInteger(seed) && seed >= 1 && seed <= 2 ** 52).toBe(true);
    }
  });

  it('figures of a line are written as the form writes them', () => {
    expect(multiples('1/4', 0, 1)).toEqual(['0', '1/4', '1/2', '3/4', '1']);
    expect(multiples('1', -2, 1)).toEqual(['-2', '-1', '0', '1']);
    expect(multiples('0.1', 0, 0.3)).toEqual(['0', '0.1', '0.2', '0.3']);
    expect(written(ratio('10/8'))).toBe('5/4');
  });
});
