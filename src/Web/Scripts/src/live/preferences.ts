// How this browser wants its pages. Theme and hidden names are cookies, so that the server paints them right at first.

const year = 365 * 24 * 3600;

export type Theme = '' | 'light' | 'dark' | 'projector';

export function setTheme(theme: Theme): void {
  if (theme) document.documentElement.dataset['theme'] = theme;
  else delete document.documentElement.dataset['theme'];
  remember('liveclass-theme', theme);
}

export const theme = (): Theme => (document.documentElement.dataset['theme'] ?? '') as Theme;

/** Names, or the numbers of rows; for this page alone. */
export function showNames(shown: boolean): void {
  if (shown) delete document.documentElement.dataset['names'];
  else document.documentElement.dataset['names'] = 'hidden';
}

export function setNamesHidden(hidden: boolean): void {
  showNames(!hidden);
  remember('liveclass-names', hidden ? 'hidden' : '');
}

export const namesHidden = (): boolean => document.documentElement.dataset['names'] === 'hidden';

export const keysOn = (): boolean => localStorage.getItem('liveclass-keys') !== 'off';

export const setKeysOn = (on: boolean): void => localStorage.setItem('liveclass-keys', on ? 'on' : 'off');

function remember(name: string, value: string): void {
  document.cookie = `${name}=${value}; path=/; max-age=${value ? year : 0}; samesite=lax`;
}
