import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { ageOf } from '../live/age';
import type { Notice } from '../live/live';
import { say } from '../words/say';
import { Panel } from './panel';

/** How old what is seen is; the amber and the red line; and one sentence about what was just done, with what can be done about it. */
export class AgePanel extends Panel {
  protected override render() {
    const { live } = this;
    const age = ageOf(performance.now() - live.heardAt, live.connected);
    document.body.classList.toggle('stale', age.mark === 'stale');
    if (live.notKept && live.connected) return html`<span class="red-line" role="alert">${live.notKept}</span>`;
    if (live.board.parked && live.connected) return html`<span class="red-line" role="alert">${say('live.parked')}</span>`;
    if (live.refusal) return html`<span class="amber-line" role="alert">${live.refusal}</span>`;
    if (live.notice) return this.#notice(live.notice);
    if (age.mark === 'stale') return html`<span class="amber-line" role="status">${age.text}</span>`;
    return html`<span class="live-mark is-${age.mark}"><i></i>${age.text}</span>`;
  }

  // Said aloud by the page's own status element.
  #notice(notice: Notice) {
    // Another sentence is another element: its buttons do not move, they are others.
    return keyed(notice, html`<span class="notice"><span class="notice-text">${notice.text}</span>
      ${notice.ways.map((way) => html`<button type="button" @click=${() => this.live.act(way.command)}>${way.label}</button>`)}
      ${notice.undo ? html`<button type="button" class="undo" @click=${() => this.live.undo()}>${say('live.undo')}</button>` : nothing}</span>`);
  }
}
