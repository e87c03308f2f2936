// One delivery, by whichever way, and what it means for the answers that were in it.
import { HubRefusal, LinkDown } from '../hub/hub';
import type { KeptAnswer, Outbox } from './store';

export type Verdict =
  /** Everything was taken but those named, which the server refuses for good. */
  | { is: 'taken'; refused: { sequence: number; code: string }[]; later: number[] }
  /** Nothing is known to be taken: send the same again. */
  | { is: 'again'; afterMs: number | null }
  /** The whole is refused for good: in smaller parts, or not at all. */
  | { is: 'refused'; code: string };

/** A way to deliver; `waiting` is how many answers this device holds beside these. */
export type Way = (outbox: Outbox, answers: readonly KeptAnswer[], waiting: number) => Promise<Verdict>;

export interface EvidenceAnswer {
  accepted: number;
  duplicates: number;
  rejected: { index: number; code: string }[];
}

// Codes of single answers whose number is not used up (docs/api.md).
const mayComeAgain = new Set(['unknown-classroom', 'source-elsewhere', 'source-full']);

export function verdictOf(answer: EvidenceAnswer, sent: readonly KeptAnswer[]): Verdict {
  const of = (again: boolean) => answer.rejected.filter((one) => mayComeAgain.has(one.code) === again && sent[one.index]);
  return {
    is: 'taken',
    refused: of(false).map((one) => ({ sequence: sent[one.index]!.sequence, code: one.code })),
    later: of(true).map((one) => sent[one.index]!.sequence),
  };
}

/** By HTTP, with the outbox's own token: the way of what an earlier child left, of what is late, and of every outbox while the hub is away. */
export const byHttp = (
  now: () => Date = () => new Date(),
  send: typeof fetch = (...call) => fetch(...call),
  timeoutMs = 15_000,
): Way => async (outbox, answers) => {
  let response: Response;
  try {
    response = await send('/api/v1/evidence', {
      method: 'POST',
      headers: { authorization: `Bearer ${outbox.deliverToken}`, 'content-type': 'application/json', 'liveclass-sent-at': now().toISOString() },
      body: JSON.stringify(answers),
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (response.ok) return verdictOf((await response.json()) as EvidenceAnswer, answers);
  } catch {
    // Not reachable, or broken on the way.
    return { is: 'again', afterMs: null };
  }
  if (response.status === 408 || response.status === 425 || response.status === 429 || response.status >= 500)
    return { is: 'again', afterMs: retryAfter(response.headers.get('retry-after')) };
  return { is: 'refused', code: await codeOf(response) };
};

/** Over the hub: at once, and the teacher sees how many answers still wait here. Where the hub will not, `other` is the way. */
export const byHub = (submit: (answers: readonly KeptAnswer[], sentAt: string, waiting: number) => Promise<EvidenceAnswer>, other: Way, now: () => Date = () => new Date()): Way =>
  async (outbox, answers, waiting) => {
    try {
      return verdictOf(await submit(answers, now().toISOString(), waiting), answers);
    } catch (error) {
      if (error instanceof HubRefusal && error.retryAfterMs !== null) return { is: 'again', afterMs: error.retryAfterMs };
      // The link broke on the way, or the place in the lesson is over: the deliver token still delivers, and what arrived counts once.
      if (error instanceof HubRefusal || error instanceof LinkDown) return other(outbox, answers, waiting);
      throw error;
    }
  };

function retryAfter(header: string | null): number | null {
  const seconds = Number(header);
  return header && Number.isFinite(seconds) ? Math.min(60, Math.max(0, seconds)) * 1000 : null;
}

async function codeOf(response: Response): Promise<string> {
  try {
    return ((await response.json()) as { code?: string }).code ?? String(response.status);
  } catch {
    return String(response.status);
  }
}
