// What the server tells a student: the records StudentBoardView and CardView, as JSON.
import type { Accommodation, LessonState, MasteryLevel, NextStepKind, Presence } from '../views';

export interface Card {
  id: string;
  version: number;
  kind: NextStepKind;
  skill: string | null;
  skillName: string | null;
  why: string;
  item?: string;
  where?: string;
  take?: string;
  until?: string;
  options?: { id: string; kind: NextStepKind; skill: string | null; skillName: string | null }[];
}

export interface OwnSkill {
  skill: string;
  name: string;
  level: MasteryLevel;
}

export interface OwnView {
  classroom: string;
  version: number;
  now: string;
  student: string;
  name: string;
  lesson?: LessonState | null;
  eyesUp: boolean;
  plannedEnd?: string | null;
  handRaised?: string | null;
  handsBefore?: number | null;
  claimedBy?: string | null;
  card?: Card | null;
  skills: OwnSkill[];
  accommodations?: Accommodation[];
  presence?: Presence;
  goal?: { by: number; done: number } | null;
}

export interface Rotation {
  round: number;
  rounds: number;
  phase: string;
  now: string;
  endsAt: string | null;
  remainingMs: number;
}
