import { html, nothing } from 'lit';
import { say } from '../words/say';
import { Panel } from './panel';

/** Who looks on as a coach: whoever is watched can see it. */
export class CoachPanel extends Panel {
  protected override render() {
    const here = this.live.board.coach?.here ?? [];
    return here.length === 0 ? nothing : html`<span role="status">${say('live.coach.here', { names: here.join(', ') })}</span>`;
  }
}

/** Lets coaches see names in this classroom, or no longer; false where that was not kept. */
export async function coachesSeeNames(classroom: string, names: boolean): Promise<boolean> {
  try {
    const response = await fetch(`/api/v1/classrooms/${encodeURIComponent(classroom)}/coach`, {
      method: 'POST', headers: { 'content-type': 'application/json', accept: 'application/json' }, body: JSON.stringify({ names }),
    });
    return response.ok;
  } catch {
    return false;
  }
}
