import { html, nothing } from 'lit';
import type { Shortcut } from '../live/keys';
import { keysOn, namesHidden, setKeysOn, setTheme, theme, type Theme } from '../live/preferences';
import { say } from '../words/say';
import { coachesSeeNames } from './coach';
import { legend } from './legend';
import { Panel } from './panel';

const themes: [Theme, string][] = [['', 'page.theme.system'], ['light', 'page.theme.light'], ['dark', 'page.theme.dark'], ['projector', 'page.theme.projector']];

/** Names, the page's menu, the end of the lesson, the list of keys, and finding a student. */
export class MenuPanel extends Panel {
  static shortcuts: readonly Shortcut[] = [];

  #open = false;
  #wanted = '';

  protected override render() {
    const running = this.live.board.lesson?.state === 'running';
    const { looksOnly } = this.live;
    return html`${looksOnly ? nothing : html`<button type="button" class="quiet-button" aria-pressed=${namesHidden()} @click=${() => this.live.hideNames(!namesHidden())}>${namesHidden() ? say('live.showNames') : say('live.hideNames')}</button>`}
      <button type="button" class="quiet-button dots" aria-label=${say('live.menu')} aria-expanded=${this.#open} @click=${this.#toggle}>⋯</button>
      ${running && !looksOnly ? html`<button type="button" class="end" ?disabled=${!this.live.connected} @click=${() => this.askToEnd()}>${say('live.endLesson')}</button>` : nothing}
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
    return html`<div class="popover" role="group" aria-label=${say('live.menu')}>
      <label>${say('page.theme')} <select @change=${(event: Event) => setTheme((event.target as HTMLSelectElement).value as Theme)}>
        ${themes.map(([value, words]) => html`<option value=${value} ?selected=${value === theme()}>${say(words)}</option>`)}
      </select></label>
      <label><input type="checkbox" .checked=${document.body.classList.contains('show-figures')} @change=${this.#figures} /> ${say('live.menu.figures')}</label>
      <label><input type="checkbox" .checked=${keysOn()} @change=${(event: Event) => setKeysOn((event.target as HTMLInputElement).checked)} /> ${say('live.menu.keys')}</label>
      ${this.live.looksOnly ? nothing : html`<label><input type="checkbox" .checked=${this.live.board.coach?.names === true} ?disabled=${!this.live.connected} @change=${(event: Event) => void this.#letCoaches(event.target as HTMLInputElement)} /> ${say('live.coach.names')}</label>`}
      <button type="button" @click=${() => this.showKeys()}>${say('live.menu.help')}</button>
      <button type="button" @click=${() => this.find()}>${say('live.menu.find')}</button>
    </div>`;
  }

  #dialogs() {
    return html`<dialog id="end" aria-labelledby="end-heading">
        <h2 id="end-heading">${say('live.end.heading')}</h2>
        <p>${say('live.end.text')}</p>
        <form method="dialog"><button type="submit">${say('live.end.no')}</button> <button type="submit" class="main" @click=${() => this.live.act({ type: 'endLesson' })}>${say('live.endLesson')}</button></form>
      </dialog>
      <dialog id="keys" aria-labelledby="keys-heading">
        <h2 id="keys-heading">${say('live.menu.keyboard')}</h2>
        <dl class="keys">
          <div><dt>${say('live.keys.arrows')}</dt><dd>${say('live.keys.move')}</dd></div>
          <div><dt translate="no">Enter</dt><dd>${say('live.keys.open')}</dd></div>
          ${MenuPanel.shortcuts.map(({ key, does }) => html`<div><dt translate="no">${key === 'Escape' ? 'Esc' : key.toUpperCase()}</dt><dd>${say(does)}</dd></div>`)}
        </dl>
        <h2>${say('live.legend')}</h2>
        ${legend()}
        <form method="dialog"><button type="submit">${say('live.close')}</button></form>
      </dialog>
      <dialog id="find" aria-labelledby="find-heading">
        <h2 id="find-heading">${say('live.menu.find')}</h2>
        <form method="dialog" @submit=${this.#found}>
          <input type="text" aria-label=${say('live.find.name')} autocomplete="off" .value=${this.#wanted} @input=${this.#typed} />
          <ul>${this.#matches().map((student) => html`<li><button type="button" @click=${() => this.#go(student.id)}>${this.live.nameOf(student.id)}</button></li>`)}</ul>
        </form>
      </dialog>`;
  }

  // What was not kept is not so: the box goes back to how it is.
  async #letCoaches(box: HTMLInputElement): Promise<void> {
    if (await coachesSeeNames(this.live.board.classroom, box.checked)) return;
    box.checked = !box.checked;
    this.live.say(say('live.coach.failed'));
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

  readonly #figures = (): void => {
    document.body.classList.toggle('show-figures');
    this.live.tell();
  };

  readonly #toggle = (): void => this.#set(!this.#open);

  #set(open: boolean, byKey = false): void {
    this.#open = open;
    this.closesBy(open, (key) => this.#set(false, key));
    if (byKey) this.querySelector<HTMLElement>('.dots')?.focus();
    this.requestUpdate();
  }
}
