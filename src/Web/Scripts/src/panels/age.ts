import { html } from 'lit';
import { ageOf } from '../live/age';
import { Panel } from './panel';

/** How old what is seen is; the amber line; and one sentence about what was just done. */
export class AgePanel extends Panel {
  protected override render() {
    const { live } = this;
    const age = ageOf(performance.now() - live.heardAt, live.connected);
    document.body.classList.toggle('stale', age.mark === 'stale');
    if (live.notKept && live.connected) return html`<span class="red-line" role="alert">${live.notKept}</span>`;
    if (live.board.parked && live.connected) return html`<span class="red-line" role="alert">This class is stopped. Answers are kept and wait; whoever runs the server can let it go on.</span>`;
    if (live.refusal) return html`<span class="amber-line" role="alert">${live.refusal}</span>`;
    if (live.notice) return html`<span class="notice" role="status">${live.notice}</span>`;
    if (age.mark === 'stale') return html`<span class="amber-line" role="status">${age.text}</span>`;
    return html`<span class="live-mark is-${age.mark}"><i></i>${age.text}</span>`;
  }
}
