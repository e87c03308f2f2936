// A misconception in words: its own where the page has them, else its id made readable.
import { say } from './say';

export function missWords(id: string): string {
  const key = `miss.${id}`;
  const own = say(key);
  return own === key ? id.replace(/[-_.]+/g, ' ') : own;
}
