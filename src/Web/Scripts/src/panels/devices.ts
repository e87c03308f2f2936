import { html, nothing } from 'lit';
import type { JoiningView } from '../live/joining';
import { say } from '../words/say';
import { Panel } from './panel';

/** Devices of the lesson: who waits, who has joined, and the wall that is paired by its letters. */
export class DevicesPanel extends Panel {
  #open = false;
  #said = '';
  #swapping: string | null = null;

  protected override render() {
    if (this.live.board.lesson?.state !== 'running') return nothing;
    return html`<button type="button" class="quiet-button" aria-expanded=${this.#open} aria-controls="devices" @click=${this.#toggle}>${say('devices.title')}</button>
      ${this.#open ? html`<div id="devices" class="popover" role="group" aria-label=${say('devices.title')}>${this.#wall()}${this.#waiting()}${this.#joined()}<p role="status">${this.#said}</p></div>` : nothing}`;
  }

  #wall() {
    return html`<form @submit=${this.#pair}>
      <label>${say('devices.wall')} <input name="code" autocomplete="off" spellcheck="false" maxlength="8" size="8" required /></label>
      <button type="submit">${say('devices.wall.show')}</button>
    </form>`;
  }

  #waiting() {
    const waiting = this.live.joining?.waiting ?? [];
    if (waiting.length === 0) return nothing;
    return html`<h2>${say('devices.waiting')}</h2><ul>${waiting.map(({ number }) => html`<li><span>${say('devices.number', { number })}</span>
      <button type="button" @click=${() => this.#do('admit', { numbers: [number] })}>${say('devices.admit')}</button>
      <button type="button" aria-label=${say('devices.refuse.label', { number })} @click=${() => this.#do('refuse', { numbers: [number] })}>${say('devices.refuse')}</button></li>`)}</ul>`;
  }

  #joined() {
    const place = new Map(this.live.board.students.map(({ id }, n) => [id, n]));
    // In the order of the grid, so that a name is found.
    const joined = [...(this.live.joining?.joined ?? [])].sort((one, other) => (place.get(one) ?? 0) - (place.get(other) ?? 0));
    if (joined.length === 0) return html`<p>${say('devices.nobody')}</p>`;
    return html`<h2>${say('devices.joined')}</h2><ul>${joined.map((student) => this.#device(student, this.live.nameOf(student)))}</ul>`;
  }

  #device(student: string, name: string) {
    const swapping = this.#swapping === student;
    return html`<li><span>${name}</span>
      <button type="button" aria-expanded=${swapping} aria-label=${say('devices.swap.label', { name })} @click=${() => this.#askSwap(swapping ? null : student)}>${say('devices.swap')}</button>
      <button type="button" aria-label=${say('devices.remove.label', { name })} @click=${() => this.#do('remove', { student })}>${say('devices.remove')}</button></li>
      ${swapping ? this.#swap(student, name) : nothing}`;
  }

  // Who really sits there: everybody else of the class, in the order of the grid.
  #swap(student: string, name: string) {
    const others = this.live.board.students.filter((other) => other.id !== student);
    return html`<li><form class="swap" @submit=${this.#submitSwap}>
      <label>${say('devices.swap.who', { name })} <select name="other" required><option value=""></option>${others.map((other) => html`<option value=${other.id}>${this.live.nameOf(other.id)}</option>`)}</select></label>
      <button type="submit">${say('devices.swap.do')}</button>
    </form></li>`;
  }

  readonly #submitSwap = (event: SubmitEvent): void => {
    event.preventDefault();
    const other = ((event.target as HTMLFormElement).elements.namedItem('other') as HTMLSelectElement).value;
    const student = this.#swapping;
    if (!student || !other) return;
    this.#askSwap(null);
    void this.live.act({ type: 'swapStudents', student, other });
  };

  #askSwap(student: string | null): void {
    this.#swapping = student;
    this.requestUpdate();
  }

  readonly #pair = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const code = (form.elements.namedItem('code') as HTMLInputElement).value;
    void this.#do('walls', { code }).then((done) => {
      if (!done) return;
      form.reset();
      this.#tell(say('devices.wall.shown'));
    });
  };

  async #do(what: string, body: object): Promise<boolean> {
    try {
      const response = await fetch(`/api/v1/classrooms/${encodeURIComponent(this.live.board.classroom)}/joining/${what}`, {
        method: 'POST', headers: { 'content-type': 'application/json', accept: 'application/json' }, body: JSON.stringify(body),
      });
      if (response.ok) this.live.joining = (await response.json()) as JoiningView;
      this.#tell(response.ok ? '' : say(response.status === 404 && what === 'walls' ? 'devices.wall.unknown' : 'devices.failed'));
      return response.ok;
    } catch {
      this.#tell(say('devices.failed'));
      return false;
    }
  }

  #tell(words: string): void {
    this.#said = words;
    this.live.tell();
    this.requestUpdate();
  }

  readonly #toggle = (): void => this.#set(!this.#open);

  #set(open: boolean, byKey = false): void {
    this.#open = open;
    this.closesBy(open, (key) => this.#set(false, key));
    if (byKey) this.querySelector<HTMLElement>('button')?.focus();
    this.#said = '';
    this.requestUpdate();
  }
}
