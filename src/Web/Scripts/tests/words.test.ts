import { describe, expect, test } from 'vitest';
import cells from '../vectors/cells.json';
import columns from '../vectors/columns.json';
import rows from '../vectors/rows.json';
import type { CellView, StudentView } from '../src/views';
import { cellWords } from '../src/words/cell';
import { columnWords } from '../src/words/column';
import { rowWords } from '../src/words/row';
import { inLanguage } from '../src/words/skills';

describe('A cell', () => {
  test.each(cells)('is shown as on the server: $name', (vector) => {
    expect(cellWords(vector.student, vector.skill, (vector.cell ?? undefined) as CellView | undefined))
      .toEqual({ text: vector.text, class: vector.class, label: vector.label });
  });
});

describe("A row's head", () => {
  test.each(rows)('is shown as on the server: $name', (vector) => {
    const words = rowWords(vector.student as unknown as StudentView, vector.praised, Date.parse(vector.now));
    expect(words).toEqual({ symbol: vector.symbol, text: vector.text, class: vector.class, label: vector.label });
  });
});

describe("A column's figures", () => {
  test.each(columns)('are those of the server: $name', (vector) => {
    const students = vector.students.map(({ presence, level }) => ({
      presence,
      cells: level ? [{ skill: vector.skill.id, level }] : [],
    })) as unknown as StudentView[];
    expect(columnWords(vector.skill, students))
      .toEqual({ mastered: vector.mastered, present: vector.present, struggling: vector.struggling, label: vector.label });
  });
});

test('Skills have their names in the language of the page, where they have one in it', () => {
  const skills = [
    { id: 'k1', name: 'Ratios', tile: 'Ratios', nameEs: 'Razones', tileEs: 'Razón' },
    { id: 'k2', name: 'Our own', tile: 'Own' },
    { id: 'k3', name: 'Plain' },
  ];
  expect(inLanguage(skills, 'es').map((skill) => skill.name)).toEqual(['Razones', 'Our own', 'Plain']);
  expect(inLanguage(skills, 'es').map((skill) => skill.tile)).toEqual(['Razón', 'Own', undefined]);
  expect(inLanguage(skills, 'en')).toBe(skills);
});
