// A refusal at its button: one sentence, and up to two ways on.
import type { BoardView } from '../views';
import { isPresent } from '../words/row';
import { refusalWords } from '../words/refusal';
import { say } from '../words/say';
import type { Command, Outcome } from './commands';

/** Something to do instead. */
export interface Way {
  label: string;
  command: Command;
}

export interface Refused {
  text: string;
  ways: Way[];
}

const mostWays = 2;

export function refusedWords(command: Command, outcome: Outcome, board: BoardView): Refused {
  const own = refusalWords(outcome.code);
  const station = board.stations.find((candidate) => candidate.id === command['station']);
  if (outcome.code === 'station-full' && station) return { text: say('live.refused.station-full', { station: station.name, capacity: station.capacity }), ways: withRoom(command, board) };
  if (outcome.code === 'no-items') return { text: own, ways: [{ label: say('live.way.gotIt'), command: { type: 'observe', student: command['student'], skill: command['skill'], result: 'gotIt' } }] };
  return { text: own, ways: [] };
}

// Other stations that have a place left, by number.
function withRoom(command: Command, board: BoardView): Way[] {
  const there = (id: string): number => board.students.filter((student) => student.station === id && isPresent(student)).length;
  return board.stations
    .filter((station) => station.id !== command['station'] && (station.capacity === 0 || there(station.id) < station.capacity))
    .slice(0, mostWays)
    .map((station) => ({ label: say('live.way.station', { station: station.name }), command: { ...command, station: station.id } }));
}
