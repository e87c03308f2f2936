// Scores a response against a form's key, for feedback without the server. It says what src/Learning/Items/ResponseScorer.cs says;
// both are held to vectors/scoring.json. What the server says counts.
import type { FormKey, FormMisconception, FormParts, ItemType } from './form';

export interface ResponseScore {
  right: boolean;
  misconception?: FormMisconception;
  otherForm: boolean;
}

interface Typed {
  value: Fraction;
  whole: boolean;
  top: number;
  bottom: number;
}

type Fraction = readonly [top: number, bottom: number];
type Linear = readonly [slope: Fraction, constant: Fraction];

const zero: Fraction = [0, 1];

export function score(form: { type: ItemType; parts: FormParts; key: FormKey }, response: string): ResponseScore {
  const { type, parts, key } = form;
  if (equal(type, parts, key.right, response)) {
    const right = hasForm(parts, response);
    return { right, otherForm: !right };
  }
  const misconception = key.misconceptions.find((one) =>
    type === 'many' ? listed(response).includes(one.response) : equal(type, parts, one.response, response));
  return { right: false, misconception, otherForm: false };
}

function equal(type: ItemType, parts: FormParts, wanted: string, response: string): boolean {
  if (type === 'expression') {
    const [a, b] = [readLinear(wanted, parts.letter ?? 'x'), readLinear(response, parts.letter ?? 'x')];
    return !!a && !!b && same(a.value[0], b.value[0]) && same(a.value[1], b.value[1]);
  }
  if (type === 'number' || type === 'fraction' || type === 'mixed' || type === 'line') {
    const [a, b] = [readNumber(wanted), readNumber(response)];
    return !!a && !!b && same(a.value, b.value);
  }
  const unordered = type === 'many' || type === 'pairs';
  const canonical = (text: string) => (unordered ? [...new Set(listed(text))].sort() : listed(text)).join();
  return canonical(wanted) === canonical(response);
}

function hasForm(parts: FormParts, response: string): boolean {
  if (!parts.form) return true;
  if (parts.form === 'expanded') return readLinear(response, parts.letter ?? 'x')?.expanded ?? false;
  const typed = readNumber(response);
  if (!typed) return false;
  if (parts.form === 'simplest') return typed.value[1] === typed.bottom && (typed.top === 0 || !typed.whole);
  return parts.form === 'fraction' ? !typed.whole : typed.whole && typed.top < typed.bottom;
}

const listed = (response: string) => response.split(',').map((part) => part.trim()).filter(Boolean);
const same = (a: Fraction, b: Fraction) => a[0] === b[0] && a[1] === b[1];
const add = (a: Fraction, b: Fraction) => lowest(a[0] * b[1] + b[0] * a[1], a[1] * b[1]);
const times = (a: Fraction, b: Fraction) => lowest(a[0] * b[0], a[1] * b[1]);

function lowest(top: number, bottom: number): Fraction {
  let [a, b] = [Math.abs(top), bottom];
  while (b) [a, b] = [b, a % b];
  return top ? [top / a, bottom / a] : zero;
}

/** `2.5`, `3/4`, `-1 3/4`; a decimal comma and the long minus too; at most 9 digits each. */
function readNumber(response: string): Typed | undefined {
  const text = response.trim().replace('\u2212', '-').replace(',', '.');
  const found = /^(-? *)(?:(\d{1,9}) )?(\d{1,9}) *\/ *(\d{1,9})$/.exec(text);
  const sign = text.startsWith('-') ? -1 : 1;
  if (found) {
    const [whole, top, bottom] = [Number(found[2] ?? 0), Number(found[3]), Number(found[4])];
    return bottom ? { value: lowest(sign * (whole * bottom + top), bottom), whole: found[2] !== undefined, top, bottom } : undefined;
  }
  const decimal = /^(?:- *)?(\d+)(?:\.(\d+))?$/.exec(text);
  const digits = decimal ? decimal[1]! + (decimal[2] ?? '') : '';
  if (!digits || digits.length > 9) return undefined;
  return { value: lowest(sign * Number(digits), 10 ** (decimal![2]?.length ?? 0)), whole: true, top: 0, bottom: 1 };
}

/** `3x+6`, `3(x+2)`, `x·3`; expanded where nothing is left to do. */
function readLinear(response: string, letter: string): { value: Linear; expanded: boolean } | undefined {
  const text = response.replaceAll(' ', '').replaceAll('\u2212', '-').replace(/[·×]/g, '*').toLowerCase();
  let at = 0;
  let failed = text.length === 0 || text.length > 60;
  let [brackets, products, letters, numbers] = [0, 0, 0, 0];
  const take = (sign: string) => text[at] === sign && !!++at;

  function sum(): Linear {
    let total: Linear = [zero, zero];
    let negative = take('-');
    if (!negative) take('+');
    do {
      const [slope, constant] = term();
      const sign: Fraction = [negative ? -1 : 1, 1];
      total = [add(total[0], times(sign, slope)), add(total[1], times(sign, constant))];
      negative = text[at] === '-';
    } while (!failed && (take('+') || take('-')));
    return total;
  }

  function term(): Linear {
    let plain = 0;
    const factor = (): Linear => {
      if (take('(')) {
        brackets++;
        const inner = sum();
        if (!take(')')) failed = true;
        return inner;
      }
      if (take(letter)) return [[1, 1], zero];
      plain++;
      const value = digits();
      if (!take('/')) return [zero, value];
      const by = digits();
      if (!by[0]) failed = true;
      return [zero, failed ? zero : lowest(value[0] * by[1], value[1] * by[0])];
    };
    let value = factor();
    while (!failed && (take('*') || /[\d(]/.test(text[at] ?? '') || text[at] === letter)) {
      const next = factor();
      if (value[0][0] && next[0][0]) failed = true;
      const [many, by] = value[0][0] ? [value, next[1]] : [next, value[1]];
      value = [times(many[0], by), times(many[1], by)];
    }
    if (plain > 1) products++;
    if (value[0][0]) letters++;
    else numbers++;
    return value;
  }

  function digits(): Fraction {
    const found = /^\d{1,9}(?:[.,]\d*)?(?!\d)/.exec(text.slice(at));
    at += found?.[0].length ?? 0;
    const typed = found && readNumber(found[0]);
    if (!typed) failed = true;
    return typed ? typed.value : zero;
  }

  const value = failed ? ([zero, zero] as Linear) : sum();
  if (failed || at < text.length) return undefined;
  return { value, expanded: !brackets && !products && letters <= 1 && numbers <= 1 };
}
