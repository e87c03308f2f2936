// The page's language: it came with the words of all, so that it changes without a link.
import { speak } from '../words/say';

export interface Tongue {
  language: string;
  name: string;
}

export const tongues = (): Tongue[] =>
  [...document.querySelectorAll<HTMLScriptElement>('script[data-words]')].map((script) => ({ language: script.dataset['words']!, name: script.dataset['name']! }));

export const tongue = (): string => document.documentElement.lang;

/** Speaks another language from now on, on every page of this server in this browser. */
export function setTongue(language: string): void {
  if (use(language)) document.cookie = `liveclass-language=${language}; path=/; max-age=31536000; samesite=lax`;
}

/** A page from the cache may be in an earlier child's language, and look. */
export function followCookies(): void {
  const chosen = /(?:^|; )liveclass-language=(\w+)/.exec(document.cookie)?.[1];
  if (chosen && chosen !== tongue()) use(chosen);
  const theme = /(?:^|; )liveclass-theme=(light|dark|projector)/.exec(document.cookie)?.[1];
  if (theme) document.documentElement.dataset['theme'] = theme;
  else delete document.documentElement.dataset['theme'];
}

function use(language: string): boolean {
  const words = document.querySelector<HTMLScriptElement>(`script[data-words="${language}"]`);
  if (!words) return false;
  speak(JSON.parse(words.textContent!) as Record<string, string>);
  document.documentElement.lang = language;
  return true;
}
