// The words of help reasons.
import type { ShownReason } from '../views';

/** needs: a filled chip, the name in bold; watch: an outlined chip. */
export type Tone = 'needs' | 'watch';

export const reasons: Record<ShownReason, { why: string; tone: Tone }> = {
  handRaised: { why: 'hand raised', tone: 'needs' },
  struggling: { why: 'struggling', tone: 'needs' },
  wheelSpinning: { why: 'many tries without mastery', tone: 'needs' },
  rapidGuessing: { why: 'guessing fast', tone: 'watch' },
  idle: { why: 'no answer', tone: 'watch' },
};

export const wholeMinutes = (ms: number): number => Math.max(0, Math.floor(ms / 60_000));

export const shortMinutes = (minutes: number): string => (minutes < 60 ? `${minutes}m` : `${Math.floor(minutes / 60)}h`);

export const spokenMinutes = (minutes: number): string => (minutes === 1 ? '1 minute' : `${minutes} minutes`);
