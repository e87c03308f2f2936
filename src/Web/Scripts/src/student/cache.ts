// What the service worker keeps: the files of the page, all from one moment. A new set is used when it is whole.

const page = '/student';
const files = [page, '/built/student.js', '/app.css', '/student.css', '/question.css', '/answers.css', '/card.css', '/icon.svg'];
const prefix = 'liveclass-student-';

type Fetch = (input: string | Request, init?: RequestInit) => Promise<Response>;

/** Fetches the whole set anew; keeps it only if all of it came and something changed. */
export async function renew(caches: CacheStorage, fetch: Fetch): Promise<void> {
  const fetched = await Promise.all(files.map(async (file) => ({ file, response: await fetch(file, { cache: 'no-cache', credentials: 'same-origin' }) })));
  if (fetched.some(({ response }) => !response.ok || response.redirected)) throw new Error('The page is not whole.');
  const before = await newest(caches);
  if (before && (await Promise.all(fetched.map(({ file, response }) => same(before, file, response)))).every(Boolean)) return;
  const name = `${prefix}${String(Date.now()).padStart(15, '0')}`;
  const cache = await caches.open(name);
  for (const { file, response } of fetched) await cache.put(file, response);
  await cache.put('/whole', new Response(''));
  for (const old of await caches.keys()) if (old.startsWith(prefix) && old < name) await caches.delete(old);
}

/** The answer for a file of the page: from the device at once, and what is new for the next time. Null for everything else. */
export function serve(caches: CacheStorage, fetch: Fetch, request: Request, url: URL, later: (work: Promise<unknown>) => void): Promise<Response> | null {
  if (request.method !== 'GET' || url.origin !== location.origin || !files.includes(url.pathname)) return null;
  return kept(caches, fetch, request, url, later);
}

async function kept(caches: CacheStorage, fetch: Fetch, request: Request, url: URL, later: (work: Promise<unknown>) => void): Promise<Response> {
  const cache = await newest(caches);
  const found = await cache?.match(url.pathname);
  if (!found) return fetch(request);
  if (url.pathname === page) later(renew(caches, fetch).catch(() => {}));
  return found;
}

async function newest(caches: CacheStorage): Promise<Cache | null> {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix)).sort().reverse();
  for (const name of names) {
    const cache = await caches.open(name);
    if (await cache.match('/whole')) return cache;
  }
  return null;
}

async function same(cache: Cache, file: string, fresh: Response): Promise<boolean> {
  const known = await cache.match(file);
  return known !== undefined && (await known.text()) === (await fresh.clone().text());
}
