import { html, nothing } from 'lit';
import { isPresent } from '../words/row';
import { say } from '../words/say';
import { Panel } from './panel';

/** Who is here; tapped, who is missing. */
export class PresencePanel extends Panel {
  #open = false;

  protected override render() {
    const { students, lesson } = this.live.board;
    const missing = students.filter((student) => !isPresent(student));
    const marks = lesson?.state === 'running' && !this.live.looksOnly;
    return html`
      <button type="button" class="quiet-button" aria-expanded=${this.#open} aria-controls="missing" @click=${this.#toggle}>
        ${say('live.here', { here: students.length - missing.length, all: students.length })}
      </button>
      ${this.#open
        ? html`<div id="missing" class="popover" role="group" aria-label=${say('live.missing')}>
            ${missing.length === 0 ? html`<p>${say('live.missing.none')}</p>` : nothing}
            <ul>
              ${missing.map(
                (student) => html`<li>
                  <span>${this.live.nameOf(student.id)} <small>${say(`live.presence.${student.presence}`)}</small></span>
                  ${marks
                    ? html`<button type="button" aria-label=${say('live.mark.hereLabel', { name: this.live.nameOf(student.id) })} @click=${() => this.#mark(student.id, 'here')}>${say('live.mark.here')}</button>
                        ${student.presence === 'absent'
                          ? nothing
                          : html`<button type="button" aria-label=${say('live.mark.absentLabel', { name: this.live.nameOf(student.id) })} @click=${() => this.#mark(student.id, 'absent')}>${say('live.mark.absent')}</button>`}`
                    : nothing}
                </li>`,
              )}
            </ul>
          </div>`
        : nothing}`;
  }

  readonly #toggle = (): void => this.#set(!this.#open);

  #set(open: boolean, byKey = false): void {
    this.#open = open;
    this.closesBy(open, (key) => this.#set(false, key));
    if (byKey) this.querySelector<HTMLElement>('button')?.focus();
    this.requestUpdate();
  }

  #mark(student: string, presence: string): void {
    void this.live.act({ type: 'markPresence', student, presence });
  }
}
