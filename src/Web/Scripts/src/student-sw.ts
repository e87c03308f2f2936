// The student's page without a link: page, module and styles from the device, always of one server's version. Answers and questions are not
// its business: they are in the outbox and among the prepared forms.
import { renew, serve } from './student/cache';

// The types of the page's world and of a worker's cannot be had together.
interface Worker {
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(event: 'install' | 'activate', run: (event: { waitUntil(work: Promise<unknown>): void }) => void): void;
  addEventListener(event: 'fetch', run: (event: { request: Request; respondWith(response: Promise<Response>): void; waitUntil(work: Promise<unknown>): void }) => void): void;
}

const worker = self as unknown as Worker;

worker.addEventListener('install', (event) => event.waitUntil(renew(caches, fetch).then(() => worker.skipWaiting())));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('fetch', (event) => {
  const answer = serve(caches, fetch, event.request, new URL(event.request.url), (work) => event.waitUntil(work));
  if (answer) event.respondWith(answer);
});
