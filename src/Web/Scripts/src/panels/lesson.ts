// What stands in the rail's place while no lesson runs.
import { html, nothing, type TemplateResult } from 'lit';
import type { Live } from '../live/live';
import { timeOfDay } from './panel';

const mostTargets = 12;
const reopenMinutes = 10;

let chosen: Set<string> | null = null;

export function beforeLesson(live: Live, redraw: () => void): TemplateResult {
  return html`<section class="lesson-start" aria-labelledby="start-heading">
    <h2 id="start-heading">No lesson</h2>
    <p>${live.board.students.length} on the list. Answers count without a lesson too; help, hands and next steps need one.</p>
    ${startForm(live, redraw)}
  </section>`;
}

export function afterLesson(live: Live, redraw: () => void): TemplateResult {
  const { lesson, unseen } = live.board;
  const ended = lesson?.endedAt ? Date.parse(lesson.endedAt) : null;
  const open = ended !== null && live.clock.now() - ended < reopenMinutes * 60_000;
  return html`<section class="lesson-start" aria-labelledby="ended-heading">
    <h2 id="ended-heading">${ended === null ? 'The lesson ended' : `Ended ${timeOfDay(ended)}`}</h2>
    ${open
      ? html`<p><button type="button" ?disabled=${!live.connected} @click=${() => live.act({ type: 'reopenLesson' })}>Re-open</button> <small>until ${timeOfDay(ended + reopenMinutes * 60_000)}</small></p>`
      : nothing}
    <p>${unseen.length === 0 ? 'Everybody was visited.' : `${unseen.length} were not visited: ${unseen.slice(0, 6).map((id) => live.shortNameOf(id)).join(', ')}${unseen.length > 6 ? ' …' : ''}`}</p>
    ${startForm(live, redraw)}
  </section>`;
}

function startForm(live: Live, redraw: () => void): TemplateResult {
  const { skills, lesson } = live.board;
  if (skills.length === 0) return html`<p>This classroom has no skills yet: send them with <code>PUT /api/v1/classrooms/${live.board.classroom}</code>.</p>`;
  const last = (lesson?.targets ?? []).filter((id) => skills.some((skill) => skill.id === id));
  chosen ??= new Set(last.length > 0 ? last : skills.slice(0, mostTargets).map((skill) => skill.id));
  const targets = skills.filter((skill) => chosen!.has(skill.id)).map((skill) => skill.id);
  const choose = (id: string) => {
    if (!chosen!.delete(id)) chosen!.add(id);
    redraw();
  };
  return html`<div class="start-form">
    <button type="button" class="main" ?disabled=${!live.connected || targets.length === 0 || targets.length > mostTargets} @click=${() => live.act({ type: 'startLesson', targets })}>
      Start a lesson
    </button>
    <p class="quiet">${targets.length > mostTargets ? `At most ${mostTargets} skills: take ${targets.length - mostTargets} away.` : `on ${targets.length === 1 ? '1 skill' : `${targets.length} skills`}, up to ${mostTargets}`}</p>
    <fieldset class="targets" tabindex="-1">
      <legend>What it is for</legend>
      ${skills.map(
        (skill) => html`<label><input type="checkbox" .checked=${chosen!.has(skill.id)} @change=${() => choose(skill.id)} /> ${skill.name}</label>`,
      )}
    </fieldset>
  </div>`;
}
