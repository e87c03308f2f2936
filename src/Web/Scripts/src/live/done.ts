// What the teacher just did, in one quiet line, and how to take it back.
import { say } from '../words/say';
import type { Command } from './commands';

/** What the line needs to know of the page. */
export interface Known {
  name(student: string): string;
  skill(id: string): string;
  station(id: string): string;
}

/** The line for a command that can be taken back; null for one that cannot. */
export function doneWords(command: Command, of: Known): string | null {
  const text = (argument: string): string => String(command[argument] ?? '');
  const name = command['student'] ? of.name(text('student')) : '';
  switch (command.type) {
    case 'visit':
      return say(`live.did.visit.${command['phase'] === 'begin' ? 'begin' : 'end'}`, { name });
    case 'observe':
      return say(`live.did.observe.${text('result')}`, { name });
    case 'markPresence':
      return say('live.did.markPresence', { name, what: command['presence'] === 'here' ? say('live.did.here') : say(`live.presence.${text('presence')}`) });
    case 'moveToStation':
      return say('live.did.moveToStation', { name, station: of.station(text('station')) });
    case 'overrideNextStep':
    case 'startCheck':
      return say(`live.did.${command.type}`, { name, skill: of.skill(text('skill')) });
    case 'swapStudents':
      return say('live.did.swapStudents', { name, other: of.name(text('other')) });
    case 'notNow':
    case 'addNote':
    case 'eyesUp':
    case 'backToWork':
      return say(`live.did.${command.type}`, { name });
    default:
      return null;
  }
}
