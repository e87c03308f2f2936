import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { namesHidden } from '../live/preferences';
import type { StudentView } from '../views';
import { estimateWords } from '../words/estimate';
import { rowWords } from '../words/row';
import { chart } from './chart';
import { answersOf, type Answer } from './history';
import { Panel, timeOfDay } from './panel';

/** One student: what an adult can do, the answers so far, the estimate and its chart, the next step and why. */
export class StudentPanel extends Panel {
  #shown = '';
  #answers: Answer[] | null = null;
  #problem = '';
  #reading: AbortController | null = null;
  #readAt = 0;
  #seen = '';
  #patience = 0;

  protected override render() {
    const { selection } = this.live;
    const student = selection ? this.live.student(selection.student) : undefined;
    if (!selection || !student) return nothing;
    const skill = selection.skill ?? this.live.focusOf(student);
    const name = this.live.nameOf(student.id);
    return html`<section class="student" role="dialog" aria-label=${name}>
      <header>
        <h2 tabindex="-1">${name}</h2>
        <span class="quiet">${this.#place(student)}</span>
        <button type="button" class="close" aria-label="Close" @click=${() => this.live.select(null)}>✕</button>
      </header>
      ${this.#actions(student, skill)}
      <div class="scrolled" tabindex="0" aria-label="About ${name}">
        ${this.#help(student)} ${this.#estimate(student, skill)} ${this.#last()} ${this.#nextStep(student)} ${this.#skills(student, skill)}
      </div>
    </section>`;
  }

  protected override updated(_: PropertyValues): void {
    const { selection, board } = this.live;
    const opened = selection?.student ?? '';
    const student = this.live.student(opened);
    const half = board.students.findIndex((candidate) => candidate.id === opened) < (board.students.length <= 36 ? 18 : 25) ? 'over-second' : 'over-first';
    this.className = `student-panel ${student ? `open ${half}` : ''}`;
    if (opened !== this.#shown) {
      this.#shown = opened;
      this.#answers = null;
      this.#problem = '';
      this.#seen = '';
      this.#reading?.abort();
      if (student) this.querySelector<HTMLElement>('h2')?.focus();
    }
    if (student) this.#read(student);
  }

  // Reads when the panel opens and when the student has answered since, at most once a second; and again for a while where the
  // records, which are written behind, have less than the board.
  #read(student: StudentView): void {
    const tried = JSON.stringify(student.cells.map((cell) => cell.opportunities));
    if (tried !== this.#seen) this.#patience = 8;
    else if (!this.#behind(student) || this.#patience === 0) return;
    if (performance.now() - this.#readAt < 1_000 && this.#seen) return;
    this.#patience--;
    this.#seen = tried;
    this.#readAt = performance.now();
    this.#reading?.abort();
    const reading = new AbortController();
    this.#reading = reading;
    answersOf(this.live.board.classroom, student.id, reading.signal).then(
      (answers) => {
        if (reading.signal.aborted) return;
        this.#answers = answers;
        this.#problem = '';
        this.requestUpdate();
      },
      (error: unknown) => {
        if (reading.signal.aborted) return;
        this.#problem = error instanceof Error ? error.message : 'The answers could not be read.';
        this.requestUpdate();
      },
    );
  }

  #behind(student: StudentView): boolean {
    const tried = student.cells.reduce((sum, cell) => sum + cell.opportunities, 0);
    const read = this.#answers?.reduce((sum, answer) => sum + answer.skills.length, 0) ?? 0;
    return this.#problem !== '' || (this.#answers !== null && read < tried);
  }

  #place(student: StudentView): string {
    const station = this.live.board.stations.find((candidate) => candidate.id === student.station);
    const smallGroup = this.live.board.smallGroups.find((candidate) => candidate.id === student.smallGroup);
    const link = { live: 'link live', lost: 'link lost', none: 'no device' }[student.link];
    const presence = student.presence === 'here' ? '' : (rowWords(student, false, 0).label.split(', ')[1] ?? '');
    return [presence, smallGroup ? `small group ${smallGroup.letter}` : '', station ? `${station.number} ${station.name}` : '', link,
      student.waiting > 0 ? `${student.waiting} answers wait on the device` : ''].filter(Boolean).join(' · ');
  }

