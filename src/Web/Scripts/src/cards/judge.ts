// The page's scorer as the cards need it.
import { score } from '../items/scorer';
import type { Judge } from './turn';

export const judge: Judge = (form, response) => {
  const { right, misconception, otherForm } = score({ type: form.type, parts: form.parts, key: form.key! }, response);
  return { score: right ? 1 : 0, misconception: misconception?.id ?? null, otherForm };
};
