// The words of help reasons. The evidence is written again in Screens/Words/HelpWords.cs.
import type { HelpView, ShownReason } from '../views';
import { say } from './say';

/** needs: a filled chip, the name in bold; watch: an outlined chip. */
export type Tone = 'needs' | 'watch';

export const toneOf = (reason: ShownReason): Tone => (reason === 'idle' || reason === 'rapidGuessing' ? 'watch' : 'needs');

export const reasonWords = (reason: ShownReason): string => say(`live.reason.${reason}`);

/** The evidence; as the server said it where it has no figures; empty for a raised hand that says no more. */
export function evidenceWords({ reason, evidence, count, of, about }: HelpView): string {
  if (about) return say(`live.about.${about}`);
  if (count === undefined) return reason === 'handRaised' && evidence === 'Hand raised' ? '' : evidence;
  const places = { count, of: of ?? 0 };
  if (reason === 'struggling') return say(of === 7 ? 'live.evidence.last' : 'live.evidence.first', places);
  return say(`live.evidence.${reason}`, places);
}

export const wholeMinutes = (ms: number): number => Math.max(0, Math.floor(ms / 60_000));

export const shortMinutes = (minutes: number): string =>
  minutes < 60 ? say('live.short.minutes', { count: minutes }) : say('live.short.hours', { count: Math.floor(minutes / 60) });

export const spokenMinutes = (minutes: number): string => say('live.minutes', { count: minutes });
