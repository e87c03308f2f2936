// Asks the server for forms, and for the items that the lesson's skills are practised with.
import type { Target } from '../cards/next';
import type { Form } from '../forms/form';
import type { Fetched } from '../forms/supply';

export class Asking {
  constructor(private readonly token: () => string, private readonly send: typeof fetch = (...call) => fetch(...call)) {}

  async form(item: string, seed: number, language: string): Promise<Fetched> {
    const response = await this.#get(`/api/v1/items/${encodeURIComponent(item)}/forms/${seed}?language=${language}`);
    if (!response) return { away: true, afterMs: null };
    if (response.ok) return { form: (await response.json()) as Form };
    if (response.status === 429 || response.status >= 500) return { away: true, afterMs: Math.min(60, Number(response.headers.get('retry-after')) || 3) * 1000 };
    return response.status === 401 ? { away: true, afterMs: 30_000 } : { missing: true };
  }

  async ahead(): Promise<Target[] | null> {
    const response = await this.#get('/join/ahead');
    return response?.ok ? ((await response.json()) as Target[]) : null;
  }

  async #get(path: string): Promise<Response | null> {
    try {
      return await this.send(path, { headers: { authorization: `Bearer ${this.token()}` }, credentials: 'omit', cache: 'no-store', signal: AbortSignal.timeout(8_000) });
    } catch {
      return null;
    }
  }
}

/** 1 to 2^52: what a JSON number holds exactly everywhere. */
export function randomSeed(): number {
  const [high, low] = crypto.getRandomValues(new Uint32Array(2));
  return (high! % 2 ** 20) * 2 ** 32 + low! + 1;
}
