import { html } from 'lit';
import type { ShownReason, StationView, StudentView } from '../views';
import { isPresent } from '../words/row';
import { reasonWords } from '../words/reason';
import { say } from '../words/say';
import { Panel } from './panel';

/** The stations: who sits where, and how many need help there. */
export class StationsPanel extends Panel {
  protected override render() {
    const { stations, students } = this.live.board;
    if (stations.length === 0) return html`<p class="no-stations">${say('live.stations.none')}</p>`;
    return html`${[...stations]
      .sort((left, right) => left.number - right.number)
      .slice(0, 6)
      .map((station) => this.#tile(station, students.filter((student) => student.station === station.id && isPresent(student))))}`;
  }

  #tile(station: StationView, there: StudentView[]) {
    const by = `station ${station.id}`;
    const marks = new Map<ShownReason, number>();
    for (const student of there) if (student.help[0]) marks.set(student.help[0].reason, (marks.get(student.help[0].reason) ?? 0) + 1);
    return html`<button
      type="button"
      class="station"
      aria-pressed=${this.live.dim?.by === by}
      @click=${() => this.live.dimAllBut(by, there.map((student) => student.id))}
    >
      <span class="station-name">${station.number} ${station.name}</span>
      <span class="station-figures"
        ><span>${`${there.length}/${station.capacity}`}</span>${[...marks].slice(0, 2).map(
          ([reason, count]) => html`<svg class="mark" width="14" height="14" role="img" aria-label=${reasonWords(reason)}><use href="#m-${reason}"></use></svg><span>${count}</span>`,
        )}</span
      >
    </button>`;
  }
}
