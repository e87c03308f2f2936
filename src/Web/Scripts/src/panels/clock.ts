import { html } from 'lit';
import { wholeMinutes } from '../words/reason';
import { Panel, minutesLeft, timeOfDay } from './panel';

/** The lesson's clock: a round's time left, or the time of day. */
export class ClockPanel extends Panel {
  protected override render() {
    const { board, clock } = this.live;
    const now = clock.now();
    const { rotation, lesson } = board;
    if (rotation && rotation.phase !== 'done' && lesson?.state === 'running') {
      const left = rotation.endsAt ? Date.parse(rotation.endsAt) - now : rotation.remainingMs;
      const words = rotation.phase === 'transition' ? 'Moving' : `Round ${rotation.round} of ${rotation.rounds}`;
      return html`<span class="clock-words">${rotation.paused ? 'Paused' : words}</span><span class="clock-figure" role="timer">${minutesLeft(left)}</span>`;
    }
    return html`<span class="clock-words">${this.#words(now)}</span><span class="clock-figure">${timeOfDay(now)}</span>`;
  }

  #words(now: number): string {
    const { lesson } = this.live.board;
    if (!lesson || lesson.state === 'planned') return 'No lesson';
    if (lesson.state === 'ended') return lesson.endedAt ? `Ended ${timeOfDay(lesson.endedAt)}` : 'Ended';
    const since = lesson.startedAt ? `${wholeMinutes(now - Date.parse(lesson.startedAt))} min` : 'Running';
    return lesson.plannedEnd ? `${since} · ends ${timeOfDay(lesson.plannedEnd)}` : since;
  }
}
