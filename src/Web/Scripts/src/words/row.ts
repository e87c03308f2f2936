// How a row's head is shown. Written again in Screens/Words/RowWords.cs; both are held to vectors/rows.json.
import type { StudentView } from '../views';
import { evidenceWords, reasonWords, shortMinutes, spokenMinutes, toneOf, wholeMinutes } from './reason';
import { say } from './say';

export interface RowWords {
  symbol: string;
  text: string;
  class: string;
  label: string;
}

export const isPresent = (student: Pick<StudentView, 'presence'>): boolean =>
  student.presence === 'here' || student.presence === 'onBreak';

const is = (name: string, what: string): string => say('live.row.is', { name, what: say(what) });

export function rowWords(student: Pick<StudentView, 'name' | 'presence' | 'link' | 'lostSince' | 'help'>, praised: boolean, now: number): RowWords {
  const { name, presence } = student;
  const text = presence === 'here' || presence === 'expected' ? '' : say(`live.short.${presence}`);
  if (!isPresent(student)) return { symbol: '', text, class: presence, label: is(name, `live.presence.${presence}`) };

  const head = presence === 'here' ? name : is(name, `live.presence.${presence}`);
  const help = student.help[0];
  if (help) {
    const minutes = wholeMinutes(now - Date.parse(help.since));
    const evidence = evidenceWords(help);
    const label = say(evidence ? 'live.row.evidence' : 'live.row', { name: head, reason: reasonWords(help.reason), minutes: spokenMinutes(minutes), evidence });
    return { symbol: help.reason, text: shortMinutes(minutes), class: `${presence} ${toneOf(help.reason)}`, label };
  }
  if (student.link === 'lost') {
    // What comes back at once is not worth a figure.
    const lostMs = student.lostSince ? now - Date.parse(student.lostSince) : 0;
    if (lostMs < 20_000) return { symbol: 'linkLost', text, class: `${presence} watch`, label: is(head, 'live.silent') };
    const lost = wholeMinutes(lostMs);
    return { symbol: 'linkLost', text: shortMinutes(lost), class: `${presence} watch`, label: say('live.silent.since', { name: head, minutes: spokenMinutes(lost) }) };
  }
  if (praised) return { symbol: 'praise', text, class: `${presence} well`, label: is(head, 'live.well') };
  return { symbol: '', text, class: presence, label: head };
}
