import { describe, expect, test } from 'vitest';
import vectors from '../vectors/scoring.json';
import type { FormKey, FormParts, ItemType } from '../src/items/form';
import { score } from '../src/items/scorer';

describe('A response', () => {
  test.each(vectors)('to $type is scored as on the server: $response', (vector) => {
    const form = { type: vector.type as ItemType, parts: vector.parts as FormParts, key: vector.key as unknown as FormKey };
    const { right, misconception, otherForm } = score(form, vector.response);
    expect({ right, misconception: misconception?.id ?? null, otherForm })
      .toEqual({ right: vector.right, misconception: vector.misconception, otherForm: vector.otherForm });
  });
});
