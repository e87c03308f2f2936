// Where an answer is given. Each kind of item has its box; all are used alike, by keys, touch and the page's own keypad.

export interface AnswerBox {
  readonly element: HTMLElement;
  /** The keys that the page's keypad offers for this box, row by row; null where none is typed. */
  readonly keypad: readonly (readonly string[])[] | null;
  /** The answer as it is sent; null while something of it is missing. */
  read(): string | null;
  /** Everything that was entered so far, finished or not, for after a reload. */
  keep(): string;
  restore(kept: string): void;
  /** A key of the keypad. */
  press(key: string): void;
  /** While feedback is shown the answer stays to be seen and cannot be changed. */
  lock(locked: boolean): void;
  focus(): void;
}

/** What a box tells. */
export interface BoxTold {
  /** Something was entered. */
  changed(): void;
  /** Enter was pressed. */
  enter(): void;
}

export const erase = '⌫';
export const nextBox = '⇅';
