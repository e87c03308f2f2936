// How a wall is opened: six letters, which a teacher types; then a token for that one lesson.

export interface Paired {
  token: string;
  classroom: string;
  classroomName: string;
}

export interface WallCode {
  code: string;
  address: string;
  qr: { size: number; path: string };
}

export interface Waiting {
  pause: (ms: number) => Promise<void>;
  letters(letters: string): void;
  away(): void;
  send?: typeof fetch;
}

const everyMs = 2_000;

/** Shows letters until a teacher has typed them; takes new ones when they have expired. */
export async function openPairing({ pause, letters, away, send = (...call) => fetch(...call) }: Waiting): Promise<Paired> {
  const post = async (path: string, body: object): Promise<Response | null> => {
    try {
      return await send(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), cache: 'no-store', signal: AbortSignal.timeout(10_000) });
    } catch {
      return null;
    }
  };

  let claim: string | null = null;
  for (;;) {
    if (claim === null) {
      const opened = await post('/wall/pairings', {});
      if (opened?.ok) {
        const pairing = (await opened.json()) as { code: string; claim: string };
        claim = pairing.claim;
        letters(pairing.code);
      } else {
        away();
      }
    } else {
      const claimed = await post('/wall/claims', { claim });
      if (claimed?.status === 200) return (await claimed.json()) as Paired;
      if (claimed?.status === 404) {
        claim = null;
        continue;
      }
    }
    await pause(everyMs);
  }
}

/** What the wall shows of joining; 'ended' where its token opens nothing any more. */
export async function wallCode(token: string, send: typeof fetch = (...call) => fetch(...call)): Promise<WallCode | 'ended' | 'away'> {
  try {
    const response = await send('/wall/code', { headers: { authorization: `Bearer ${token}` }, cache: 'no-store', credentials: 'omit', signal: AbortSignal.timeout(10_000) });
    if (response.ok) return (await response.json()) as WallCode;
    return response.status === 401 || response.status === 403 ? 'ended' : 'away';
  } catch {
    return 'away';
  }
}
