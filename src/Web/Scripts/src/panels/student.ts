import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { namesHidden } from '../live/preferences';
import type { HelpView, NextStepView, StudentView } from '../views';
import { estimateWords } from '../words/estimate';
import { missWords } from '../words/miss';
import { reasonWords } from '../words/reason';
import { dayAndHour, hourAndMinute } from '../words/hour';
import { say } from '../words/say';
import { chart } from './chart';
import { answersOf, type Answer } from './history';
import type { StudentNotesPanel } from './student-notes';
import { Panel } from './panel';

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
        <button type="button" class="close" aria-label=${say('live.close')} @click=${() => this.live.select(null)}>✕</button>
      </header>
      ${this.#accommodations(student)}
      ${this.live.looksOnly ? nothing : this.#actions(student, skill)}
      <div class="scrolled" tabindex="0" aria-label=${say('live.panel.about', { name })}>
        ${this.#help(student)} ${this.#estimate(student, skill)} ${this.live.looksOnly ? nothing : this.#last()} ${this.#nextStep(student)} ${this.#skills(student, skill)} ${this.live.looksOnly ? nothing : html`<lc-notes></lc-notes>`}
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
    if (student && !this.live.looksOnly) this.#read(student);
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
      () => {
        if (reading.signal.aborted) return;
        this.#problem = say('live.panel.unread');
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
    const link = say(`live.panel.link.${student.link}`);
    const presence = student.presence === 'here' ? '' : say(`live.presence.${student.presence}`);
    return [presence, smallGroup ? say('live.panel.smallGroup', { letter: smallGroup.letter }) : '', station ? `${station.number} ${station.name}` : '', link,
      student.goal ? say('live.panel.goal', { done: student.goal.done, by: student.goal.by }) : '',
      student.waiting > 0 ? say('live.panel.waiting', { count: student.waiting }) : ''].filter(Boolean).join(' · ');
  }

  // As words, and not while names are hidden.
  #accommodations(student: StudentView): TemplateResult | typeof nothing {
    if (student.accommodations.length === 0 || namesHidden()) return nothing;
    return html`<p class="accommodations">${say('live.panel.accommodations', { list: student.accommodations.map((one) => say(`live.accommodation.${one}`)).join(', ') })}</p>`;
  }

  #actions(student: StudentView, skill: string | null): TemplateResult {
    const { live } = this;
    const mine = live.visiting.has(student.id);
    const running = live.board.lesson?.state === 'running';
    const observe = (result: 'gotIt' | 'notYet') => live.act({ type: 'observe', student: student.id, skill, result });
    const name = live.skill(skill)?.name ?? '';
    return html`<div class="actions">
      <button type="button" aria-pressed=${mine} ?disabled=${!running} @click=${() => live.visit(student.id)}>${say(mine ? 'live.panel.doneHere' : 'live.panel.here')}</button>
      <button type="button" ?disabled=${!running || !skill} aria-label=${say('live.panel.gotItLabel', { skill: name })} @click=${() => observe('gotIt')}>${say('live.panel.gotIt')}</button>
      <button type="button" ?disabled=${!running || !skill} aria-label=${say('live.panel.notYetLabel', { skill: name })} @click=${() => observe('notYet')}>${say('live.panel.notYet')}</button>
      ${live.board.stations.length === 0
        ? nothing
        : html`<label class="move">${say('live.panel.moveTo')}<select ?disabled=${!running || !live.connected} .value=${student.station ?? ''} @change=${(event: Event) => this.#move(student.id, event.target as HTMLSelectElement)}>
            <option value="">${say('live.panel.noStation')}</option>
            ${live.board.stations.map((station) => html`<option value=${station.id} ?selected=${station.id === student.station}>${station.number} ${station.name}</option>`)}
          </select></label>`}
      <button type="button" ?disabled=${!running || !skill || !live.connected} title=${live.connected ? nothing : say('live.needsServer')} aria-label=${say('live.panel.nextStepLabel', { skill: name })} @click=${() => live.act({ type: 'overrideNextStep', student: student.id, skill })}>${say('live.panel.nextStep')}</button>
      <button type="button" ?disabled=${!running || !skill || !live.connected} title=${live.connected ? nothing : say('live.needsServer')} aria-label=${say('live.panel.checkLabel', { skill: name })} @click=${() => live.act({ type: 'startCheck', student: student.id, skill })}>${say('live.panel.check')}</button>
      ${namesHidden() ? nothing : html`<button type="button" @click=${() => this.writeNote()}>${say('live.panel.note')}</button>`}
      ${this.#refused(student)}
    </div>`;
  }

  /** Puts the cursor where a note about the open student is written. */
  writeNote(): void {
    this.querySelector<StudentNotesPanel>('lc-notes')?.write();
  }

  /** Puts the cursor where the open student is seated. */
  chooseStation(): void {
    this.querySelector<HTMLSelectElement>('.move select')?.focus();
  }

  // A refusal stands beside the buttons that it is about, with its ways on.
  #refused(student: StudentView): TemplateResult | typeof nothing {
    const { notice } = this.live;
    if (!notice || notice.undo || notice.student !== student.id) return nothing;
    return html`<p class="refused">${notice.text} ${notice.ways.map((way) => html`<button type="button" @click=${() => this.live.act(way.command)}>${way.label}</button>`)}</p>`;
  }

  #move(student: string, select: HTMLSelectElement): void {
    if (!select.value) return;
    // What was refused is not so: the select goes back to where the student sits.
    void this.live.act({ type: 'moveToStation', student, station: select.value }).then(({ outcome }) => {
      if (outcome === 'refused') select.value = this.live.student(student)?.station ?? '';
    });
  }

  #help(student: StudentView): TemplateResult | typeof nothing {
    if (student.help.length === 0) return nothing;
    return html`<ul class="help">
      ${student.help.map(
        (help) => html`<li><svg class="mark" width="16" height="16" aria-hidden="true"><use href="#m-${help.reason}"></use></svg>
          ${this.#reason(help)} <small>${say('live.panel.since', { time: hourAndMinute(help.since) })}</small></li>`,
      )}
    </ul>`;
  }

  #reason(help: HelpView): string {
    const evidence = this.live.evidenceOf(help);
    return help.about ? say('live.panel.hand', { about: evidence }) : evidence || reasonWords(help.reason);
  }

  #estimate(student: StudentView, skill: string | null): TemplateResult {
    const cell = student.cells.find((candidate) => candidate.skill === skill);
    const name = this.live.skill(skill)?.name ?? say('live.panel.noSkill');
    const points = (this.#answers ?? []).flatMap((answer) =>
      answer.skills.filter((moved) => moved.skill === skill).map(({ mastery }) => ({ mastery, right: answer.score >= 1 })));
    const miss = this.live.board.misses.find((candidate) => candidate.skill === skill);
    return html`<h3>${name}</h3>
      <p>${estimateWords(cell)}</p>
      ${miss ? html`<p class="quiet">${say('live.panel.miss', { miss: missWords(miss.misconception), count: miss.count })}</p>` : nothing}
      ${this.live.looksOnly ? nothing : points.length > 0 ? chart(points, say('live.panel.chart', { skill: name, count: points.length })) : html`<div class="chart none">${this.#loading()}</div>`}`;
  }

  #loading(): string {
    return this.#problem || say(this.#answers === null ? 'live.panel.reading' : 'live.panel.noneOnSkill');
  }

  #last(): TemplateResult {
    const last = (this.#answers ?? []).slice(-7).reverse();
    return html`<h3>${say('live.panel.last')}</h3>
      ${last.length === 0
        ? html`<p class="quiet">${this.#problem || say(this.#answers === null ? 'live.panel.reading' : 'live.panel.none')}</p>`
        : html`<ol class="answers">
            ${last.map(
              (answer) => html`<li class=${answer.score >= 1 ? 'right' : 'wrong'}>
                <b aria-label=${say(answer.score >= 1 ? 'live.panel.right' : 'live.panel.wrong')}>${answer.score >= 1 ? '✓' : '✕'}</b>
                <span>${answer.item ?? this.#skillNames(answer)}</span>
                <span class="given">${answer.response ?? ''}</span>
                <span class="quiet">${answer.misconception ? missWords(answer.misconception) : answer.attempt > 1 ? say('live.panel.try', { count: answer.attempt }) : ''}</span>
                <small>${dayAndHour(answer.at)}</small>
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
    return html`<h3>${say('live.panel.nextStep')}</h3>
      <p>${next ? html`<b>${say(`live.step.${next.kind}`)}${skill ? `: ${skill}` : ''}</b>${next.why ? html`. ${this.#why(next)}` : ''}` : say('live.panel.noStep')}</p>`;
  }

  #why(next: NextStepView): string {
    const skill = this.live.skill(next.skill)?.name ?? '';
    const other = this.live.skill(next.options?.[1])?.name ?? '';
    return next.reason && next.reason !== 'none' ? say(`live.why.${next.reason}`, { skill, other }) : next.why;
  }

  #skills(student: StudentView, open: string | null): TemplateResult {
    return html`<h3>${say('live.panel.skills')}</h3>
      <ul class="own-skills">
        ${student.cells.map(
          (cell) => html`<li><button type="button" aria-pressed=${cell.skill === open} @click=${() => this.live.select({ student: student.id, skill: cell.skill })}>
            <i class="swatch cell ${cell.level}"><i></i></i>${this.live.skill(cell.skill)?.name ?? cell.skill}</button></li>`,
        )}
      </ul>
      ${namesHidden() && !this.live.looksOnly ? html`<p class="quiet">${say('live.panel.hidden')}</p>` : nothing}`;
  }
}
