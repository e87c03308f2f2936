import { html, nothing } from 'lit';
import { namesHidden } from '../live/preferences';
import { dayAndHour } from '../words/hour';
import { say } from '../words/say';
import { notesOf, type NoteLine } from './notes';
import { Panel } from './panel';

const readers = ['teachers', 'adults', 'me'] as const;

/** Notes about the open student: writing one, and what was noted. Hidden while names are. */
export class StudentNotesPanel extends Panel {
  #student = '';
  #notes: NoteLine[] | null = null;
  #problem = false;
  #reading: AbortController | null = null;

  /** Puts the cursor where a note is written. */
  write(): void {
    void this.updateComplete.then(() => this.querySelector('textarea')?.focus());
  }

  protected override render() {
    const student = this.live.student(this.live.selection?.student ?? '');
    if (!student || namesHidden()) return nothing;
    this.#open(student.id);
    const name = this.live.nameOf(student.id);
    return html`<h3>${say('live.panel.notes')}</h3>
      <form class="note-form" @submit=${this.#keep}>
        <textarea name="text" rows="2" maxlength="500" required aria-label=${say('live.panel.noteAbout', { name })}></textarea>
        <select name="readers" aria-label=${say('live.panel.noteFor')}>${readers.map((who) => html`<option value=${who}>${say(`live.panel.noteFor.${who}`)}</option>`)}</select>
        <button type="submit">${say('live.panel.noteKeep')}</button>
      </form>
      ${this.#list()}`;
  }

  #list() {
    if (this.#problem) return html`<p class="quiet">${say('live.panel.notesUnread')}</p>`;
    if (!this.#notes || this.#notes.length === 0) return html`<p class="quiet">${say('live.panel.noNotes')}</p>`;
    return html`<ul class="notes">${this.#notes.map((note) => html`<li>${note.text} <small>${note.by ?? ''} ${dayAndHour(note.at)}</small></li>`)}</ul>`;
  }

  #open(student: string): void {
    if (student === this.#student) return;
    this.#student = student;
    this.#notes = null;
    this.#read();
  }

  // Records are written behind: what was just kept may come a moment later.
  #read(): void {
    this.#reading?.abort();
    const reading = new AbortController();
    this.#reading = reading;
    notesOf(this.live.board.classroom, this.#student, reading.signal).then(
      (notes) => {
        if (reading.signal.aborted) return;
        this.#notes = notes;
        this.#problem = false;
        this.requestUpdate();
      },
      () => {
        if (reading.signal.aborted) return;
        this.#problem = true;
        this.requestUpdate();
      },
    );
  }

  readonly #keep = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const of = new FormData(form);
    const text = String(of.get('text') ?? '').trim();
    if (!text) return;
    const student = this.#student;
    const outcome = await this.live.act({ type: 'addNote', about: 'student', student, text, visibleTo: String(of.get('readers')) });
    if (outcome.outcome === 'refused') return;
    form.reset();
    setTimeout(() => this.#student === student && this.#read(), 1_500);
  };
}
