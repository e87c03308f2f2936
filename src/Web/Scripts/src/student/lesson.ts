// A child's lesson on this page: what the server says, what the child does, and the card in between.
import { nextHere, type Target } from '../cards/next';
import * as plain from '../cards/plain';
import { Question } from '../cards/question';
import { Turn, type Judge, type KeptTurn } from '../cards/turn';
import type { Supply } from '../forms/supply';
import { ServerClock } from '../live/clock';
import type { Answer } from '../outbox/store';
import type { Accommodation } from '../views';
import { hourAndMinute } from '../words/hour';
import { say } from '../words/say';
import type { Frame } from './frame';
import type { Hand } from './hand';
import { put, write } from './make';
import type { Progress } from './progress';
import { asks, nameOf, sceneOf, type Known, type Scene } from './scenes';
import type { Seat } from './seat';
import type { Shelf } from './shelf';
import type { Reader } from './speech';
import type { Card, OwnView, Rotation } from './view';
import type { Wishes } from './wishes';

const graceMs = 60_000;
const emptyMs = 3_000;
const usualGoals = [5, 8, 12, 16];
const fewGoals = [3, 5, 8];
const fewItems = 5;

export interface LessonNeeds {
  seat: Seat;
  frame: Frame;
  stage: HTMLElement;
  supply: Supply;
  progress: Progress;
  wishes: Wishes;
  hand: Hand;
  reader: Reader;
  shelf: Shelf;
  judge: Judge;
  /** Keeps an answer; fulfilled when it is kept. */
  keep(answer: Answer): Promise<void>;
  linkUp(): boolean;
  /** One line about trouble with keeping or with the link; empty where there is none. */
  trouble(): string;
  waiting(): number;
  /** The items that this lesson's other skills are practised with. */
  ahead(): readonly Target[];
  leave(): void;
  clock(): number;
  date(): Date;
  after(ms: number, run: () => void): void;
}

export class LessonPage {
  #view: OwnView | null;
  #card: Card | null;
  #turn: Turn | null = null;
  #question: Question | null = null;
  #rotation: { clock: ServerClock; it: Rotation } | null = null;
  #over = false;
  #graceUntil: number | null = null;
  #onBreak: boolean;
  #missing: string | null = null;
  #empty = false;
  #emptySince = 0;
  #noted: string | null = null;
  #told = '';
  #shown = '';
  #beginning = false;

  constructor(private readonly needs: LessonNeeds) {
    const { shelf } = needs;
    this.#view = shelf.read<OwnView>('liveclass-view');
    this.#card = this.#view?.card ?? null;
    this.#onBreak = shelf.read<boolean>('liveclass-break') ?? false;
    const kept = shelf.read<KeptTurn>('liveclass-turn');
    if (kept) this.#turn = new Turn(kept, needs.judge, needs.clock, needs.date);
    needs.frame.in();
    this.#want();
    this.paint();
  }

  get view(): OwnView | null {
    return this.#view;
  }

  get isOver(): boolean {
    return this.#over;
  }

  get current(): string | null {
    return this.#turn?.now.skill ?? this.#card?.skill ?? null;
  }

