// How long to wait before trying the server again. Never gives up.

const firstMs = 100;
const longestMs = 2_000;

/** @param attempt how many tries failed so far, from 0 @param random 0 to 1: a room of devices must not come back at one moment */
export function retryDelay(attempt: number, random: () => number = Math.random): number {
  const full = Math.min(longestMs, firstMs * 2 ** Math.min(attempt, 10));
  return full / 2 + (full / 2) * random();
}
