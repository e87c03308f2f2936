// The grid: keeps a reference to every row and cell, and touches only what changed.
import type { Changes } from '../board/changes';
import type { StudentView } from '../views';
import { cellWords } from '../words/cell';
import { columnWords } from '../words/column';
import { rowWords } from '../words/row';
import type { Live } from './live';

interface Cell {
  element: HTMLElement;
  text: HTMLElement;
  shown: string;
  ring: number;
}

interface Row {
  element: HTMLElement;
  head: HTMLElement;
  mark: SVGUseElement;
  minutes: HTMLElement;
  shown: string;
  cells: Map<string, Cell>;
}

const ringMs = 4_000;

export class Grid {
  readonly #rows = new Map<string, Row>();
  #figures = false;

  constructor(readonly element: HTMLElement, private readonly live: Live) {
    for (const row of element.querySelectorAll<HTMLElement>('.row[data-student]')) this.#rows.set(row.dataset['student']!, refer(row));
  }

  /** Brings changed rows up to date; changed cells ring where they were seen before. */
  update(changes: Changes): void {
    for (const [id, skills] of changes.rows) {
      const student = this.live.student(id);
      if (!student) continue;
      this.#head(student);
      for (const skill of skills) this.#cell(student, skill, true);
      this.#focus(student);
    }
    if (changes.rows.size > 0) this.#columns();
  }

  /** Brings everything up to date, without rings. */
  updateAll(): void {
    for (const student of this.live.board.students) {
      this.#head(student);
      for (const skill of this.#rows.get(student.id)?.cells.keys() ?? []) this.#cell(student, skill, false);
      this.#focus(student);
    }
    this.#columns();
  }

  /** Minutes go on by themselves. */
  tick(): void {
    for (const student of this.live.board.students) if (student.help.length > 0) this.#head(student);
  }

  /** Which rows stand out and which one is open; and figures, which a cell's name says where they are seen. */
  point(): void {
    const figures = document.body.classList.contains('show-figures');
    if (figures !== this.#figures) {
      this.#figures = figures;
      this.updateAll();
    }
    const { dim, selection } = this.live;
    for (const [id, row] of this.#rows) {
      row.element.classList.toggle('dimmed', dim !== null && !dim.ids.has(id));
      row.element.classList.toggle('open', selection?.student === id);
    }
  }

  row(id: string): HTMLElement | undefined {
    return this.#rows.get(id)?.head;
  }

  name(id: string): string | undefined {
    return this.#rows.get(id)?.element.querySelector('.said')?.textContent ?? undefined;
  }

  #head(student: StudentView): void {
    const row = this.#rows.get(student.id);
    if (!row) return;
    const praised = this.live.board.praise.some((line) => line.student === student.id);
    const words = rowWords(student, praised, this.live.clock.now());
    const shown = `${words.class}|${words.symbol}|${words.text}|${words.label}`;
    if (row.shown === shown) return;
    row.shown = shown;
    row.element.className = `row ${words.class}`;
    row.element.dataset['station'] = student.station ?? '';
    row.mark.setAttribute('href', words.symbol ? `#m-${words.symbol}` : '');
    row.minutes.textContent = words.text;
    row.head.setAttribute('aria-label', words.label);
    const { dim, selection } = this.live;
    row.element.classList.toggle('dimmed', dim !== null && !dim.ids.has(student.id));
    row.element.classList.toggle('open', selection?.student === student.id);
  }

  #cell(student: StudentView, skill: string, ring: boolean): void {
    const cell = this.#rows.get(student.id)?.cells.get(skill);
    if (!cell) return;
    const name = this.live.skill(skill)?.name ?? skill;
    const words = cellWords(student.name, name, student.cells.find((candidate) => candidate.skill === skill));
    const label = this.#figures && words.text ? `${words.label}, ${words.text}` : words.label;
    const shown = `${words.class}|${words.text}|${label}`;
    if (cell.shown === shown) return;
    cell.shown = shown;
    const focus = cell.element.classList.contains('focus') ? ' focus' : '';
    cell.element.className = `cell ${words.class}${focus}`;
    cell.text.textContent = words.text;
    cell.element.setAttribute('aria-label', label);
    if (!ring) return;
    cell.element.classList.add('changed');
    clearTimeout(cell.ring);
    cell.ring = window.setTimeout(() => cell.element.classList.remove('changed'), ringMs);
  }

  // The one cell that shows where there is room for one.
  #focus(student: StudentView): void {
    const cells = this.#rows.get(student.id)?.cells;
    if (!cells) return;
    const wanted = [student.help[0]?.skill, student.nextStep?.skill].find((skill) => skill && cells.has(skill)) ?? cells.keys().next().value;
    for (const [skill, cell] of cells) cell.element.classList.toggle('focus', skill === wanted);
  }

  #columns(): void {
    for (const head of this.element.querySelectorAll<HTMLElement>('.column')) {
      const { skill: id, name } = head.dataset;
      const words = columnWords({ id: id!, name: name! }, this.live.board.students);
      if (head.getAttribute('aria-label') === words.label) continue;
      head.setAttribute('aria-label', words.label);
      head.querySelector('.mastered')!.textContent = words.mastered;
      head.querySelector('.present')!.textContent = `/${words.present}`;
      head.querySelector('.many')!.textContent = words.struggling;
    }
  }
}

function refer(row: HTMLElement): Row {
  const cells = new Map<string, Cell>();
  for (const cell of row.querySelectorAll<HTMLElement>('.cell'))
    cells.set(cell.dataset['skill']!, { element: cell, text: cell.querySelector('b')!, shown: shownBy(cell), ring: 0 });
  return {
    element: row,
    head: row.querySelector<HTMLElement>('.head')!,
    mark: row.querySelector<SVGUseElement>('use')!,
    minutes: row.querySelector<HTMLElement>('.minutes')!,
    shown: '',
    cells,
  };
}

// What the server rendered, so that the first update touches only what is newer.
function shownBy(cell: HTMLElement): string {
  const words = [...cell.classList].filter((name) => name !== 'cell' && name !== 'focus').join(' ');
  return `${words}|${cell.querySelector('b')!.textContent ?? ''}|${cell.getAttribute('aria-label')}`;
}
