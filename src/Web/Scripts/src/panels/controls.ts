import { html, nothing } from 'lit';
import { Panel } from './panel';

/** What the teacher does with the whole class. */
export class ControlsPanel extends Panel {
  protected override render() {
    const { lesson } = this.live.board;
    if (lesson?.state !== 'running') return nothing;
    const why = this.live.connected ? nothing : 'Not live: this needs the server.';
    return html`<button
      type="button"
      class="control"
      aria-pressed=${lesson.eyesUp}
      ?disabled=${!this.live.connected}
      title=${why}
      @click=${() => this.live.act({ type: lesson.eyesUp ? 'backToWork' : 'eyesUp' })}
    >
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
        <path d="M2 10c4-6 12-6 16 0-4 6-12 6-16 0z" fill="none" stroke="currentColor" stroke-width="1.8" />
        <circle cx="10" cy=${lesson.eyesUp ? '8' : '10'} r="2.800" fill="currentColor" />
      </svg>
      <span>${lesson.eyesUp ? 'Back to work' : 'Eyes up'}</span>
    </button>`;
  }
}
