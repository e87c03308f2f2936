import { html, nothing } from 'lit';
import { isPresent } from '../words/row';
import { Panel } from './panel';

const words = { expected: 'not here yet', absent: 'absent', left: 'left', elsewhere: 'in another classroom', here: '', onBreak: '' };

/** Who is here; tapped, who is missing. */
export class PresencePanel extends Panel {
  #open = false;

  protected override render() {
    const { students, lesson } = this.live.board;
    const missing = students.filter((student) => !isPresent(student));
    const running = lesson?.state === 'running';
    return html`
      <button type="button" class="quiet-button" aria-expanded=${this.#open} aria-controls="missing" @click=${this.#toggle}>
        <b>${students.length - missing.length}</b> of ${students.length} here
      </button>
      ${this.#open
        ? html`<div id="missing" class="popover" role="group" aria-label="Who is missing" @keydown=${this.#escape}>
            ${missing.length === 0 ? html`<p>Everybody is here.</p>` : nothing}
            <ul>
              ${missing.map(
                (student) => html`<li>
                  <span>${this.live.nameOf(student.id)} <small>${words[student.presence]}</small></span>
                  ${running
                    ? html`<button type="button" @click=${() => this.#mark(student.id, 'here')}>Here</button>
                        ${student.presence === 'absent'
                          ? nothing
                          : html`<button type="button" @click=${() => this.#mark(student.id, 'absent')}>Absent</button>`}`
                    : nothing}
                </li>`,
              )}
            </ul>
          </div>`
        : nothing}`;
  }

  readonly #toggle = (): void => {
    this.#open = !this.#open;
    this.requestUpdate();
  };

  readonly #escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    this.#toggle();
    this.querySelector('button')?.focus();
  };

  #mark(student: string, presence: string): void {
    void this.live.act({ type: 'markPresence', student, presence });
  }
}
