// Why something was refused, in the page's language: by its code. What the server says beside it is English and for programs.
import { say } from './say';

export function refusalWords(code: string | undefined): string {
  const key = `problem.refused.${code ?? ''}`;
  const said = say(key);
  return said === key ? say('live.refused') : said;
}