  /** The goal, which is small from the start for who is to have fewer items. */
  get goal(): number | null {
    return this.needs.progress.goal ?? (this.#has('fewerItems') ? fewItems : null);
  }

  /** The goals to choose from. */
  get goals(): readonly number[] {
    return this.#has('fewerItems') ? fewGoals : usualGoals;
  }

  takeView(view: OwnView): void {
    const ended = view.lesson === 'ended';
    // The card looks otherwise now, with what was entered.
    if (String(view.accommodations ?? '') !== String(this.#view?.accommodations ?? '')) this.#shown = '';
    this.#view = view;
    this.needs.shelf.write('liveclass-view', view);
    // An adult may have ended the break. What is on its way from here is newer than what the server says.
    if (view.presence && !this.needs.wishes.waits('break')) this.#rest(view.presence === 'onBreak');
    if (view.goal && !this.needs.wishes.waits('goal')) this.needs.progress.goal = view.goal.by;
    if (ended) this.end();
    // A lesson that was opened again goes on.
    else if (view.lesson === 'running') this.#over = false;
    this.takeCard(view.card ?? null);
  }

  takeCard(card: Card | null): void {
    if (card && this.#card && card.version < this.#card.version) return;
    this.#card = card;
    if (card?.item !== this.#missing) this.#missing = null;
    if (this.#turn?.open && card && !asks(card)) this.#startGrace();
    this.#want();
    this.paint();
  }

  takeRotation(it: Rotation): void {
    this.#rotation = { clock: new ServerClock(it.now, this.needs.clock), it };
    this.paint();
  }

  /** The link came or went. */
  linked(): void {
    this.#empty = false;
    this.paint();
  }

  end(): void {
    if (this.#over) return;
    this.#over = true;
    if (this.#turn?.open) this.#startGrace();
    this.paint();
  }

  setGoal(by: number): void {
    this.needs.progress.goal = by;
    this.paint();
    void this.#wish('goal', { type: 'setGoal', student: this.needs.seat.student, by });
  }

  takeBreak(): void {
    this.#break(true);
  }

  askForCheck(skill: string, name: string): void {
    this.#told = say('student.asked-check', { skill: name });
    this.paint();
    void this.#wish('check', { type: 'askForCheck', student: this.needs.seat.student, skill });
  }

  async pressHand(about: string | null = null): Promise<void> {
    const pressed = this.needs.hand.press(this.#view, about);
    this.needs.frame.askTopic(about === null && this.needs.hand.isUp(this.#view));
    this.paint();
    await pressed;
    this.paint();
  }

  /** Draws everything anew, in another language. */
  repaint(): void {
    this.#shown = '';
    this.needs.frame.texts();
    this.#want();
    this.paint();
    void this.#translate();
  }

  // The open question too, with its own numbers and what was entered; without a link it stays as it is.
  async #translate(): Promise<void> {
    const turn = this.#turn;
    if (turn?.now.phase !== 'answering') return;
    const form = await this.needs.supply.translated(turn.now.form);
    if (!form || this.#turn !== turn || turn.now.phase !== 'answering') return;
    if (turn.now.kind !== 'practice') delete form.key;
    turn.now.form = form;
    if (turn.now.feedback) turn.now.feedback = form.hint;
    this.#keepTurn();
    this.#shown = '';
    this.paint();
  }

  /** Draws what has changed. */
  paint(): void {
    const scene = this.#scene();
    if (scene.is === 'loading') void this.#begin();
    const name = scene.is === 'question' ? `question:${this.#turn!.now.form.item}:${this.#turn!.now.form.seed}` : nameOf(scene);
    if (name !== this.#shown) {
      this.#shown = name;
      this.needs.reader.stop();
      this.#draw(scene);
    } else if (scene.is === 'question') this.#question?.paint();
    this.#paintFrame(scene);
  }

  /** A second has passed: clocks, and what is said of the link. */
  tick(): void {
    if (this.#empty && this.needs.linkUp() && this.needs.clock() - this.#emptySince > emptyMs) this.linked();
    this.#paintFrame(this.#scene());
  }

  /** How many answers still wait, on the last card. */
  paintKept(waiting: number): void {
    const note = this.needs.stage.querySelector('[data-kept]');
    if (note) write(note, plain.keptNote(waiting));
    this.#paintFrame(this.#scene());
  }

  #scene(): Scene {
    return sceneOf(this.#known());
  }

  #known(): Known {
    return {
      over: this.#over, grace: this.#graceUntil !== null && this.needs.clock() < this.#graceUntil, onBreak: this.#onBreak, view: this.#view, card: this.#card, turn: this.#turn,
      missing: this.#missing, empty: this.#empty, noted: this.#noted,
    };
  }

  #draw(scene: Scene): void {
    const { stage, progress, seat } = this.needs;
    this.#question = null;
    switch (scene.is) {
      case 'question': {
        this.#question = this.#makeQuestion(this.#turn!);
        put(stage, this.#question.element);
        stage.scrollTop = 0;
        if (this.#has('readAloud') && this.#turn!.now.phase === 'answering') this.needs.reader.follow(this.#turn!.now.form.speech);
        return this.#question.focus();
      }
      case 'loading': return put(stage, plain.loading());
      case 'start': return put(stage, plain.waitForStart(this.#view?.name || seat.name));
      case 'eyes': return put(stage, plain.eyesUp());
      case 'break': return put(stage, plain.onBreak(() => this.#break(false)));
      case 'empty': return put(stage, plain.noMore(this.needs.waiting(), () => this.linked()));
      case 'over': return put(stage, plain.lessonOver(seat.name, progress.done, this.#view?.skills ?? [], this.needs.waiting(), () => this.needs.leave()));
      case 'missing': return put(stage, plain.notHere(scene.card, () => this.#paperDone(scene.card), () => void this.pressHand('stuck')));
      case 'noted': return put(stage, plain.paperIsDone());
      case 'card': return put(stage, this.#makeCard(scene.card));
    }
  }

  #makeCard(card: Card): HTMLElement {
    switch (card.kind) {
      case 'goToStation': return plain.goToStation(card);
      case 'choose': return plain.choose(card, (choice) => void this.#wish('choose', { type: 'chooseNextStep', student: this.needs.seat.student, choice }));
      case 'wait': return plain.wait(card.why);
      default: return plain.workOnPaper(card, () => this.#paperDone(card), () => void this.pressHand('stuck'));
    }
  }

  #makeQuestion(turn: Turn): Question {
    return new Question(turn, {
      check: async (response) => {
        const answer = turn.check(response);
        await this.needs.keep(answer);
        this.#keepTurn();
        if (!turn.open) this.needs.progress.finish({ item: answer.item, skill: turn.now.skill, clean: turn.now.phase !== 'solution' && answer.attempt === 1 && answer.hints === 0 });
        this.#paintFrame({ is: 'question' });
      },
      again: () => {
        turn.again();
        this.#keepTurn();
      },
      hint: () => {
        turn.hint();
        this.#keepTurn();
      },
      next: () => void this.#next(),
      entered: (text) => {
        turn.now.entered = text;
        this.#keepTurn();
      },
    }, this.needs.reader, { calm: this.#has('calm'), aloud: this.#has('readAloud') });
  }

  async #next(): Promise<void> {
    const before = this.#turn;
    this.#turn = null;
    this.#keepTurn();
    this.#told = '';
    const target = this.#after(before);
    if (target) await this.#begin(target);
    this.paint();
  }

  // After a solution the same skill, now; else what the server says; without it what is ready here.
  #after(before: Turn | null): (Target & { card: string }) | null {
    const card = this.#card;
    if (!asks(card) || this.#over) return null;
    const fromCard = { item: card.item, skill: card.skill, card: card.id };
    if (before?.now.phase === 'solution') return card.skill === before.now.skill ? fromCard : { item: before.now.form.item, skill: before.now.skill, card: card.id };
    if (this.needs.linkUp()) return fromCard;
    const here = nextHere(this.needs.progress.asked, fromCard, this.needs.ahead(), (item) => this.needs.supply.count(item) > 0);
    return here ? { ...here, card: card.id } : fromCard;
  }

  async #begin(target: (Target & { card: string }) | null = this.#after(null)): Promise<void> {
    const card = this.#card;
    if (this.#beginning || this.#turn || !target || !asks(card)) return;
    this.#beginning = true;
    const form = await this.needs.supply.take(target.item);
    this.#beginning = false;
    if (this.#turn) return;
    if (form === 'missing') this.#missing = target.item;
    else if (form === 'away') {
      this.#empty = true;
      this.#emptySince = this.needs.clock();
    }
    else {
      const kind = card.kind === 'check' || card.kind === 'exitTicket' ? 'formative' : 'practice';
      // What a check asks is scored by the server alone.
      if (kind !== 'practice') delete form.key;
      this.#turn = Turn.of(form, { id: target.card, skill: target.skill, kind }, this.needs.judge, this.needs.clock, this.needs.date);
      this.#keepTurn();
    }
    this.paint();
  }

  #keepTurn(): void {
    if (this.#turn) this.needs.shelf.write('liveclass-turn', this.#turn.now);
    else this.needs.shelf.remove('liveclass-turn');
  }

  // The question may be finished for a minute; then what was entered is kept, and it comes back with the next question card.
  #startGrace(): void {
    if (this.#graceUntil !== null && this.needs.clock() < this.#graceUntil) return;
    this.#graceUntil = this.needs.clock() + graceMs;
    this.needs.after(graceMs, () => this.paint());
  }

  #paperDone(card: Card): void {
    this.#noted = card.id;
    this.paint();
    void this.#wish('paper', { type: 'paperDone', student: this.needs.seat.student });
  }

  #rest(begins: boolean): void {
    this.#onBreak = begins;
    this.needs.shelf.write('liveclass-break', begins);
  }

  /** The teacher said who sits here: the child is told once. */
  renamed(name: string): void {
    this.#told = say('student.swapped', { name });
    this.paint();
  }

  #break(begins: boolean): void {
    this.#rest(begins);
    this.paint();
    void this.#wish('break', { type: begins ? 'startBreak' : 'endBreak', student: this.needs.seat.student });
  }

  // A break or a goal is the child's own, also where the server does not know of them yet: what it refuses is said once.
  async #wish(kind: string, wish: { type: string; [argument: string]: unknown }): Promise<void> {
    const heard = await this.needs.wishes.give(kind, wish);
    if (heard.is === 'refused' && kind !== 'goal' && kind !== 'break' && kind !== 'paper') this.#told = say('student.refused');
    this.paint();
  }

  #want(): void {
    const current = this.#turn?.now.form.item ?? this.#card?.item;
    this.needs.supply.want([...(asks(this.#card) ? [this.#card.item] : []), ...(current ? [current] : []), ...this.needs.ahead().map((target) => target.item)]);
  }

  #has(accommodation: Accommodation): boolean {
    return this.#view?.accommodations?.includes(accommodation) ?? false;
  }

  #paintFrame(scene: Scene): void {
    const { frame, hand, progress } = this.needs;
    frame.hand(hand.isUp(this.#view));
    frame.goal(progress.done.answered, this.goal);
    const trouble = this.needs.trouble();
    const asking = scene.is === 'question';
    const line = this.#over ? (asking ? say('student.finish-then-over') : '') : hand.line(this.#view, this.needs.linkUp(), asking) || this.#told;
    const finish = asking && this.#turn!.open && this.#card && !asks(this.#card) ? (this.#card.where ? say('student.finish-then-go', { where: this.#card.where }) : say('student.finish-then')) : '';
    const why = asking && this.#card?.kind !== 'wait' ? this.#card?.why ?? '' : '';
    frame.say(trouble || line || finish || why, trouble !== '');
    frame.place(this.#where(), this.#until());
  }

  #where(): string {
    if (this.#over) return this.needs.seat.classroomName;
    return this.#card?.where ?? this.needs.seat.classroomName;
  }

  // Extra time takes the clocks away.
  #until(): string {
    if (this.#over || this.#has('extraTime')) return '';
    const round = this.#rotation;
    if (round && round.it.phase === 'working' && round.it.endsAt) {
      const left = Math.max(0, Date.parse(round.it.endsAt) - round.clock.now());
      return `${Math.floor(left / 60_000)}:${String(Math.floor(left / 1000) % 60).padStart(2, '0')}`;
    }
    const end = this.#card?.until ?? this.#view?.plannedEnd;
    return end ? say('student.until', { time: hourAndMinute(end) }) : '';
  }
}
