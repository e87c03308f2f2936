// Who sits at this device, in which lesson. The token that reads is here, in this tab, and nowhere else.
import { tab } from './shelf';

export interface Seat {
  lesson: string;
  classroom: string;
  classroomName: string;
  student: string;
  name: string;
  source: string;
  readToken: string;
}

const key = 'liveclass-seat';
const ownKeys = ['liveclass-seat', 'liveclass-turn', 'liveclass-asked', 'liveclass-seen', 'liveclass-view', 'liveclass-wishes', 'liveclass-goal', 'liveclass-break', 'liveclass-ahead', 'liveclass-size'];

export const keptSeat = (): Seat | null => tab.read<Seat>(key);

export const keepSeat = (seat: Seat): void => tab.write(key, seat);

/** Takes everything of this child out of the tab. Its outbox stays until it is delivered. */
export function leaveSeat(): void {
  for (const own of ownKeys) tab.remove(own);
}
