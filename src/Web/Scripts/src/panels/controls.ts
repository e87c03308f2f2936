import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { namesHidden } from '../live/preferences';
import { say } from '../words/say';
import type { MenuPanel } from './menu';
import { Panel } from './panel';

/** What the teacher does with the whole class. */
export class ControlsPanel extends Panel {
  protected override render() {
    const { lesson } = this.live.board;
    const running = lesson?.state === 'running';
    return html`${running ? this.#eyesUp(lesson.eyesUp) : nothing} ${this.#more(running)}`;
  }

  #eyesUp(up: boolean) {
    const why = this.live.connected ? nothing : say('live.needsServer');
    return html`<button
      type="button"
      class="control"
      aria-pressed=${up}
      ?disabled=${!this.live.connected}
      title=${why}
      @click=${() => this.live.act({ type: up ? 'backToWork' : 'eyesUp' })}
    >
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
        <path d="M2 10c4-6 12-6 16 0-4 6-12 6-16 0z" fill="none" stroke="currentColor" stroke-width="1.8" />
        <circle cx="10" cy=${up ? '8' : '10'} r="2.800" fill="currentColor" />
      </svg>
      ${keyed(up, html`<span>${up ? say('live.backToWork') : say('live.eyesUp')}</span>`)}
    </button>`;
  }

  // What stands in the top bar where there is room for it.
  #more(running: boolean) {
    return html`<span class="phone-only">
      <button type="button" aria-pressed=${namesHidden()} @click=${() => this.live.hideNames(!namesHidden())}>${namesHidden() ? say('live.showNames') : say('live.hideNames')}</button>
      ${running ? html`<button type="button" ?disabled=${!this.live.connected} @click=${() => document.querySelector<MenuPanel>('lc-menu')!.askToEnd()}>${say('live.endLesson')}</button>` : nothing}
    </span>`;
  }
}
