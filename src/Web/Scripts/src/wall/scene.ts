// What the wall shows: one thing at a time, large enough for the back of the room.
import { html, nothing, render, svg, type TemplateResult } from 'lit';
import { hourAndMinute } from '../words/hour';
import { say } from '../words/say';
import type { WallStationView, WallView } from '../views';
import type { WallCode } from './pairing';

type Shown = 'code' | 'places';

export class Scene {
  #code: WallCode | null = null;
  #view: WallView | null = null;
  #up = true;
  #wished: Shown | null = null;
  #now: () => TemplateResult = () => html`<p class="wall-note">${say('wall.loading')}</p>`;

  constructor(private readonly place: HTMLElement, private readonly clock: () => Date = () => new Date()) {
    // What the server wrote stands there until scripts are here.
    place.replaceChildren();
  }

  letters(letters: string): void {
    const parts = [letters.slice(0, 3), letters.slice(3)];
    this.#show(() => html`<div class="wall-pair"><p class="wall-letters" translate="no" aria-label=${say('wall.pair.label', { letters: [...letters].join(' ') })}>${parts.map((part) => html`<span>${part}</span>`)}</p>
      <p class="wall-note">${say('wall.pair')}</p></div>`);
  }

  away(): void {
    this.#show(() => html`<p class="wall-note">${say('wall.away')}</p>`);
  }

  over(): void {
    this.#view = null;
    this.#wished = null;
    this.#show(() => html`<p class="wall-sentence">${say('wall.over')}</p>`);
  }

  code(code: WallCode): void {
    this.#code = code;
    this.#show(() => this.#lesson());
  }

  view(view: WallView): void {
    this.#view = view;
    this.#show(() => this.#lesson());
  }

  linked(up: boolean): void {
    this.#up = up;
    this.tick();
  }

  /** The clock goes on by itself, whatever the link does. */
  tick(): void {
    render(this.#now(), this.place);
  }

  #show(now: () => TemplateResult): void {
    this.#now = now;
    this.tick();
  }

  #lesson(): TemplateResult {
    const view = this.#view;
    if (view?.eyesUp) return html`<p class="wall-sentence">${say('wall.eyesUp')}</p>${this.#lost()}`;
    const shown = this.#wished ?? (view?.stations.some(hasSomebody) ? 'places' : 'code');
    return html`${shown === 'places' && view ? this.#places(view) : this.#joining()}${this.#lost()}`;
  }

  #joining(): TemplateResult {
    const code = this.#code;
    if (!code) return html`<p class="wall-note">${say('wall.loading')}</p>`;
    const address = code.address.replace(/^https?:\/\//, '');
    return html`<div class="wall-joining">
      <p class=${code.code.length > 8 ? 'wall-code long' : 'wall-code'} aria-label=${say('wall.code.label', { code: code.code })}>${code.code}</p>
      <div class="wall-ways">
        ${qr(code)}
        <div>
          <p class="wall-open">${say('wall.open', { address })}</p>
          <p class="wall-count">${say('wall.joined', { count: this.#view?.joined ?? 0 })}</p>
          ${this.#view?.stations.some(hasSomebody) ? this.#switch('places') : nothing}
        </div>
      </div>
    </div>`;
  }

  #places(view: WallView): TemplateResult {
    return html`<div class="wall-top">
        <p class="wall-clock">${hourAndMinute(this.clock())}</p>
        <p class="wall-until">${view.plannedEnd ? say('wall.until', { time: hourAndMinute(view.plannedEnd) }) : nothing}</p>
        <p class="wall-late">${this.#code ? html`<b aria-label=${say('wall.code.label', { code: this.#code.code })}>${this.#code.code}</b>` : nothing}${this.#switch('code')}</p>
      </div>
      <div class=${`wall-stations of-${Math.min(6, Math.max(1, view.stations.length))}`}>${view.stations.map(station)}</div>`;
  }

  #switch(to: Shown): TemplateResult {
    const turn = (): void => {
      this.#wished = to;
      this.tick();
    };
    return html`<button type="button" class="wall-switch" @click=${turn}>${say(to === 'code' ? 'wall.show.code' : 'wall.show.places')}</button>`;
  }

  #lost() {
    if (this.#up) return nothing;
    return html`<p class="wall-lost"><svg viewBox="0 0 32 16" width="64" height="32" role="img" aria-label=${say('wall.lost')}><path d="M2 8h9m10 0h9M13 12l6-8" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" /></svg></p>`;
  }
}

const hasSomebody = (station: WallStationView): boolean => station.names.length > 0 || station.smallGroups.some((smallGroup) => smallGroup.names.length > 0);

function station(view: WallStationView): TemplateResult {
  return html`<section>
    <h2>${view.number} ${view.name}</h2>
    ${view.materials ? html`<p class="wall-take">${view.materials}</p>` : nothing}
    ${view.smallGroups.map((smallGroup) => html`<h3 class=${`letter letter-${smallGroup.letter.toLowerCase()}`}>${smallGroup.letter}</h3>${names(smallGroup.names)}`)}
    ${names(view.names)}
    ${hasSomebody(view) ? nothing : html`<p class="wall-take">${say('wall.nobody')}</p>`}
  </section>`;
}

const names = (all: readonly string[]) => (all.length === 0 ? nothing : html`<ul>${all.map((name) => html`<li>${name}</li>`)}</ul>`);

const qr = (code: WallCode): TemplateResult => html`<svg class="wall-qr" viewBox=${`0 0 ${code.qr.size} ${code.qr.size}`} role="img" aria-label=${say('wall.qr')}>${svg`<path d=${code.qr.path} fill="#000" />`}</svg>`;
