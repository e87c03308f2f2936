// What stands in the rail's place while no lesson runs.
import { html, nothing, type TemplateResult } from 'lit';
import type { Live } from '../live/live';
import type { PlanView } from '../views';
import { hourAndMinute } from '../words/hour';
import { say } from '../words/say';
import { tomorrow } from './tomorrow';

const mostTargets = 12;
const reopenMinutes = 10;
const mostNames = 6;

let chosen: Set<string> | null = null;
let choosing = false;

export function beforeLesson(live: Live, redraw: () => void): TemplateResult {
  return html`<section class="lesson-start" aria-labelledby="start-heading">
    <h2 id="start-heading">${say('live.lesson.none')}</h2>
    <p>${say('live.lesson.about', { count: live.board.students.length })}</p>
    ${live.looksOnly ? seen(live) : starts(live, redraw)}
  </section>`;
}

export function afterLesson(live: Live, redraw: () => void): TemplateResult {
  const { lesson } = live.board;
  const ended = lesson?.endedAt ? Date.parse(lesson.endedAt) : null;
  const open = !live.looksOnly && ended !== null && live.clock.now() - ended < reopenMinutes * 60_000;
  return html`<section class="lesson-start" aria-labelledby="ended-heading">
    <h2 id="ended-heading">${ended === null ? say('live.lesson.ended') : say('live.lesson.endedAt', { time: hourAndMinute(ended) })}</h2>
    ${open
      ? html`<p><button type="button" ?disabled=${!live.connected} @click=${() => live.act({ type: 'reopenLesson' })}>${say('live.lesson.reopen')}</button> <small>${say('live.lesson.until', { time: hourAndMinute(ended + reopenMinutes * 60_000) })}</small></p>`
      : nothing}
    ${open ? html`${summary(live)} ${starts(live, redraw)}` : html`${live.looksOnly ? seen(live) : starts(live, redraw)} ${summary(live)}`}
  </section>`;
}

function summary(live: Live): TemplateResult {
  const { unseen, lesson } = live.board;
  const names = `${unseen.slice(0, mostNames).map((id) => live.shortNameOf(id)).join(', ')}${unseen.length > mostNames ? ' …' : ''}`;
  const advice = tomorrow(live);
  return html`<div class="summary">
    <p>${unseen.length === 0 ? say('live.unseen.none') : say('live.lesson.unseen', { count: unseen.length, names })}</p>
    ${lesson?.late ? html`<p>${say('live.lesson.late', { count: lesson.late })}</p>` : nothing}
    <h3>${say('live.lesson.tomorrow')}</h3>
    ${advice.length === 0 ? html`<p class="calm">${say('live.lesson.tomorrow.none')}</p>` : html`<ul>${advice.map((line) => html`<li>${line}</li>`)}</ul>`}
  </div>`;
}

// The next lesson that is planned, while it is not over.
function planned(live: Live, now: number): PlanView | null {
  const { plan } = live.board;
  return plan && Date.parse(plan.ends) > now ? plan : null;
}

// What a coach sees of it.
function seen(live: Live): TemplateResult | typeof nothing {
  const plan = planned(live, live.clock.now());
  return plan ? plannedWords(live, plan) : nothing;
}

function plannedWords(live: Live, plan: PlanView): TemplateResult {
  const hours = { from: hourAndMinute(plan.starts), to: hourAndMinute(plan.ends) };
  const [day, today] = [new Date(plan.starts), new Date(live.clock.now())];
  const named = day.toLocaleDateString(document.documentElement.lang || 'en', { weekday: 'long', day: 'numeric', month: 'long' });
  const when = day.toDateString() === today.toDateString() ? say('live.lesson.plannedToday', hours) : say('live.lesson.plannedOn', { day: named, ...hours });
  return html`<div class="planned">
    <h3>${plan.title ? say('live.lesson.planned', { title: plan.title }) : say('live.lesson.planned.untitled')}</h3>
    <p>${when}</p>
    <p class="quiet">${plan.targets.map((id) => live.skill(id)?.name ?? id).join(', ')}</p>
  </div>`;
}

// As planned, as last time, with defaults, or with what is ticked.
function starts(live: Live, redraw: () => void): TemplateResult {
  const { skills, lesson } = live.board;
  if (skills.length === 0) return html`<p>${say('live.lesson.noSkills')}</p>`;
  const plan = planned(live, live.clock.now());
  const last = (lesson?.state === 'ended' ? lesson.targets : []).filter((id) => skills.some((skill) => skill.id === id));
  const defaults = skills.slice(0, mostTargets).map((skill) => skill.id);
  chosen ??= new Set(last.length > 0 ? last : defaults);
  const targets = skills.filter((skill) => chosen!.has(skill.id)).map((skill) => skill.id);
  const start = (wanted: string[]) => live.act({ type: 'startLesson', targets: wanted });
  const off = !live.connected;
  return html`<div class="start-form">
    ${plan
      ? html`${plannedWords(live, plan)}
          <button type="button" class="main" ?disabled=${off} @click=${() => live.act({ type: 'startLesson', plan: plan.id })}>${say('live.lesson.startPlanned')}</button>`
      : nothing}
    ${last.length > 0
      ? html`<button type="button" class=${plan ? '' : 'main'} ?disabled=${off} @click=${() => start(last)}>${say('live.lesson.startLast')}</button>`
      : nothing}
    <button type="button" class=${plan || last.length > 0 ? '' : 'main'} ?disabled=${off} @click=${() => start(defaults)}>${say('live.lesson.startDefaults')}</button>
    <a class="plan-link" href="/classes/${encodeURIComponent(live.board.classroom)}/plans">${say(plan ? 'live.lesson.plans' : 'live.lesson.plan')}</a>
    <details ?open=${choosing} @toggle=${(event: Event) => (choosing = (event.target as HTMLDetailsElement).open)}>
      <summary>${say('live.lesson.choose')}</summary>
      <button type="button" ?disabled=${off || targets.length === 0 || targets.length > mostTargets} @click=${() => start(targets)}>${say('live.lesson.start')}</button>
      <p class="quiet">${targets.length > mostTargets
        ? say('live.lesson.tooMany', { most: mostTargets, count: targets.length - mostTargets })
        : say('live.lesson.on', { count: targets.length, most: mostTargets })}</p>
      ${ticks(live, redraw)}
    </details>
  </div>`;
}

function ticks(live: Live, redraw: () => void): TemplateResult {
  const choose = (id: string) => {
    if (!chosen!.delete(id)) chosen!.add(id);
    redraw();
  };
  return html`<fieldset class="targets" tabindex="-1">
    <legend>${say('live.lesson.for')}</legend>
    ${live.board.skills.map(
      (skill) => html`<label><input type="checkbox" .checked=${chosen!.has(skill.id)} @change=${() => choose(skill.id)} /> ${skill.name}</label>`,
    )}
  </fieldset>`;
}
