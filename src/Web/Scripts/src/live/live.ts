// What the page knows and shows: the board, the age of it, and what the teacher looks at. Panels render from it.
import { applyDelta } from '../board/apply';
import { changesBetween, type Changes } from '../board/changes';
import type { BoardView, DeltaView, HelpView, SkillView, StudentView } from '../views';
import { hourAndMinute } from '../words/hour';
import { evidenceWords } from '../words/reason';
import { inLanguage } from '../words/skills';
import { say } from '../words/say';
import { ServerClock } from './clock';
import type { Command, Outcome } from './commands';
import { doneWords } from './done';
import type { JoiningView } from './joining';
import { othersDid } from './others';
import { namesHidden, setNamesHidden } from './preferences';
import { refusedWords, type Way } from './refused';

export interface Selection {
  student: string;
  skill: string | null;
}

/** One sentence about what was just done, by this page or another, with what can be done about it. */
export interface Notice {
  text: string;
  ways: Way[];
  /** True where `Z` takes it back. */
  undo: boolean;
  /** The student whose button it belongs to. */
  student: string | null;
}

interface Done {
  command: Command;
  outcome: Outcome;
  until: number;
}

const noticeMs = 8_000;
const undoMs = 10_000;
const ownMs = 5_000;

// As the page's reader calls the skills.
const own = (board: BoardView): BoardView => ({ ...board, skills: inLanguage(board.skills, document.documentElement.lang) });

export class Live {
  readonly clock: ServerClock;
  connected = false;
  heardAt = performance.now();
  refusal = '';
  /** What to say where the server cannot keep answers. */
  notKept = '';
  selection: Selection | null = null;
  /** The rows that stand out while the others are dimmed, and what was tapped for it. */
  dim: { by: string; ids: ReadonlySet<string> } | null = null;
  notice: Notice | null = null;
  joining: JoiningView | null = null;
  /** Students whom this page's adult is with. */
  readonly visiting = new Set<string>(JSON.parse(sessionStorage.getItem('liveclass-visiting') ?? '[]') as string[]);

  give: (command: Command) => Promise<Outcome> = () => Promise.resolve({ outcome: 'refused', code: 'not-live' });
  /** Takes a command off the shelf that was kept for later. */
  forget: (commandId: string) => boolean = () => false;
  rowName: (id: string) => string | undefined = () => undefined;
  changed: (changes: Changes) => void = () => {};

  readonly #listeners = new Set<() => void>();
  #noticeTimer = 0;
  #done: Done | null = null;
  #ownAt = Number.NEGATIVE_INFINITY;

  /** @param looksOnly true for a page that sees the room and does nothing in it */
  board: BoardView;

  constructor(board: BoardView, readonly looksOnly = false) {
    this.board = own(board);
    this.clock = new ServerClock(board.now);
  }

  take(said: BoardView): void {
    const board = own(said);
    this.clock.heard(board.now);
    const changes = changesBetween(this.board, board);
    const others = performance.now() - this.#ownAt < ownMs ? null : othersDid(this.board, board, hourAndMinute, this.clock.now());
    this.board = board;
    if (others) this.#show({ ...others, ways: this.looksOnly ? [] : others.ways, undo: false, student: null }, noticeMs);
    if (this.selection && !this.student(this.selection.student)) this.selection = null;
    this.changed(changes);
    this.tell();
  }

  apply(delta: DeltaView): 'applied' | 'gap' {
    const next = applyDelta(this.board, delta);
    if (next === 'gap') return 'gap';
    this.take(next);
    return 'applied';
  }

  student(id: string): StudentView | undefined {
    return this.board.students.find((student) => student.id === id);
  }

  skill(id: string | null | undefined): SkillView | undefined {
    return this.board.skills.find((skill) => skill.id === id);
  }

  /** A student's name as the page may show it now. */
  nameOf(id: string): string {
    const place = this.board.students.findIndex((student) => student.id === id);
    if (place < 0) return '';
    return namesHidden() ? say('live.student.number', { number: place + 1 }) : this.board.students[place]!.name;
  }

