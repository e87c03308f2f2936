// How a row's head is shown. Written again in Screens/Words/RowWords.cs; both are held to vectors/rows.json.
import type { Presence, StudentView } from '../views';
import { reasons, shortMinutes, spokenMinutes, wholeMinutes } from './reason';

export interface RowWords {
  symbol: string;
  text: string;
  class: string;
  label: string;
}

const presences: Record<Presence, { word: string; spoken: string }> = {
  here: { word: '', spoken: '' },
  onBreak: { word: 'break', spoken: 'on a break' },
  absent: { word: 'absent', spoken: 'absent' },
  left: { word: 'left', spoken: 'left' },
  elsewhere: { word: 'away', spoken: 'in another classroom' },
  expected: { word: '', spoken: 'not here yet' },
};

export const isPresent = (student: Pick<StudentView, 'presence'>): boolean =>
  student.presence === 'here' || student.presence === 'onBreak';

export function rowWords(student: Pick<StudentView, 'name' | 'presence' | 'link' | 'help'>, praised: boolean, now: number): RowWords {
  const { word, spoken } = presences[student.presence];
  const { name, presence } = student;
  if (!isPresent(student)) return { symbol: '', text: word, class: presence, label: `${name}, ${spoken}` };

  const head = spoken ? `${name}, ${spoken}` : name;
  const help = student.help[0];
  if (help) {
    const { why, tone } = reasons[help.reason];
    const minutes = wholeMinutes(now - Date.parse(help.since));
    const evidence = help.evidence.toLowerCase() === why ? '' : `: ${help.evidence}`;
    const label = `${head}, ${why} for ${spokenMinutes(minutes)}${evidence}`;
    return { symbol: help.reason, text: shortMinutes(minutes), class: `${presence} ${tone}`, label };
  }
  if (student.link === 'lost') return { symbol: 'linkLost', text: word, class: `${presence} watch`, label: `${head}, the device does not answer` };
  if (praised) return { symbol: 'praise', text: word, class: `${presence} well`, label: `${head}, doing well` };
  return { symbol: '', text: word, class: presence, label: head };
}
