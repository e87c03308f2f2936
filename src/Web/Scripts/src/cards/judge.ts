import type { Judge } from './turn';

export const judge: Judge = (form, response) => {
  const key = form.key!;
  const misconception = key.misconceptions.find((one) => one.response === response)?.id ?? null;
  return { score: response === key.right ? 1 : 0, misconception, otherForm: false };
};