  /** The name as the student's row shows it. */
  shortNameOf(id: string): string {
    return namesHidden() ? this.nameOf(id) : (this.rowName(id) ?? this.nameOf(id));
  }

  /** A reason's evidence, with its skill, unless it says no more than the reason. */
  evidenceOf(help: HelpView): string {
    const evidence = evidenceWords(help);
    const { tile, name } = this.skill(help.skill) ?? {};
    // As over its column: a whole name has no room on a card.
    const skill = tile ?? name;
    return skill && evidence && !evidence.includes(name ?? skill) ? say('live.evidence.of', { evidence, skill }) : evidence;
  }

  /** The skill that stands for a student: what help is about, else the next step's, else the weakest column. */
  focusOf(student: StudentView): string | null {
    return student.help[0]?.skill ?? student.nextStep?.skill ?? this.board.columns[0] ?? student.cells[0]?.skill ?? null;
  }

  select(selection: Selection | null): void {
    this.selection = selection;
    this.tell();
  }

  dimAllBut(by: string, ids: Iterable<string>): void {
    this.dim = this.dim?.by === by ? null : { by, ids: new Set(ids) };
    this.tell();
  }

  hideNames(hidden: boolean): void {
    setNamesHidden(hidden);
    this.tell();
  }

  async act(command: Command): Promise<Outcome> {
    this.#ownAt = performance.now();
    const outcome = await this.give(command);
    this.#ownAt = performance.now();
    const student = typeof command['student'] === 'string' ? command['student'] : null;
    if (outcome.outcome === 'refused') this.#show({ ...refusedWords(command, outcome, this.board), undo: false, student }, undoMs);
    else this.#did(command, outcome, student);
    return outcome;
  }

  /** Takes back what this page did last, within ten seconds. */
  async undo(): Promise<void> {
    const done = this.#done;
    this.#done = null;
    if (!done || performance.now() > done.until) return this.say(say('live.undo.nothing'));
    if (done.outcome.outcome === 'kept' && this.forget(done.outcome.commandId ?? '')) this.#backFrom(done.command);
    else {
      const outcome = await this.act({ type: 'undo', decision: done.outcome.decision });
      if (outcome.outcome === 'refused') return;
      this.#backFrom(done.command);
    }
    this.say(say('live.undo.done'));
  }

  /** Begins a visit, or ends the one under way. */
  async visit(student: string): Promise<void> {
    const phase = this.visiting.has(student) ? 'end' : 'begin';
    const outcome = await this.act({ type: 'visit', student, phase });
    if (outcome.outcome === 'refused') return;
    this.#with(student, phase === 'begin');
    this.tell();
  }

  /** Says one sentence, for eight seconds, and to who cannot see it as well. */
  say(text: string): void {
    this.#show({ text, ways: [], undo: false, student: null }, noticeMs);
  }

  #with(student: string, there: boolean): void {
    if (there) this.visiting.add(student);
    else this.visiting.delete(student);
    sessionStorage.setItem('liveclass-visiting', JSON.stringify([...this.visiting]));
  }

  #did(command: Command, outcome: Outcome, student: string | null): void {
    const text = doneWords(command, {
      name: (id) => this.shortNameOf(id),
      skill: (id) => this.skill(id)?.name ?? id,
      station: (id) => this.board.stations.find((station) => station.id === id)?.name ?? id,
    });
    if (!text) {
      if (outcome.outcome === 'kept') this.say(outcome.detail ?? '');
      return;
    }
    const undo = outcome.outcome === 'kept' || outcome.decision !== undefined;
    if (undo) this.#done = { command, outcome, until: performance.now() + undoMs };
    this.#show({ text: outcome.outcome === 'kept' ? `${text} ${outcome.detail ?? ''}` : text, ways: [], undo, student }, undoMs);
  }

  #backFrom(command: Command): void {
    if (command.type === 'visit') this.#with(String(command['student']), command['phase'] === 'end');
  }

  #show(notice: Notice, ms: number): void {
    this.notice = notice;
    document.getElementById('said')!.textContent = notice.text;
    clearTimeout(this.#noticeTimer);
    this.#noticeTimer = window.setTimeout(() => {
      this.notice = null;
      this.tell();
    }, ms);
    this.tell();
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
