import { html, nothing, type TemplateResult } from 'lit';
import { CalmList, type CalmLine } from '../live/calm';
import type { QueueLineView, StudentView } from '../views';
import { isPresent } from '../words/row';
import { reasonWords, shortMinutes, toneOf, wholeMinutes } from '../words/reason';
import { say } from '../words/say';
import { bigCode } from './code';
import { afterLesson, beforeLesson } from './lesson';
import { Panel } from './panel';

const cards = 3;
const quietMinutes = 3;

/** The rail: whom to go to next, hands, what is for everyone, a good word, who was not visited. */
export class RailPanel extends Panel {
  readonly #calm = new CalmList<QueueLineView>();
  #pointed = false;
  #held = false;
  #all = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('pointerenter', (event) => (this.#pointed = event.pointerType !== 'touch'));
    this.addEventListener('pointerleave', () => (this.#pointed = false));
    addEventListener('pointerdown', () => (this.#held = true));
    for (const end of ['pointerup', 'pointercancel', 'keyup'] as const) addEventListener(end, () => (this.#held = false));
    addEventListener('keydown', () => (this.#held = true));
  }

  /** Opens a go-to-next card's student: 0 is the first. */
  openCard(place: number): void {
    const id = this.#lines()[place]?.id;
    if (id) this.live.select({ student: id, skill: null });
  }

  protected override render() {
    const { lesson } = this.live.board;
    if (!lesson || lesson.state === 'planned') return beforeLesson(this.live, () => this.requestUpdate());
    if (lesson.state === 'ended') return afterLesson(this.live, () => this.requestUpdate());
    if (!this.live.board.students.some(isPresent)) return this.#empty();
    return html`${this.#goToNext()} ${this.#hands()} ${this.#everyone()} ${this.#proposal()} ${this.#praise()} ${this.#unseen()} ${this.#counts()}`;
  }

  #lines(): readonly CalmLine<QueueLineView>[] {
    const ranked = this.live.board.queue
      .filter((line) => !this.live.board.notNow.some((hidden) => hidden.student === line.student && hidden.reason === line.reason))
      .map((item) => ({ id: item.student, item }));
    const busy = this.#pointed || this.#held || this.contains(document.activeElement);
    return this.#calm.offer(ranked, busy, performance.now());
  }

  #goToNext(): TemplateResult {
    const lines = this.#lines();
    const more = lines.length - cards;
    const shown = this.#all ? lines : lines.slice(0, cards);
    return html`<section class="next ${this.#all ? 'all' : ''}" aria-labelledby="next-heading">
      <h2 id="next-heading">${say('live.next.heading')}</h2>
      <div class="cards">
        ${lines.length === 0 ? this.#nothingToRank() : shown.map((line) => this.#card(line))}
      </div>
      <div class="more">
        ${more > 0
          ? html`<button type="button" class="quiet-button" aria-expanded=${this.#all} @click=${this.#toggleAll}>${this.#all ? say('live.next.fewer') : say('live.next.more', { count: more })}</button>`
          : nothing}
      </div>
    </section>`;
  }

  // Nobody has come yet: the code stands in the rail's place, as large as it goes.
  #empty(): TemplateResult {
    const { code } = this.live.joining ?? {};
    const { students } = this.live.board;
    return html`<section class="empty-lesson" aria-label=${say('live.code')}>
      <p>${say('live.here', { here: 0, all: students.length })}</p>
      ${code ? html`<p class="quiet">${say('live.join.how', { address: this.dataset['join'] || `${location.host}/student` })}</p>${bigCode(code)}` : ''}
    </section>`;
  }

  #nothingToRank(): TemplateResult {
    const { lesson, students } = this.live.board;
    const here = students.filter(isPresent).length;
    const minutes = lesson?.startedAt ? wholeMinutes(this.live.clock.now() - Date.parse(lesson.startedAt)) : quietMinutes;
    if (minutes < quietMinutes) {
      const missing = students.filter((student) => student.presence === 'expected').map((student) => this.live.shortNameOf(student.id));
      return html`<p class="first-minute"><b>${say('live.here', { here, all: students.length })}</b> ${this.live.joining?.code ? html`<b class="small-code" translate="no">${this.live.joining.code}</b>` : ''}</p>
        <p class="calm missing-names">${missing.length === 0 ? say('live.missing.none') : say('live.missing.list', { names: missing.join(', ') })}</p>`;
    }
    const tried = students.filter((student) => student.cells.some((cell) => cell.opportunities >= 3)).length;
    return html`<p class="calm">${say(tried * 2 < here ? 'live.next.early' : 'live.next.nobody')}</p>`;
  }

  #card(line: CalmLine<QueueLineView>): TemplateResult {
    const student = this.live.student(line.id);
    if (!student) return html`<div class="card gone"></div>`;
    const help = student.help.find((reason) => reason.reason === line.item.reason && reason.since === line.item.since);
    const evidence = line.gone ? say('live.next.better') : help ? this.live.evidenceOf(help) : '';
    const mine = this.live.visiting.has(student.id);
    const taken = student.claimedBy !== null && !mine;
    return html`<article class="card ${line.gone ? 'gone' : ''}">
      <button type="button" class="who" @click=${() => this.live.select({ student: student.id, skill: help?.skill ?? null })}>
        <svg class="mark ${toneOf(line.item.reason)}" width="16" height="16" aria-hidden="true"><use href="#m-${line.item.reason}"></use></svg>
        <span class="card-name">${this.live.shortNameOf(student.id)}</span>
        <span class="card-word">${say('live.next.word', { reason: reasonWords(line.item.reason), count: this.#waited(line.item) })}</span>
        <span class="card-lines"><span class="card-why">${evidence}</span><span class="card-age">${this.#visited(student)}</span></span>
      </button>
      ${this.live.looksOnly && !taken
        ? nothing
        : taken
        ? html`<span class="taken">${say('live.next.taken', { adult: student.claimedBy ?? '' })}</span>`
        : html`<button type="button" class="visit" aria-label=${say(mine ? 'live.visit.doneLabel' : 'live.visit.label', { name: this.live.nameOf(student.id) })} aria-pressed=${mine} @click=${() => this.live.visit(student.id)}>${say(mine ? 'live.visit.done' : 'live.visit')}</button>
            <button type="button" class="not-now" aria-label=${say('live.notNow.label', { name: this.live.nameOf(student.id) })} @click=${() => this.#notNow(line.item)}>${say('live.notNow')}</button>`}
    </article>`;
  }

  #waited(line: QueueLineView): number {
    return wholeMinutes(this.live.clock.now() - Date.parse(line.since));
  }

  #visited(student: StudentView): string {
    const { lesson } = this.live.board;
    if (!student.lastVisit || (lesson?.startedAt && student.lastVisit < lesson.startedAt)) return say('live.next.noVisit');
    return say('live.next.visited', { count: wholeMinutes(this.live.clock.now() - Date.parse(student.lastVisit)) });
  }

  #notNow(line: QueueLineView): void {
    void this.live.act({ type: 'notNow', student: line.student, reason: line.reason, minutes: 5 });
  }

  #hands(): TemplateResult {
    const hands = this.live.board.queue.filter((line) => line.reason === 'handRaised').sort((left, right) => left.since.localeCompare(right.since));
    const now = this.live.clock.now();
    return html`<section class="hands" aria-labelledby="hands-heading">
      <h2 id="hands-heading">${say('live.hands.heading')}${hands.length > 0 ? html` <b>${hands.length}</b>` : ''}</h2>
      <div class="hand-lines">
        ${hands.slice(0, 2).map((line) => {
          const hand = this.live.student(line.student)?.help.find((help) => help.reason === 'handRaised');
          const about = hand ? this.live.evidenceOf(hand) : '';
          return html`<button type="button" class="line" @click=${() => this.live.select({ student: line.student, skill: null })}>
            <span>${this.live.shortNameOf(line.student)}</span><small>${`${shortMinutes(wholeMinutes(now - Date.parse(line.since)))} ${about}`}</small>
          </button>`;
        })}
        ${hands.length === 0 ? html`<p class="calm">${say('live.hands.none')}</p>` : nothing}
      </div>
    </section>`;
  }

  #everyone(): TemplateResult {
    const { everyone } = this.live.board;
    const { tile, name } = this.live.skill(everyone?.skill ?? '') ?? {};
    const skill = tile ?? name ?? everyone?.skill ?? '';
    return html`<section class="everyone" aria-label=${say('live.everyone')}>
      ${everyone
        ? html`<p>${say('live.everyone.text', { struggling: everyone.struggling, present: everyone.present, skill })}</p>
            ${this.live.looksOnly ? nothing : html`<button type="button" ?disabled=${!this.live.connected} @click=${() => this.live.act({ type: 'eyesUp' })}>${say('live.eyesUp')}</button>`}`
        : nothing}
    </section>`;
  }

  #proposal(): TemplateResult {
    const { proposal } = this.live.board;
    return html`<section class="proposal" aria-label=${say('live.proposal')}>
      ${proposal ? html`<p>${say('live.proposal.text', { count: proposal.moves.length })}</p>` : nothing}
    </section>`;
  }

  #praise(): TemplateResult {
    const praise = this.live.board.praise[0];
    return html`<section class="praise-line" aria-label=${say('live.praise')}>
      ${praise
        ? html`<button type="button" class="line" @click=${() => this.live.select({ student: praise.student, skill: null })}>
            <svg class="mark" width="14" height="14" aria-hidden="true"><use href="#m-praise"></use></svg>
            <span>${say('live.praise.text', { name: this.live.shortNameOf(praise.student) })}</span><small>${praise.of === 0 ? praise.evidence : say('live.praise.evidence', { count: praise.count, of: praise.of })}</small>
          </button>`
        : nothing}
    </section>`;
  }

  #unseen(): TemplateResult {
    const { unseen } = this.live.board;
    return html`<section class="unseen" aria-label=${say('live.unseen')}>
      ${unseen.length > 0
        ? html`<button type="button" class="line" aria-pressed=${this.live.dim?.by === 'unseen'} @click=${() => this.live.dimAllBut('unseen', unseen)}>
            <span>${say('live.unseen.text', { count: unseen.length })}</span>
          </button>`
        : html`<p class="calm">${say('live.unseen.none')}</p>`}
    </section>`;
  }

  #counts(): TemplateResult {
    const { evidence, duplicates, quarantined } = this.live.board.counts;
    const extra = [duplicates > 0 ? say('live.counts.repeated', { count: duplicates }) : '', quarantined > 0 ? say('live.counts.quarantined', { count: quarantined }) : ''].filter(Boolean).join(', ');
    return html`<section class="counts" aria-label=${say('live.counts')}><span>${say('live.counts.kept', { kept: evidence.toLocaleString(document.documentElement.lang || 'en') })}</span>${extra ? html`<span>${extra}</span>` : ''}</section>`;
  }

  readonly #toggleAll = (): void => {
    this.#all = !this.#all;
    this.requestUpdate();
  };
}
