// Generated from the records of src/Grains.Abstractions/Views by tests/Components (ScriptTypesTests). Do not edit.

export type Accommodation = 'extraTime' | 'readAloud' | 'largerType125' | 'largerType150' | 'fewerItems' | 'calm';

export interface BoardView {
  classroom: string;
  name: string;
  version: number;
  now: string;
  parked: boolean;
  lesson: LessonView | null;
  skills: SkillView[];
  columns: string[];
  students: StudentView[];
  smallGroups: SmallGroupView[];
  proposal: ProposalView | null;
  stations: StationView[];
  rotation: RotationView | null;
  queue: QueueLineView[];
  notNow: NotNowView[];
  everyone: EveryoneView | null;
  praise: PraiseView[];
  unseen: string[];
  misses: MissView[];
  counts: CountsView;
  coach: CoachView | null;
  plan: PlanView | null;
}

export interface CellView {
  skill: string;
  mastery: number;
  next: number;
  level: MasteryLevel;
  opportunities: number;
}

export interface CoachView {
  here: string[];
  names: boolean;
}

export interface CountsView {
  evidence: number;
  duplicates: number;
  quarantined: number;
}

export interface DeltaView {
  classroom: string;
  from: number;
  to: number;
  now: string;
  name?: string;
  parked?: boolean;
  students?: StudentChange[];
  removed?: string[];
  order?: string[];
  skills?: SkillView[];
  columns?: string[];
  queue?: QueueLineView[];
  smallGroups?: SmallGroupView[];
  proposal?: ProposalView | null;
  stations?: StationView[];
  rotation?: RotationView | null;
  lesson?: LessonView | null;
  notNow?: NotNowView[];
  everyone?: EveryoneView | null;
  praise?: PraiseView[];
  unseen?: string[];
  misses?: MissView[];
  counts?: CountsView;
  coach?: CoachView | null;
  plan?: PlanView | null;
}

export interface EveryoneView {
  skill: string;
  struggling: number;
  present: number;
}

export interface GoalView {
  by: number;
  done: number;
}

export type HandTopic = 'stuck' | 'check' | 'other';

export interface HelpView {
  reason: ShownReason;
  since: string;
  evidence: string;
  skill?: string;
  count?: number;
  of?: number;
  about?: HandTopic;
}

export type LessonBlockKind = 'none' | 'warmUp' | 'rotation' | 'flex' | 'wholeClass' | 'project' | 'exitTicket';

export type LessonState = 'planned' | 'running' | 'ended';

export interface LessonView {
  id: string;
  state: LessonState;
  block: LessonBlockKind | null;
  targets: string[];
  plannedEnd: string | null;
  eyesUp: boolean;
  startedAt: string | null;
  endedAt: string | null;
  eyesBy?: string;
  late?: number;
}

export type Link = 'none' | 'live' | 'lost';

export type MasteryLevel = 'notStarted' | 'learning' | 'struggling' | 'mastered' | 'reviewDue';

export interface MissView {
  skill: string;
  misconception: string;
  count: number;
}

export interface MoveView {
  student: string;
  from: string | null;
  to: string | null;
  reason: string;
}

export type NextStepKind = 'none' | 'practice' | 'review' | 'check' | 'exitTicket' | 'choose' | 'goToStation' | 'workOnPaper' | 'wait' | 'done';

export type NextStepReason = 'none' | 'teacherPinned' | 'gap' | 'target' | 'reviewDue' | 'frontier' | 'nearlyThere' | 'allMastered' | 'noItems' | 'noLesson' | 'eyesUp' | 'atStation' | 'twoAlike' | 'teacherCheck' | 'askedCheck' | 'paperDone';

export interface NextStepView {
  kind: NextStepKind;
  skill: string | null;
  why: string;
  item?: string;
  until?: string;
  where?: string;
  take?: string;
  reason?: NextStepReason;
  options?: string[];
}

export interface NotNowView {
  student: string;
  reason: ShownReason;
  until: string;
}

export interface PlanView {
  id: string;
  title: string | null;
  starts: string;
  ends: string;
  targets: string[];
}

export interface PraiseView {
  student: string;
  evidence: string;
  count: number;
  of: number;
}

export type Presence = 'expected' | 'here' | 'onBreak' | 'absent' | 'left' | 'elsewhere';

export interface ProposalView {
  id: string;
  moves: MoveView[];
  unmet: string[];
}

export interface QueueLineView {
  student: string;
  reason: ShownReason;
  since: string;
}

export type RotationPhase = 'notStarted' | 'working' | 'transition' | 'done';

export interface RotationView {
  round: number;
  rounds: number;
  phase: RotationPhase;
  endsAt: string | null;
  remainingMs: number;
  paused: boolean;
  held: string[];
}

export type ShownReason = 'handRaised' | 'struggling' | 'wheelSpinning' | 'rapidGuessing' | 'idle';

export interface SkillView {
  id: string;
  name: string;
  tile?: string;
  nameEs?: string;
  tileEs?: string;
}

export interface SmallGroupView {
  id: string;
  letter: string;
  focus: string | null;
  students: string[];
  locked: boolean;
}

export type StationKind = 'teacherLed' | 'online' | 'collaborative' | 'independent' | 'project' | 'assessment';

export interface StationView {
  id: string;
  name: string;
  number: number;
  kind: StationKind;
  capacity: number;
  here: number;
  adults: number;
  materials: string | null;
  smallGroups: string[];
}

export interface StudentChange {
  id: string;
  name?: string;
  presence?: Presence;
  link?: Link;
  since?: string | null;
  waiting?: number;
  lostSince?: string | null;
  lastVisit?: string | null;
  claimedBy?: string | null;
  station?: string | null;
  smallGroup?: string | null;
  help?: HelpView[];
  nextStep?: NextStepView | null;
  goal?: GoalView | null;
  breakUntil?: string | null;
  accommodations?: Accommodation[];
  removedCells?: string[];
  cells?: CellView[];
}

export interface StudentView {
  id: string;
  name: string;
  presence: Presence;
  link: Link;
  since: string | null;
  waiting: number;
  lostSince: string | null;
  lastVisit: string | null;
  claimedBy: string | null;
  station: string | null;
  smallGroup: string | null;
  help: HelpView[];
  nextStep: NextStepView | null;
  goal: GoalView | null;
  breakUntil: string | null;
  accommodations: Accommodation[];
  cells: CellView[];
}

export interface WallSmallGroupView {
  letter: string;
  names: string[];
}

export interface WallStationView {
  id: string;
  name: string;
  number: number;
  materials: string | null;
  smallGroups: WallSmallGroupView[];
  names: string[];
}

export interface WallView {
  classroom: string;
  version: number;
  now: string;
  lesson: LessonState | null;
  eyesUp: boolean;
  stations: WallStationView[];
  rotation: RotationView | null;
  joined: number;
  plannedEnd: string | null;
}
