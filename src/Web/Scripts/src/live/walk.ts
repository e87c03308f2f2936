// Walking the grid by keys: one tab stop; the second half continues the first on its right.

export interface Place {
  half: number;
  row: number;
  column: number;
}

/** @param rows how many rows each half has @param columns how many columns a row has, the name included */
export function step(at: Place, key: string, rows: readonly number[], columns: number): Place {
  const { half, row, column } = at;
  const other = (wanted: number): Place | null =>
    wanted >= 0 && wanted < rows.length && rows[wanted]! > 0 ? { half: wanted, row: Math.min(row, rows[wanted]! - 1), column } : null;
  switch (key) {
    case 'ArrowLeft':
      if (column > 0) return { half, row, column: column - 1 };
      return mapped(other(half - 1), (place) => ({ ...place, column: columns - 1 })) ?? at;
    case 'ArrowRight':
      if (column < columns - 1) return { half, row, column: column + 1 };
      return mapped(other(half + 1), (place) => ({ ...place, column: 0 })) ?? at;
    case 'ArrowUp':
      if (row > 0) return { half, row: row - 1, column };
      return mapped(other(half - 1), (place) => ({ ...place, row: rows[half - 1]! - 1 })) ?? at;
    case 'ArrowDown':
      if (row < rows[half]! - 1) return { half, row: row + 1, column };
      return mapped(other(half + 1), (place) => ({ ...place, row: 0 })) ?? at;
    case 'Home':
      return { half, row, column: 0 };
    case 'End':
      return { half, row, column: columns - 1 };
    default:
      return at;
  }
}

const mapped = <T, R>(value: T | null, change: (value: T) => R): R | null => (value === null ? null : change(value));

/** Gives the grid's cells their keys. `open` is called with a student and, from a cell, its skill. */
export function walkable(grid: HTMLElement, open: (student: string, skill: string | null) => void): void {
  const halves = [...grid.querySelectorAll<HTMLElement>('.half')].map((half) =>
    [...half.querySelectorAll<HTMLElement>('.row[data-student]')].map((row) => [...row.querySelectorAll<HTMLElement>('.head, .cell')]));
  const rows = halves.map((half) => half.length);
  const columns = halves[0]?.[0]?.length ?? 0;

  const placeOf = (element: Element): Place | null => {
    for (let half = 0; half < halves.length; half++)
      for (let row = 0; row < halves[half]!.length; row++) {
        const column = halves[half]![row]!.indexOf(element as HTMLElement);
        if (column >= 0) return { half, row, column };
      }
    return null;
  };

  grid.addEventListener('focusin', (event) => {
    if (!(event.target instanceof HTMLElement) || !placeOf(event.target)) return;
    for (const stop of grid.querySelectorAll<HTMLElement>('[tabindex="0"]')) stop.tabIndex = -1;
    event.target.tabIndex = 0;
  });

  grid.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLElement)) return;
    const at = placeOf(event.target);
    if (!at) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      event.target.click();
      return;
    }
    const to = step(at, event.key, rows, columns);
    if (to === at) return;
    event.preventDefault();
    halves[to.half]![to.row]![to.column]!.focus();
  });

  grid.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const student = target?.closest<HTMLElement>('.row[data-student]')?.dataset['student'];
    if (student) open(student, target?.closest<HTMLElement>('.cell')?.dataset['skill'] ?? null);
  });
}
