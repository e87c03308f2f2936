// What a raised hand is about: three buttons over the bar below, which cover and push nothing that is answered with. The hand is up without
// them; they go when one is pressed, when the child goes on elsewhere, or when the hand is down.
import { say } from '../words/say';
import { button, make, put } from './make';

const topics = ['stuck', 'check', 'other'] as const;

export class Topics {
  readonly element = make('div', { class: 'topics', role: 'group', hidden: true });

  /** @param opener what opened them: being there is not going elsewhere */
  constructor(opener: HTMLElement, private readonly chosen: (topic: string) => void) {
    const elsewhere = (event: Event): void => {
      const to = event.target as Node;
      if (!this.element.contains(to) && !opener.contains(to)) this.hide();
    };
    document.addEventListener('pointerdown', elsewhere);
    document.addEventListener('focusin', elsewhere);
    document.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || this.element.hidden) return;
      if (this.element.contains(document.activeElement)) opener.focus();
      this.hide();
    });
  }

  show(): void {
    this.element.setAttribute('aria-label', say('student.about'));
    put(this.element, make('span', { class: 'topics-ask' }, say('student.about')), ...topics.map((topic) => button(say(`student.about.${topic}`), () => this.chosen(topic))));
    this.element.hidden = false;
  }

  hide(): void {
    this.element.hidden = true;
  }
}
