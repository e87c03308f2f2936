import { describe, expect, it } from 'vitest';
import { judge } from '../src/cards/judge';
import { nextHere, type Asked } from '../src/cards/next';
import { Turn } from '../src/cards/turn';
import type { Form } from '../src/forms/form';
import { sceneOf, nameOf, type Known } from '../src/student/scenes';
import type { Card, OwnView } from '../src/student/view';
import choice from '../vectors/forms/choice.json';
import expression from '../vectors/forms/expression.json';
import fraction from '../vectors/forms/fraction.json';
import line from '../vectors/forms/line.json';
import many from '../vectors/forms/many.json';
import mixed from '../vectors/forms/mixed.json';
import number from '../vectors/forms/number.json';
import order from '../vectors/forms/order.json';
import pairs from '../vectors/forms/pairs.json';

const forms: Record<string, unknown> = { choice, expression, fraction, line, many, mixed, number, order, pairs };
const form = (type: string): Form => structuredClone(forms[type]) as Form;

function turn(of: Form, kind: 'practice' | 'formative' = 'practice'): { turn: Turn; pass(ms: number): void } {
  let now = 0;
  return { turn: Turn.of(of, { id: 'step-1', skill: 'k05', kind }, judge, () => now, () => new Date('2026-11-22T09:00:00Z')), pass: (ms) => (now += ms) };
}

describe('a question', () => {
  const fraction = form('fraction');

  it('is right with an equal value in the form that is asked', () => {
    const { turn: one, pass } = turn(fraction);
    pass(8_200);
    expect(one.check(fraction.key!.right)).toEqual({
      item: fraction.item, kind: 'practice', attempt: 1, hints: 0, durationMs: 8_200, response: fraction.key!.right, form: fraction.seed, at: '2026-11-22T09:00:00.000Z',
    });
    expect([one.now.phase, one.now.feedback, one.open]).toEqual(['right', null, false]);
  });

  it('answers a misconception with its own sentence, and never with the right answer before a second try', () => {
    const wrong = fraction.key!.misconceptions[0]!;
    const { turn: one } = turn(fraction);
    one.check(wrong.response);
    expect([one.now.phase, one.now.feedback]).toEqual(['wrong', wrong.feedback]);
    one.again();
    expect(one.check('999/1000')).toMatchObject({ attempt: 2 });
    expect([one.now.phase, one.now.feedback]).toEqual(['solution', fraction.key!.solution]);
  });

  it('answers any other wrong answer with the hint, and says when only the form is wrong', () => {
    const { turn: one } = turn(fraction);
    one.check('999/1000');
    expect(one.now.feedback).toEqual(fraction.hint);
    const { turn: other } = turn(fraction);
    const [top, bottom] = fraction.key!.right.split('/').map(Number);
    other.check(`${top! * 2}/${bottom! * 2}`);
    expect([other.now.phase, other.now.feedback]).toEqual(['wrong', fraction.key!.otherForm]);
  });

  it('counts hints with the answer', () => {
    const { turn: one } = turn(fraction);
    one.hint();
    expect([one.now.feedback, one.check('1/9').hints]).toEqual([fraction.hint, 1]);
  });

  it('is only saved in a check, whatever the device knows', () => {
    const { turn: one } = turn(fraction, 'formative');
    expect(one.check('999/1000').kind).toBe('formative');
    expect([one.now.phase, one.now.feedback, one.mayHint]).toEqual(['saved', null, false]);
    const { key: _, ...without } = fraction;
    const { turn: other } = turn(without);
    other.check('1/2');
    expect(other.now.phase).toBe('saved');
  });

  it.each(['choice', 'many', 'number', 'fraction', 'mixed', 'order', 'line', 'pairs', 'expression'])('knows the right answer of a %s', (type) => {
    const { turn: one } = turn(form(type));
    one.check(one.now.form.key!.right);
    expect(one.now.phase).toBe('right');
  });
});

describe('the next question without the server', () => {
  const current = { skill: 'k11', item: 'k11a-2' };
  const targets = [current, { skill: 'k13', item: 'k13a-1' }, { skill: 'k15', item: 'k15a-1' }];
  const asked = (skill: string, clean: boolean): Asked => ({ skill, item: `${skill}a`, clean });

  it('is of the same skill until it went well three times in a row', () => {
    expect(nextHere([asked('k11', true), asked('k11', false), asked('k11', true)], current, targets, () => true)).toEqual(current);
    expect(nextHere([asked('k11', true), asked('k11', true), asked('k11', true)], current, targets, () => true)).toEqual(targets[1]);
  });

  it('is of the next skill that has one ready, and of the first again after the last', () => {
    expect(nextHere([asked('k11', false)], current, targets, (item) => item === 'k15a-1')).toEqual(targets[2]);
    expect(nextHere([asked('k15', true), asked('k15', true), asked('k15', true)], current, targets, () => true)).toEqual(current);
    expect(nextHere([asked('k11', false)], current, targets, () => false)).toBeNull();
  });
});

describe('the card on the screen', () => {
  const card = (kind: Card['kind'], item?: string): Card => ({ id: `step-${kind}`, version: 1, kind, skill: 'k11', skillName: 'Add unlike', why: '', ...(item && { item }) });
  const view = { lesson: 'running', eyesUp: false } as OwnView;
  const open = turn(form('fraction')).turn;
  const known = (change: Partial<Known>): Known =>
    ({ over: false, grace: false, onBreak: false, view, card: card('practice', 'k11a-2'), turn: null, missing: null, empty: false, noted: null, ...change });
  const is = (change: Partial<Known>): string => sceneOf(known(change)).is;

  it('is the open question, whatever card comes next, for a minute', () => {
    expect(is({ turn: open })).toBe('question');
    expect(is({ turn: open, card: card('goToStation'), grace: true })).toBe('question');
    expect(is({ turn: open, card: card('goToStation') })).toBe('card');
    expect(is({ turn: open, over: true, grace: true })).toBe('question');
    expect(is({ turn: open, over: true })).toBe('over');
  });

  it('is what everybody sees when eyes go up, also in a break', () => {
    expect(is({ turn: open, view: { ...view, eyesUp: true }, onBreak: true })).toBe('eyes');
    expect(is({ turn: open, onBreak: true })).toBe('break');
  });

  it('says when nothing is ready, and when a task is elsewhere', () => {
    expect(is({})).toBe('loading');
    expect(is({ empty: true })).toBe('empty');
    expect(is({ missing: 'k11a-2' })).toBe('missing');
    expect(is({ card: card('practice') })).toBe('missing');
    expect(is({ card: card('workOnPaper'), noted: 'step-workOnPaper' })).toBe('noted');
  });

  it('is drawn anew when it is another one', () => {
    expect(nameOf(sceneOf(known({ card: card('wait') })))).not.toBe(nameOf(sceneOf(known({ card: card('choose') }))));
  });
});
