// Single-key shortcuts: off while typing, with a modifier, or where the teacher turned them off.
import { keysOn } from './preferences';

export interface Shortcut {
  key: string;
  does: string;
  run: () => void;
}

/** Runs the shortcut of a pressed key. Escape always works; in an open dialog it is the browser's, which closes the dialog. */
export function listenToKeys(shortcuts: readonly Shortcut[]): void {
  document.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented || event.repeat || isInDialog(event.target)) return;
    if (event.key !== 'Escape' && (!keysOn() || isTyping(event.target))) return;
    const shortcut = shortcuts.find((candidate) => candidate.key.toLowerCase() === event.key.toLowerCase());
    if (!shortcut) return;
    event.preventDefault();
    shortcut.run();
  });
}

const isInDialog = (target: EventTarget | null): boolean => target instanceof Element && target.closest('dialog[open]') !== null;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
