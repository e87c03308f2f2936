// One question from when it is shown until it is done with: right, saved, or its solution read. Two tries.
import type { Form, Run } from '../forms/form';
import type { Answer } from '../outbox/store';

export type Phase = 'answering' | 'wrong' | 'right' | 'solution' | 'saved';

/** What a response is worth here. The server scores it again; what is shown offline is a hint. */
export interface Judgement {
  score: number;
  misconception: string | null;
  /** The value is right, and its form is not the one asked for. */
  otherForm: boolean;
}

export type Judge = (form: Form, response: string) => Judgement;

/** What of a turn is kept for after a reload. */
export interface KeptTurn {
  form: Form;
  kind: Answer['kind'];
  card: string;
  skill: string;
  attempt: number;
  hints: number;
  phase: Phase;
  feedback: Run[] | null;
  /** What stands in the answer box. */
  entered: string;
}

export class Turn {
  #startedMs: number;

  constructor(readonly now: KeptTurn, private readonly judge: Judge, private readonly clock: () => number, private readonly date: () => Date) {
    this.#startedMs = clock();
  }

  static of(form: Form, card: { id: string; skill: string; kind: Answer['kind'] }, judge: Judge, clock: () => number, date: () => Date): Turn {
    const now: KeptTurn = { form, kind: card.kind, card: card.id, skill: card.skill, attempt: 1, hints: 0, phase: 'answering', feedback: null, entered: '' };
    return new Turn(now, judge, clock, date);
  }

  get open(): boolean {
    return this.now.phase === 'answering' || this.now.phase === 'wrong';
  }

  get mayHint(): boolean {
    return this.now.phase === 'answering' && this.now.form.hint.length > 0 && this.now.kind === 'practice';
  }

  /** Takes an answer, and says what is to be kept of it. Nothing that the key says is shown before this returned and it was kept. */
  check(response: string): Answer {
    const { form, kind } = this.now;
    const answer: Answer = {
      item: form.item, kind, attempt: this.now.attempt, hints: this.now.hints, durationMs: Math.max(0, Math.round(this.clock() - this.#startedMs)),
      response, form: form.seed, at: this.date().toISOString(),
    };
    this.#decide(response);
    return answer;
  }

  hint(): void {
    this.now.hints++;
    this.now.feedback = this.now.form.hint;
  }

  again(): void {
    this.now.phase = 'answering';
    this.now.attempt++;
    this.now.feedback = null;
    this.#startedMs = this.clock();
  }

  #decide(response: string): void {
    const { form } = this.now;
    if (!form.key || this.now.kind !== 'practice') {
      this.now.phase = 'saved';
      return;
    }
    const judged = this.judge(form, response);
    if (judged.score >= 1) this.now.phase = 'right';
    else this.now.phase = this.now.attempt > 1 ? 'solution' : 'wrong';
    this.now.feedback =
      this.now.phase === 'right' ? null
      : this.now.phase === 'solution' ? form.key.solution
      : judged.otherForm && form.key.otherForm ? form.key.otherForm
      : (form.key.misconceptions.find((one) => one.id === judged.misconception)?.feedback ?? form.hint);
  }
}
