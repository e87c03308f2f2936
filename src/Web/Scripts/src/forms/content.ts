// What a form shows: text, mathematics, pictures. Markup is copied element by element from a list, never inserted as it came.
import { make } from '../student/make';
import type { Choice, Run } from './form';

const elements = new Set((
  'math mrow mfrac mn mi mo mtext mspace msup msub msubsup msqrt mover munder mtable mtr mtd mstyle mpadded menclose semantics '
  + 'svg g path rect circle ellipse line polyline polygon text tspan title desc defs pattern clippath').split(' '));
const attribute = /^(?!on|style$|src$|href$|xlink)/i;

export function show(runs: readonly Run[]): DocumentFragment {
  const shown = document.createDocumentFragment();
  for (const run of runs) {
    if (run.text !== undefined) shown.append(...lines(run.text));
    else if (run.math !== undefined) shown.append(...copy(run.math));
    else if (run.picture) shown.append(make('span', { class: 'picture', role: 'img', 'aria-label': run.picture.alt }, ...hidden(copy(run.picture.svg))));
  }
  return shown;
}

function lines(text: string): Node[] {
  return text.split('\n').flatMap((line, place) => (place === 0 ? [document.createTextNode(line)] : [make('br'), document.createTextNode(line)]));
}

function copy(markup: string): Node[] {
  const parsed = new DOMParser().parseFromString(markup, 'text/html');
  return [...parsed.body.childNodes].flatMap(clean);
}

function clean(node: Node): Node[] {
  if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.textContent ?? '')];
  if (!(node instanceof Element) || !elements.has(node.localName.toLowerCase())) return [];
  const made = document.createElementNS(node.namespaceURI, node.localName);
  for (const { name, value } of node.attributes) if (attribute.test(name)) made.setAttribute(name, value);
  made.append(...[...node.childNodes].flatMap(clean));
  return [made];
}

// The picture's words are on its frame; its parts would be read twice.
function hidden(nodes: Node[]): Node[] {
  for (const node of nodes) if (node instanceof Element) node.setAttribute('aria-hidden', 'true');
  return nodes;
}

/** A choice. Mathematics has no text that could name a button: it gets its words, out of sight. */
export function named(choice: Choice): DocumentFragment {
  const shown = show(choice.runs);
  if (!choice.runs.some((run) => run.math !== undefined)) return shown;
  const both = document.createDocumentFragment();
  both.append(make('span', { class: 'visually-hidden' }, choice.speech), make('span', { 'aria-hidden': 'true' }, shown));
  return both;
}
