import { html, nothing } from 'lit';
import type { Shortcut } from '../live/keys';
import { keysOn, namesHidden, setKeysOn, setTheme, theme, type Theme } from '../live/preferences';
import { Panel } from './panel';

const themes: [Theme, string][] = [['', 'As the system'], ['light', 'Light'], ['dark', 'Dark'], ['projector', 'Projector']];

/** Names, the page's menu, the end of the lesson, the list of keys, and finding a student. */
export class MenuPanel extends Panel {
  static shortcuts: readonly Shortcut[] = [];

  #open = false;
  #wanted = '';

  protected override render() {
    const running = this.live.board.lesson?.state === 'running';
    return html`<button type="button" class="quiet-button" aria-pressed=${namesHidden()} @click=${() => this.live.hideNames(!namesHidden())}>${namesHidden() ? 'Show names' : 'Hide names'}</button>
      <button type="button" class="quiet-button dots" aria-label="Menu" aria-expanded=${this.#open} @click=${this.#toggle}>⋯</button>
      ${running ? html`<button type="button" class="end" ?disabled=${!this.live.connected} @click=${() => this.askToEnd()}>End lesson</button>` : nothing}
      ${this.#open ? this.#menu() : nothing} ${this.#dialogs()}`;
  }

  /** Asks once before the lesson ends. */
  askToEnd(): void {
    this.#dialog('end').showModal();
  }

  /** Opens the list of keys. */
  showKeys(): void {
    this.#dialog('keys').showModal();
  }

  /** Opens finding by typing. */
  find(): void {
    this.#wanted = '';
    this.requestUpdate();
    this.#dialog('find').showModal();
    this.querySelector<HTMLInputElement>('#find input')?.focus();
  }

  #menu() {
    return html`<div class="popover" role="group" aria-label="Menu" @keydown=${this.#escape}>
      <label>Theme <select @change=${(event: Event) => setTheme((event.target as HTMLSelectElement).value as Theme)}>
        ${themes.map(([value, words]) => html`<option value=${value} ?selected=${value === theme()}>${words}</option>`)}
      </select></label>
      <label><input type="checkbox" .checked=${document.body.classList.contains('show-figures')} @change=${() => document.body.classList.toggle('show-figures')} /> Figures in the cells</label>
      <label><input type="checkbox" .checked=${keysOn()} @change=${(event: Event) => setKeysOn((event.target as HTMLInputElement).checked)} /> Single-key shortcuts</label>
      <button type="button" @click=${() => this.showKeys()}>Keyboard</button>
      <button type="button" @click=${() => this.find()}>Find a student</button>
    </div>`;
  }

  #dialogs() {
    return html`<dialog id="end" aria-labelledby="end-heading">
        <h2 id="end-heading">End the lesson?</h2>
        <p>Students' pages stop. You can re-open it for 10 minutes; answers that arrive later still count.</p>
        <form method="dialog"><button type="submit">Go on with the lesson</button> <button type="submit" class="main" @click=${() => this.live.act({ type: 'endLesson' })}>End lesson</button></form>
      </dialog>
      <dialog id="keys" aria-labelledby="keys-heading">
        <h2 id="keys-heading">Keyboard</h2>
        <dl class="keys">
          <div><dt>arrows, Home, End</dt><dd>move in the grid</dd></div>
          <div><dt>Enter</dt><dd>open the student</dd></div>
          ${MenuPanel.shortcuts.map(({ key, does }) => html`<div><dt>${key === 'Escape' ? 'Esc' : key.toUpperCase()}</dt><dd>${does}</dd></div>`)}
        </dl>
        <form method="dialog"><button type="submit">Close</button></form>
      </dialog>
      <dialog id="find" aria-labelledby="find-heading">
        <h2 id="find-heading">Find a student</h2>
        <form method="dialog" @submit=${this.#found}>
          <input type="text" aria-label="Name" autocomplete="off" .value=${this.#wanted} @input=${this.#typed} />
          <ul>${this.#matches().map((student) => html`<li><button type="button" @click=${() => this.#go(student.id)}>${this.live.nameOf(student.id)}</button></li>`)}</ul>
        </form>
      </dialog>`;
  }

  #matches() {
    const wanted = this.#wanted.trim().toLocaleLowerCase();
    if (!wanted) return [];
    return this.live.board.students.filter((student) => this.live.nameOf(student.id).toLocaleLowerCase().includes(wanted)).slice(0, 6);
  }

  #go(student: string): void {
    this.#dialog('find').close();
    this.live.select({ student, skill: null });
  }

  #dialog(id: string): HTMLDialogElement {
    return this.querySelector<HTMLDialogElement>(`#${id}`)!;
  }

  readonly #typed = (event: Event): void => {
    this.#wanted = (event.target as HTMLInputElement).value;
    this.requestUpdate();
  };

  readonly #found = (event: Event): void => {
    event.preventDefault();
    const first = this.#matches()[0];
    if (first) this.#go(first.id);
  };

  readonly #toggle = (): void => {
    this.#open = !this.#open;
    this.requestUpdate();
  };

  readonly #escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    this.#toggle();
    this.querySelector<HTMLElement>('.dots')?.focus();
  };
}
