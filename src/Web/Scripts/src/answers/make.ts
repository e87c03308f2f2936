// The box for a form.
import type { Form } from '../forms/form';
import type { AnswerBox, BoxTold } from './box';
import { ChoicesBox } from './choices';
import { expressionBox, fractionBox, mixedBox, numberBox } from './figures';
import { LineBox } from './line';
import { OrderBox } from './order';
import { PairsBox } from './pairs';

export function boxFor(form: Form, told: BoxTold): AnswerBox {
  switch (form.type) {
    case 'choice': return new ChoicesBox(form.choices, false, told);
    case 'many': return new ChoicesBox(form.choices, true, told);
    case 'number': return numberBox(told);
    case 'fraction': return fractionBox(told);
    case 'mixed': return mixedBox(told);
    case 'order': return new OrderBox(form.choices, told);
    case 'line': return new LineBox(form.parts.line!, told);
    case 'pairs': return new PairsBox(form.parts.left!, form.choices, told);
    case 'expression': return expressionBox(form.parts.letter ?? 'x', told);
  }
}
