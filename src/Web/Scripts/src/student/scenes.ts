// Which card is on the screen: decided from what is known, and drawn anew only when it is another.
import type { Turn } from '../cards/turn';
import type { Card, OwnView } from './view';

export type Scene =
  | { is: 'question' } | { is: 'loading' } | { is: 'start' } | { is: 'eyes' } | { is: 'break' } | { is: 'over' } | { is: 'empty' }
  | { is: 'card'; card: Card } | { is: 'missing'; card: Card } | { is: 'noted'; card: Card };

/** What the decision rests on. */
export interface Known {
  over: boolean;
  /** An open question may be finished for a minute after the lesson, or the block, is over. */
  grace: boolean;
  onBreak: boolean;
  view: OwnView | null;
  card: Card | null;
  turn: Turn | null;
  /** The item of the card is none that this page can show. */
  missing: string | null;
  /** Nothing is prepared, and there is no link. */
  empty: boolean;
  /** The card that the child said to have done on paper. */
  noted: string | null;
}

const questions = new Set(['practice', 'review', 'check', 'exitTicket']);

export const asks = (card: Card | null): card is Card & { item: string; skill: string } => card !== null && questions.has(card.kind) && Boolean(card.item);

export function sceneOf(known: Known): Scene {
  const { view, card, turn } = known;
  if (known.over && !(turn?.open && known.grace)) return { is: 'over' };
  if (view?.eyesUp && !known.over) return { is: 'eyes' };
  if (known.onBreak && !known.over) return { is: 'break' };
  if (turn && (!turn.open || asks(card) || known.grace || !card)) return { is: 'question' };
  if (!view) return { is: 'loading' };
  if (view.lesson !== 'running') return { is: 'start' };
  if (!card || card.kind === 'none') return { is: 'start' };
  if (card.kind === 'done') return { is: 'over' };
  if (known.noted === card.id) return { is: 'noted', card };
  if (questions.has(card.kind)) return !card.item || known.missing === card.item ? { is: 'missing', card } : known.empty ? { is: 'empty' } : { is: 'loading' };
  return { is: 'card', card };
}

/** Two scenes with the same name are the same picture. */
export const nameOf = (scene: Scene): string => ('card' in scene ? `${scene.is}:${scene.card.id}` : scene.is);