  #actions(student: StudentView, skill: string | null): TemplateResult {
    const { live } = this;
    const mine = live.visiting.has(student.id);
    const running = live.board.lesson?.state === 'running';
    const observe = (result: 'gotIt' | 'notYet') => live.act({ type: 'observe', student: student.id, skill, result });
    const name = live.skill(skill)?.name ?? '';
    return html`<div class="actions">
      <button type="button" aria-pressed=${mine} ?disabled=${!running} @click=${() => live.visit(student.id)}>${mine ? 'Done here' : 'I am here'}</button>
      <button type="button" ?disabled=${!running || !skill} aria-label="Got it: ${name}" @click=${() => observe('gotIt')}>Got it</button>
      <button type="button" ?disabled=${!running || !skill} aria-label="Not yet: ${name}" @click=${() => observe('notYet')}>Not yet</button>
      ${live.board.stations.length === 0
        ? nothing
        : html`<label class="move">Move to<select ?disabled=${!running || !live.connected} .value=${student.station ?? ''} @change=${(event: Event) => this.#move(student.id, event.target as HTMLSelectElement)}>
            <option value="">no station</option>
            ${live.board.stations.map((station) => html`<option value=${station.id} ?selected=${station.id === student.station}>${station.number} ${station.name}</option>`)}
          </select></label>`}
      <button type="button" ?disabled=${!running || !skill || !live.connected} aria-label="Next step: ${name}" @click=${() => live.act({ type: 'overrideNextStep', student: student.id, skill })}>Next step</button>
    </div>`;
  }

  #move(student: string, select: HTMLSelectElement): void {
    if (select.value) void this.live.act({ type: 'moveToStation', student, station: select.value });
  }

  #help(student: StudentView): TemplateResult | typeof nothing {
    if (student.help.length === 0) return nothing;
    return html`<ul class="help">
      ${student.help.map(
        (help) => html`<li><svg class="mark" width="16" height="16" aria-hidden="true"><use href="#m-${help.reason}"></use></svg>
          ${this.live.evidenceOf(help) || 'Hand raised'} <small>since ${timeOfDay(help.since)}</small></li>`,
      )}
    </ul>`;
  }

  #estimate(student: StudentView, skill: string | null): TemplateResult {
    const cell = student.cells.find((candidate) => candidate.skill === skill);
    const name = this.live.skill(skill)?.name ?? 'No skill';
    const points = (this.#answers ?? []).flatMap((answer) =>
      answer.skills.filter((moved) => moved.skill === skill).map(({ mastery }) => ({ mastery, right: answer.score >= 1 })));
    return html`<h3>${name}</h3>
      <p>${estimateWords(cell)}</p>
      ${points.length > 0 ? chart(points, `P(mastery) of ${name} over ${points.length} answers`) : html`<div class="chart none">${this.#loading()}</div>`}`;
  }

  #loading(): string {
    return this.#problem || (this.#answers === null ? 'Reading the answers …' : 'No answers on this skill yet.');
  }

  #last(): TemplateResult {
    const last = (this.#answers ?? []).slice(-7).reverse();
    return html`<h3>Last answers</h3>
      ${last.length === 0
        ? html`<p class="quiet">${this.#problem || (this.#answers === null ? 'Reading …' : 'None yet.')}</p>`
        : html`<ol class="answers">
            ${last.map(
              (answer) => html`<li class=${answer.score >= 1 ? 'right' : 'wrong'}>
                <b aria-label=${answer.score >= 1 ? 'right' : 'not right'}>${answer.score >= 1 ? '✓' : '✕'}</b>
                <span>${answer.item ?? this.#skillNames(answer)}</span>
                <span class="given">${answer.response ?? ''}</span>
                <span class="quiet">${answer.misconception ?? (answer.attempt > 1 ? `try ${answer.attempt}` : '')}</span>
                <small>${timeOfDay(answer.at)}</small>
              </li>`,
            )}
          </ol>`}`;
  }

  #skillNames(answer: Answer): string {
    return answer.skills.map(({ skill }) => this.live.skill(skill)?.name ?? skill ?? '').join(', ');
  }

  #nextStep(student: StudentView): TemplateResult {
    const next = student.nextStep;
    const skill = this.live.skill(next?.skill)?.name;
    return html`<h3>Next step</h3>
      <p>${next ? html`<b>${stepWords[next.kind] ?? next.kind}${skill ? `: ${skill}` : ''}</b>${next.why ? html`. ${next.why}` : ''}` : 'None is known yet.'}</p>`;
  }

  #skills(student: StudentView, open: string | null): TemplateResult {
    return html`<h3>All skills</h3>
      <ul class="own-skills">
        ${student.cells.map(
          (cell) => html`<li><button type="button" aria-pressed=${cell.skill === open} @click=${() => this.live.select({ student: student.id, skill: cell.skill })}>
            <i class="swatch cell ${cell.level}"><i></i></i>${this.live.skill(cell.skill)?.name ?? cell.skill}</button></li>`,
        )}
      </ul>
      ${namesHidden() ? html`<p class="quiet">Names are hidden.</p>` : nothing}`;
  }
}

const stepWords: Record<string, string> = {
  practice: 'Practise', review: 'Review', check: 'Check', exitTicket: 'Exit ticket', choose: 'Choose', goToStation: 'Go to a station',
  workOnPaper: 'Work on paper', wait: 'Wait', done: 'Done', none: 'None yet',
};
