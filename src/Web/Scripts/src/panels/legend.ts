// What each mark and each shape of a cell means, in words.
import { html } from 'lit';
import { say } from '../words/say';

const marks = ['handRaised', 'struggling', 'wheelSpinning', 'rapidGuessing', 'idle', 'linkLost', 'praise'];
const cells: [string, string][] = [
  ['notStarted', 'notStarted'], ['learning', 'learning b10'], ['struggling', 'struggling'], ['mastered', 'mastered'], ['reviewDue', 'reviewDue'],
  ['thin', 'learning b10 thin'], ['changed', 'mastered ring'],
];

/** The lists. */
export function legend() {
  return html`<ul class="legend">
    ${marks.map((mark) => html`<li><svg class="mark" width="16" height="16" aria-hidden="true"><use href="#m-${mark}"></use></svg><span>${say(`live.legend.${mark}`)}</span></li>`)}
    ${cells.map(([name, classes]) => html`<li><span class="cell ${classes}" aria-hidden="true"><i></i></span><span>${say(`live.legend.${name}`)}</span></li>`)}
  </ul>
  <p class="quiet">${say('live.legend.more')}</p>`;
}
