import { html } from 'lit';
import { Panel } from './panel';

const tabs = [['next', 'Next'], ['class', 'Class'], ['stations', 'Stations'], ['more', 'More']] as const;

/** On a phone: which part of the page is seen. */
export class TabsPanel extends Panel {
  #tab: string = 'next';

  override connectedCallback(): void {
    super.connectedCallback();
    document.body.dataset['tab'] = this.#tab;
  }

  protected override render() {
    return html`<nav aria-label="Parts of this page">
      ${tabs.map(([id, words]) => html`<button type="button" aria-current=${this.#tab === id ? 'page' : 'false'} @click=${() => this.#show(id)}>${words}</button>`)}
    </nav>`;
  }

  #show(tab: string): void {
    this.#tab = tab;
    document.body.dataset['tab'] = tab;
    this.live.select(null);
  }
}
