// A place on a number line: arrow keys, drag or tap. It snaps to the steps that the form says.
import type { Line } from '../forms/form';
import { make, set, write } from '../student/make';
import { say } from '../words/say';
import type { AnswerBox, BoxTold } from './box';

interface Ratio {
  top: number;
  bottom: number;
}

const left = 24;
const width = 600;

export class LineBox implements AnswerBox {
  readonly element: HTMLElement;
  readonly keypad = null;
  readonly #from: Ratio;
  readonly #step: Ratio;
  readonly #steps: number;
  readonly #track: SVGSVGElement;
  readonly #point: SVGElement;
  readonly #slider: HTMLElement;
  readonly #said: HTMLElement;
  #place: number | null = null;
  #locked = false;

  constructor(line: Line, private readonly told: BoxTold) {
    this.#from = ratio(line.from);
    this.#step = ratio(line.step);
    this.#steps = Math.round((figure(line.to) - figure(line.from)) / figure(line.step));
    this.#point = shape('circle', { r: 11, cy: 44, class: 'line-point' });
    this.#track = draw(line);
    this.#track.append(this.#point);
    this.#slider = make('div', {
      class: 'line-track', role: 'slider', tabindex: '0', 'aria-label': say('student.line'), 'aria-valuemin': 0, 'aria-valuemax': this.#steps, 'aria-describedby': 'line-how',
      on: { keydown: (event: KeyboardEvent) => this.#key(event), pointerdown: (event: PointerEvent) => this.#pointer(event), pointermove: (event: PointerEvent) => this.#pointer(event) },
    });
    this.#slider.append(this.#track);
    this.#said = make('p', { class: 'how', id: 'line-how' }, say('student.line-how'));
    this.element = make('div', { class: 'number-line' }, this.#said, this.#slider);
    this.#paint();
  }

  read(): string | null {
    if (this.#place === null) return null;
    const [f, s] = [this.#from, this.#step];
    return written({ top: f.top * s.bottom + this.#place * s.top * f.bottom, bottom: f.bottom * s.bottom });
  }

  keep(): string {
    return this.#place === null ? '' : String(this.#place);
  }

  restore(kept: string): void {
    this.#place = kept === '' ? null : Math.min(this.#steps, Math.max(0, Number(kept)));
    this.#paint();
  }

  press(): void {}

  lock(locked: boolean): void {
    this.#locked = locked;
    set(this.#slider, 'aria-disabled', locked ? 'true' : null);
  }

  focus(): void {
    this.#slider.focus({ preventScroll: true });
  }

  #key(event: KeyboardEvent): void {
    const at = this.#place;
    if (event.key === 'Enter' && !event.repeat) this.told.enter();
    else if (event.key === 'ArrowRight' || event.key === 'ArrowUp') this.#set(at === null ? 0 : at + 1);
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowDown') this.#set(at === null ? 0 : at - 1);
    else if (event.key === 'PageUp') this.#set((at ?? 0) + 5);
    else if (event.key === 'PageDown') this.#set((at ?? 0) - 5);
    else if (event.key === 'Home') this.#set(0);
    else if (event.key === 'End') this.#set(this.#steps);
    else return;
    event.preventDefault();
  }

  #pointer(event: PointerEvent): void {
    if (event.type === 'pointerdown') this.#slider.setPointerCapture(event.pointerId);
    else if (!this.#slider.hasPointerCapture(event.pointerId)) return;
    const box = this.#track.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * (width + 2 * left) - left;
    this.#set(Math.round((x / width) * this.#steps));
  }

  #set(place: number): void {
    if (this.#locked) return;
    this.#place = Math.min(this.#steps, Math.max(0, place));
    this.#paint();
    this.told.changed();
  }

  // What is said counts the moves, and does not give the value away.
  #paint(): void {
    set(this.#slider, 'aria-valuenow', this.#place ?? 0);
    set(this.#slider, 'aria-valuetext', this.#place === null ? say('student.line-none') : say('student.line-at', { place: this.#place, count: this.#steps }));
    this.#point.setAttribute('cx', String(left + (width * (this.#place ?? 0)) / this.#steps));
    this.#point.classList.toggle('unset', this.#place === null);
  }
}

function draw(line: Line): SVGSVGElement {
  const svg = shape('svg', { viewBox: `0 0 ${width + 2 * left} 96`, class: 'line-drawing', 'aria-hidden': 'true' }) as SVGSVGElement;
  const [from, to] = [figure(line.from), figure(line.to)];
  const x = (value: number): number => left + (width * (value - from)) / (to - from);
  svg.append(shape('path', { d: `M${left - 12} 44H${left + width + 12}`, class: 'line-axis' }));
  for (const value of multiples(line.marks, from, to)) svg.append(shape('path', { d: `M${x(figure(value))} 34V54`, class: 'line-mark' }));
  for (const value of multiples(line.labels, from, to)) {
    svg.append(shape('path', { d: `M${x(figure(value))} 28V60`, class: 'line-mark strong' }));
    const label = shape('text', { x: x(figure(value)), y: 86, class: 'line-label' });
    write(label, value.replace('-', '−'));
    svg.append(label);
  }
  return svg;
}

/** All multiples of a step between two ends, written as the step is: `1/4` or `0.25`. */
export function multiples(step: string, from: number, to: number): string[] {
  const { top, bottom } = ratio(step);
  const first = Math.ceil((from * bottom) / top - 1e-9);
  const last = Math.floor((to * bottom) / top + 1e-9);
  const one = (place: number): string => (step.includes('.') ? String(((first + place) * top) / bottom) : written({ top: (first + place) * top, bottom }));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => one(place));
}

function shape(name: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

/** A figure as responses write it, `5/4`, `-2` or `0.25`, as a ratio. */
export function ratio(text: string): Ratio {
  const [top, bottom] = text.split('/');
  const decimals = (top!.split('.')[1] ?? '').length;
  return bottom ? { top: Number(top), bottom: Number(bottom) } : { top: Math.round(Number(top) * 10 ** decimals), bottom: 10 ** decimals };
}

const figure = (text: string): number => ratio(text).top / ratio(text).bottom;

/** In lowest terms: `5/4`, `-2`, `0`. */
export function written({ top, bottom }: Ratio): string {
  const common = divisor(Math.abs(top), bottom);
  return bottom === common ? String(top / common) : `${top / common}/${bottom / common}`;
}

const divisor = (a: number, b: number): number => (b === 0 ? Math.max(1, a) : divisor(b, a % b));
