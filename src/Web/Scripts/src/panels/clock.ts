import { html } from 'lit';
import { hourAndMinute } from '../words/hour';
import { wholeMinutes } from '../words/reason';
import { say } from '../words/say';
import { Panel, minutesLeft } from './panel';

/** The lesson's clock: a round's time left, or the time of day. */
export class ClockPanel extends Panel {
  protected override render() {
    const { board, clock } = this.live;
    const now = clock.now();
    const { rotation, lesson } = board;
    if (rotation && rotation.phase !== 'done' && lesson?.state === 'running') {
      const left = rotation.endsAt ? Date.parse(rotation.endsAt) - now : rotation.remainingMs;
      const words = rotation.phase === 'transition' ? say('live.clock.moving') : say('live.clock.round', { round: rotation.round, rounds: rotation.rounds });
      return html`<span class="clock-words">${rotation.paused ? say('live.clock.paused') : words}</span><span class="clock-figure" role="timer">${minutesLeft(left)}</span>`;
    }
    return html`<span class="clock-words">${this.#words(now)}</span><span class="clock-figure">${hourAndMinute(now)}</span>`;
  }

  #words(now: number): string {
    const { lesson } = this.live.board;
    if (!lesson || lesson.state === 'planned') return say('live.clock.none');
    if (lesson.state === 'ended') return lesson.endedAt ? say('live.clock.ended', { time: hourAndMinute(lesson.endedAt) }) : say('live.lesson.ended');
    const since = lesson.startedAt ? say('live.clock.since', { count: wholeMinutes(now - Date.parse(lesson.startedAt)) }) : say('live.clock.running');
    return lesson.plannedEnd ? say('live.clock.ends', { since, time: hourAndMinute(lesson.plannedEnd) }) : since;
  }
}
