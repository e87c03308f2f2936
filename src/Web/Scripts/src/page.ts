// Pages that do not live: the theme, times in the browser's zone, copying an example.
import { setTheme, type Theme } from './live/preferences';

const language = document.documentElement.lang || undefined;

document.querySelector<HTMLSelectElement>('[data-theme-choice]')?.addEventListener('change', (event) => {
  setTheme((event.target as HTMLSelectElement).value as Theme);
});

for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-local]')) {
  // A day alone is the school's: no zone moves it.
  if (time.dataset['local'] === 'date') {
    time.textContent = new Date(`${time.dateTime}T12:00`).toLocaleDateString(language, { weekday: 'short', day: 'numeric', month: 'short' });
    continue;
  }
  const at = new Date(time.dateTime);
  const hours: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };
  time.textContent =
    time.dataset['local'] === 'time'
      ? at.toLocaleTimeString(language, hours)
      : at.toLocaleString(language, { weekday: 'short', day: 'numeric', month: 'short', ...hours });
}

// What the server is still at: looked at again until it is done.
if (document.querySelector('[data-until-done]')) void untilDone();

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
  button.hidden = false;
  button.addEventListener('click', () => void copy(button));
}

async function untilDone(): Promise<void> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    try {
      const response = await fetch(location.href, { cache: 'no-store' });
      if (!(await response.text()).includes('data-until-done')) return location.reload();
    } catch {
      // The server starts anew, perhaps: the next look tells.
    }
  }
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const source = document.getElementById(button.dataset['copy']!)!;
  try {
    await navigator.clipboard.writeText(source.textContent ?? '');
    button.textContent = button.dataset['copied']!;
  } catch {
    // Without a secure context a page may not write to the clipboard: select it, so that one key copies.
    getSelection()?.selectAllChildren(source);
    button.textContent = button.dataset['selected']!;
  }
}
