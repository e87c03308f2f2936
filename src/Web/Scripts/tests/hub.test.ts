import { describe, expect, it } from 'vitest';
import { Hub, HubRefusal, LinkDown, refusalOf, type Socket } from '../src/hub/hub';

const end = '\x1e';

function open() {
  const sent: Record<string, unknown>[] = [];
  const told: [string, unknown[]][] = [];
  const beats: (() => void)[] = [];
  const world = { now: 0, closed: false };
  const socket: Socket = {
    send: (text) => sent.push(...text.split(end).filter(Boolean).map((one) => JSON.parse(one) as Record<string, unknown>)),
    close: () => (world.closed = true),
    onopen: null, onmessage: null, onclose: null, onerror: null,
  };
  const hub = new Hub(socket, (method, values) => told.push([method, values]), {
    now: () => world.now,
    every: (_, run) => {
      beats.push(run);
      return () => {};
    },
  });
  const hear = (...messages: object[]): void => socket.onmessage!({ data: messages.map((one) => JSON.stringify(one) + end).join('') });
  return { hub, socket, sent, told, world, hear, beat: () => beats.forEach((run) => run()) };
}

async function shaken() {
  const opened = open();
  opened.socket.onopen!();
  opened.hear({});
  await opened.hub.ready;
  opened.sent.length = 0;
  return opened;
}

describe('the hub', () => {
  it('shakes hands in JSON before it calls', async () => {
    const { hub, socket, sent, hear } = open();
    socket.onopen!();
    expect(sent).toEqual([{ protocol: 'json', version: 1 }]);
    await expect(hub.call('Watch')).rejects.toBeInstanceOf(LinkDown);
    hear({});
    await hub.ready;
  });

  it('answers each call with its own result, in whatever order they come', async () => {
    const { hub, sent, hear } = await shaken();
    const [one, other] = [hub.call('SubmitCommand', '6a', { type: 'raiseHand' }), hub.call('Watch', '6a', null, 'student')];
    expect(sent.map((message) => [message['type'], message['target'], message['arguments']])).toEqual([
      [1, 'SubmitCommand', ['6a', { type: 'raiseHand' }]], [1, 'Watch', ['6a', null, 'student']],
    ]);
    hear({ type: 3, invocationId: '2' }, { type: 3, invocationId: '1', result: { outcome: 'accepted' } });
    expect([await one, await other]).toEqual([{ outcome: 'accepted' }, undefined]);
  });

  it('hears what the server says, several in one frame', async () => {
    const { told, hear } = await shaken();
    hear({ type: 1, target: 'Snapshot', arguments: [{ version: 3 }] }, { type: 6 }, { type: 1, target: 'Revoked', arguments: ['removed'] });
    expect(told).toEqual([['Snapshot', [{ version: 3 }]], ['Revoked', ['removed']]]);
  });

  it('tells a refusal by its code', async () => {
    const { hub, hear } = await shaken();
    const call = hub.call('Submit', []);
    hear({ type: 3, invocationId: '1', error: "An unexpected error occurred invoking 'Submit' on the server. HubException: too-many: Wait. (Retry-After: 3)" });
    await expect(call).rejects.toMatchObject({ code: 'too-many', message: 'Wait.', retryAfterMs: 3_000 });
    expect(refusalOf("Failed to invoke 'Submit' because user is unauthorized")).toMatchObject({ code: 'wrong-scope' });
  });

  it('ends when nothing was heard for ten seconds, and every call with it', async () => {
    const { hub, world, sent, beat } = await shaken();
    const call = hub.call('Watch');
    world.now = 9_000;
    beat();
    expect(sent.at(-1)).toEqual({ type: 6 });
    world.now = 10_500;
    beat();
    await expect(call).rejects.toBeInstanceOf(LinkDown);
    await hub.ended;
    expect(world.closed).toBe(true);
    await expect(hub.call('Watch')).rejects.not.toBeInstanceOf(HubRefusal);
  });
});
