// A misconception by its name for teachers where it is of the built-in items (Words/LANGUAGE/miss.json), else its id made readable.
import { say } from './say';

export function missWords(id: string): string {
  const key = `miss.${id}`;
  const own = say(key);
  return own === key ? id.replace(/[-_.]+/g, ' ') : own;
}
