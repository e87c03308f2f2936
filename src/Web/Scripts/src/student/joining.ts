// The way into a lesson: a code, an adult's word, a name. What the server says, as values.
import type { Form } from '../forms/form';
import type { Seat } from './seat';
import type { OwnView } from './view';

export interface FreeName {
  student: string;
  name: string;
}

export interface Lesson {
  lesson: string;
  classroomName: string;
  names: FreeName[];
}

export type Come = { is: 'names'; lesson: Lesson } | { is: 'waiting'; number: number; classroomName: string; afterMs: number } | Failure;

export type Failure = { is: 'failed'; code: string; afterMs: number | null };

/** What a seat begins with: the own view and, where its card has an item, a question of it; both come again by the usual ways. */
export interface First {
  seed: number;
  language: string;
  view: OwnView | null;
  form: Form | null;
}

export type Joined = { is: 'joined'; seat: Seat; deliverToken: string; first: First } | Failure;

export class Joining {
  constructor(private readonly device: string, private readonly seed: () => number, private readonly send: typeof fetch = (...call) => fetch(...call)) {}

  async come(code: string): Promise<Come> {
    const response = await this.#post('/join', { code, device: this.device });
    if (!(response instanceof Response)) return response;
    const body = (await response.json()) as Lesson & { number: number };
    return response.status === 202
      ? { is: 'waiting', number: body.number, classroomName: body.classroomName, afterMs: secondsOf(response) ?? 2_000 }
      : { is: 'names', lesson: body };
  }

  async choose(lesson: string, student: string, language: string): Promise<Joined> {
    const seed = this.seed();
    const response = await this.#post(`/join/${encodeURIComponent(lesson)}`, { student, device: this.device, language, seed });
    if (!(response instanceof Response)) return response;
    const { deliverToken, view, form, ...seat } = (await response.json()) as Seat & { deliverToken: string; view?: OwnView; form?: Form };
    const { classroom, classroomName, name, source, readToken } = seat;
    return { is: 'joined', deliverToken, first: { seed, language, view: view ?? null, form: form ?? null }, seat: { lesson: seat.lesson, classroom, classroomName, student: seat.student, name, source, readToken } };
  }

  async #post(path: string, body: object): Promise<Response | Failure> {
    let response: Response;
    try {
      response = await this.send(path, {
        method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), cache: 'no-store', signal: AbortSignal.timeout(15_000),
      });
    } catch {
      return { is: 'failed', code: 'away', afterMs: null };
    }
    return response.ok ? response : { is: 'failed', code: await codeOf(response), afterMs: secondsOf(response) };
  }
}

export type Place = { is: 'here'; student: string; name: string } | { is: 'ended'; reason: string } | { is: 'away' };

/** Whose place the token has, or why it has none any more. */
export async function askPlace(readToken: string, send: typeof fetch = (...call) => fetch(...call)): Promise<Place> {
  try {
    const response = await send('/join/me', { headers: { authorization: `Bearer ${readToken}` }, cache: 'no-store', credentials: 'omit', signal: AbortSignal.timeout(10_000) });
    if (response.ok) return { is: 'here', ...((await response.json()) as { student: string; name: string }) };
    if (response.status !== 401 && response.status !== 404) return { is: 'away' };
    const detail = response.status === 401 ? ((await response.json()) as { detail?: string }).detail : undefined;
    return { is: 'ended', reason: /\(([a-z-]+)\)\s*$/.exec(detail ?? '')?.[1] ?? 'lesson-ended' };
  } catch {
    return { is: 'away' };
  }
}

async function codeOf(response: Response): Promise<string> {
  try {
    return ((await response.json()) as { code?: string }).code ?? String(response.status);
  } catch {
    return String(response.status);
  }
}

function secondsOf(response: Response): number | null {
  const header = response.headers.get('retry-after');
  const seconds = Number(header);
  return header && Number.isFinite(seconds) ? seconds * 1000 : null;
}
