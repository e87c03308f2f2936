// What the page knows and shows: the board, the age of it, and what the teacher looks at. Panels render from it.
import { applyDelta } from '../board/apply';
import { changesBetween, type Changes } from '../board/changes';
import type { BoardView, DeltaView, HelpView, SkillView, StudentView } from '../views';
import { reasons } from '../words/reason';
import { ServerClock } from './clock';
import type { Command, Outcome } from './commands';
import { namesHidden, setNamesHidden } from './preferences';

export interface Selection {
  student: string;
  skill: string | null;
}

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
  notice = '';
  /** Students whom this page's adult is with. */
  readonly visiting = new Set<string>(JSON.parse(sessionStorage.getItem('liveclass-visiting') ?? '[]') as string[]);

  give: (command: Command) => Promise<Outcome> = () => Promise.resolve({ outcome: 'refused', detail: 'Not live.' });
  rowName: (id: string) => string | undefined = () => undefined;
  changed: (changes: Changes) => void = () => {};

  readonly #listeners = new Set<() => void>();
  #noticeTimer = 0;

  constructor(public board: BoardView) {
    this.clock = new ServerClock(board.now);
  }

  take(board: BoardView): void {
    this.clock.heard(board.now);
    const changes = changesBetween(this.board, board);
    this.board = board;
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
    return namesHidden() ? `Student ${place + 1}` : this.board.students[place]!.name;
  }

  /** The name as the student's row shows it. */
  shortNameOf(id: string): string {
    return namesHidden() ? this.nameOf(id) : (this.rowName(id) ?? this.nameOf(id));
  }

  /** A reason's evidence, with its skill, unless it says no more than the reason. */
  evidenceOf(help: HelpView): string {
    if (help.evidence.toLowerCase() === reasons[help.reason].why) return '';
    const skill = this.skill(help.skill)?.name;
    return skill && !help.evidence.includes(skill) ? `${help.evidence}, ${skill}` : help.evidence;
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
    const outcome = await this.give(command);
    if (outcome.outcome === 'refused') this.say(outcome.detail ?? 'The server refused that.');
    else if (outcome.outcome === 'kept') this.say(outcome.detail ?? 'Kept here.');
    return outcome;
  }

  /** Begins a visit, or ends the one under way. */
  async visit(student: string): Promise<void> {
    const phase = this.visiting.has(student) ? 'end' : 'begin';
    const outcome = await this.act({ type: 'visit', student, phase });
    if (outcome.outcome === 'refused') return;
    if (phase === 'begin') this.visiting.add(student);
    else this.visiting.delete(student);
    sessionStorage.setItem('liveclass-visiting', JSON.stringify([...this.visiting]));
    this.tell();
  }

  /** Says one sentence, for eight seconds, and to who cannot see it as well. */
  say(text: string): void {
    this.notice = text;
    clearTimeout(this.#noticeTimer);
    this.#noticeTimer = window.setTimeout(() => {
      this.notice = '';
      this.tell();
    }, 8_000);
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
