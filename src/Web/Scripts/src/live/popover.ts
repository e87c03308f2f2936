// What opens over the page closes by Esc, wherever the focus is, and by a tap outside.

/** Watches while it is open; gives what ends the watching. */
export function whileOpen(panel: HTMLElement, close: (byKey: boolean) => void): () => void {
  const key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    event.stopPropagation();
    close(true);
  };
  const outside = (event: PointerEvent): void => {
    if (!panel.contains(event.target as Node)) close(false);
  };
  document.addEventListener('keydown', key, true);
  document.addEventListener('pointerdown', outside, true);
  return () => {
    document.removeEventListener('keydown', key, true);
    document.removeEventListener('pointerdown', outside, true);
  };
}
