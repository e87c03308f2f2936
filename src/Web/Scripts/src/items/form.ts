// Generated from the records of src/Learning/Items by tests/Components (ScriptTypesTests). Do not edit.

export type AskedForm = 'simplest' | 'fraction' | 'mixed' | 'expanded';

export interface FormChoice {
  id: string;
  runs: FormRun[];
  speech: string;
}

export interface FormKey {
  right: string;
  misconceptions: FormMisconception[];
  otherForm?: FormRun[];
  solution: FormRun[];
}

export interface FormLine {
  from: string;
  to: string;
  step: string;
  marks: string;
  labels: string;
}

export interface FormMisconception {
  id: string;
  response: string;
  feedback: FormRun[];
}

export interface FormParts {
  form?: AskedForm;
  line?: FormLine;
  left?: FormChoice[];
  letter?: string;
}

export interface FormPicture {
  svg: string;
  alt: string;
}

export interface FormRun {
  text?: string;
  math?: string;
  picture?: FormPicture;
}

export interface ItemForm {
  item: string;
  seed: number;
  skill: string;
  type: ItemType;
  language: string;
  variant: string;
  prompt: FormRun[];
  parts: FormParts;
  choices: FormChoice[];
  hint: FormRun[];
  speech: string;
  key?: FormKey;
}

export type ItemType = 'choice' | 'many' | 'number' | 'fraction' | 'mixed' | 'order' | 'line' | 'pairs' | 'expression';
