// A form as the server makes it (GET /api/v1/items/{item}/forms/{seed}): one generated instance of an item.

export type ItemType = 'choice' | 'many' | 'number' | 'fraction' | 'mixed' | 'order' | 'line' | 'pairs' | 'expression';

/** Exactly one of the three. */
export interface Run {
  text?: string;
  math?: string;
  picture?: { svg: string; alt: string };
}

export interface Choice {
  id: string;
  runs: Run[];
  speech: string;
}

/** The figures are written like responses: `1/4`. */
export interface Line {
  from: string;
  to: string;
  step: string;
  marks: string;
  labels: string;
}

export interface Key {
  right: string;
  misconceptions: { id: string; response: string; feedback: Run[] }[];
  otherForm?: Run[];
  solution: Run[];
}

export interface Form {
  item: string;
  seed: number;
  skill: string;
  type: ItemType;
  language: string;
  /** Two forms of an item with the same variant ask the same. */
  variant: string;
  prompt: Run[];
  parts: { form?: string; line?: Line; left?: Choice[]; letter?: string };
  choices: Choice[];
  hint: Run[];
  speech: string;
  /** Absent where the answer must not leave the server. */
  key?: Key;
}
