import { html } from 'lit';
import { say } from '../words/say';
import { Panel } from './panel';

const tabs = ['next', 'class', 'stations', 'more'];

/** On a phone: which part of the page is seen. */
export class TabsPanel extends Panel {
  #tab: string = 'next';

  override connectedCallback(): void {
    super.connectedCallback();
    document.body.dataset['tab'] = this.#tab;
  }

  protected override render() {
    return html`<nav aria-label=${say('live.tabs')}>
      ${tabs.filter((id) => id !== 'more' || !this.live.looksOnly).map((id) => html`<button type="button" aria-current=${this.#tab === id ? 'page' : 'false'} @click=${() => this.#show(id)}>${say(`live.tab.${id}`)}</button>`)}
    </nav>`;
  }

  #show(tab: string): void {
    this.#tab = tab;
    document.body.dataset['tab'] = tab;
    this.live.select(null);
  }
}
