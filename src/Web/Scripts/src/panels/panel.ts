// A panel that lives: renders from what the page knows, whenever that changes, at most once a frame.
import { LitElement } from 'lit';
import type { Live } from '../live/live';
import { whileOpen } from '../live/popover';

export abstract class Panel extends LitElement {
  /** Set once, before any panel is defined. */
  static live: Live;

  #leave: (() => void) | null = null;
  #closed: () => void = () => {};

  protected get live(): Live {
    return Panel.live;
  }

  // The page's own styles and ids hold inside a panel too.
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#leave = this.live.listen(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave?.();
    this.#closed();
  }

  /** Closes what this panel has opened over the page by Esc or a tap outside, for as long as it is open. */
  protected closesBy(open: boolean, close: (byKey: boolean) => void): void {
    this.#closed();
    if (open) this.#closed = whileOpen(this, close);
  }
}

/** Minutes and seconds left, as a clock shows them. */
export function minutesLeft(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
}
