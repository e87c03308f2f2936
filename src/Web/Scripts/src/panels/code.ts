import { html, nothing } from 'lit';
import { admitAll } from '../live/joining';
import { say } from '../words/say';
import { Panel } from './panel';

/** The class code, and the one tap that lets in all who wait. */
export class CodePanel extends Panel {
  #admitting = false;

  protected override render() {
    const { joining } = this.live;
    if (!joining?.code || this.live.board.lesson?.state !== 'running') return nothing;
    return html`${this.#admit()}<span class="code-word">${say('live.code')} <b translate="no" aria-label=${say('live.code.label', { code: joining.code })}>${joining.code}</b></span>`;
  }

  #admit() {
    const waiting = this.live.joining?.waiting ?? [];
    if (waiting.length === 0) return nothing;
    return html`<button type="button" class="main admit" ?disabled=${this.#admitting || !this.live.connected} @click=${this.#letIn}>${say('live.admit', { count: waiting.length })}</button>`;
  }

  readonly #letIn = async (): Promise<void> => {
    this.#admitting = true;
    this.requestUpdate();
    try {
      this.live.joining = await admitAll(this.live.board.classroom, this.live.joining?.waiting ?? []);
    } catch {
      this.live.say(say('live.admit.failed'));
    } finally {
      this.#admitting = false;
      this.live.tell();
    }
  };
}

/** The code as large as a rail holds it: on two lines, where it has a dash. */
export function bigCode(code: string) {
  const letters = Math.max(...code.split('-').map((part) => part.length));
  return html`<p class="big-code" data-letters=${letters} translate="no" aria-label=${say('live.code.label', { code })}>${code.split('-').map((part, place) => html`<span>${place > 0 ? '-' : ''}${part}</span>`)}</p>`;
}
