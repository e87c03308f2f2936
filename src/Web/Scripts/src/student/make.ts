// Elements without a library: the page must stay small.

type Child = Node | string | null | false | undefined;
type Attributes = Record<string, unknown> & { on?: Record<string, (event: never) => void> };

/** `on` holds listeners; a value of false or null leaves the attribute out, true gives an empty one. */
export function make<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'on') for (const [event, run] of Object.entries(attributes.on!)) element.addEventListener(event, run as EventListener);
    else set(element, name, value);
  }
  put(element, ...children);
  return element;
}

export function set(element: Element, name: string, value: unknown): void {
  if (value === false || value === null || value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value === true ? '' : value)) element.setAttribute(name, value === true ? '' : String(value));
}

export function put(element: Element, ...children: Child[]): void {
  element.replaceChildren(...children.filter((child): child is Node | string => child !== null && child !== false && child !== undefined));
}

/** Sets a text only when it changed, so that nothing is painted or read out twice. */
export function write(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

export function button(text: string, run: () => void, attributes: Attributes = {}): HTMLButtonElement {
  return make('button', { type: 'button', ...attributes, on: { click: run } }, text);
}

/** A mark of the sprite that the page came with. */
export function mark(name: string): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'mark');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `#${name}`);
  svg.append(use);
  return svg;
}
