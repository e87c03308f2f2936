// Questions, ready before they are needed: about forty, fetched one after the other while nothing else is to do, so that ten minutes
// without a link are ten minutes of work. No question comes twice in a lesson.
import type { Form } from './form';
import type { FormShelf, Prepared } from './kept';

export type Fetched = { form: Form } | { away: true; afterMs: number | null } | { missing: true };

/** What a supply needs of the page. */
export interface SupplyNeeds {
  fetch(item: string, seed: number, language: string): Promise<Fetched>;
  language(): string;
  /** The device draws the seed itself: 1 to 2^52. */
  seed(): number;
  now(): number;
  pause(ms: number): Promise<void>;
  /** What was asked in this lesson, as `item|variant`. */
  seen: { has(key: string): boolean; add(key: string): void };
}

const enough = 40;
const leastOfCurrent = 12;
const gentleMs = 250;
const awayMs = 3_000;
const tries = 5;
const freshMs = 24 * 3600_000;

export class Supply {
  readonly #ready: Prepared[] = [];
  #items: string[] = [];
  #missing = new Set<string>();
  #filling = false;

  constructor(private readonly shelf: FormShelf, private readonly needs: SupplyNeeds) {}

  /** Takes in what an earlier visit of the page prepared. */
  async open(): Promise<void> {
    for (const prepared of await this.shelf.all()) {
      if (this.needs.now() - prepared.at > freshMs) await this.shelf.remove(prepared);
      else this.#ready.push(prepared);
    }
  }

  /** Takes a question that came by another way. */
  offer(form: Form, seed: number, language: string): void {
    this.#ready.unshift({ item: form.item, seed, language, at: this.needs.now(), form });
  }

  /** How many questions of an item, or of all, are ready. */
  count(item?: string): number {
    return this.#ready.filter((one) => this.#fits(one) && (item === undefined || one.item === item)).length;
  }

  /** The items that have a question ready, of those that are wanted: the current one first. */
  get stocked(): string[] {
    return this.#items.filter((item) => this.count(item) > 0);
  }

  /** A question of an item that was not asked in this lesson; from what is ready, else from the server. */
  async take(item: string): Promise<Form | 'away' | 'missing'> {
    const at = this.#ready.findIndex((one) => one.item === item && this.#fits(one));
    if (at >= 0) {
      const [prepared] = this.#ready.splice(at, 1);
      this.#ask(prepared!.form);
      void this.shelf.remove(prepared!).catch(() => {});
      return prepared!.form;
    }
    for (let tried = 0; ; tried++) {
      const fetched = await this.needs.fetch(item, this.needs.seed(), this.needs.language());
      if ('missing' in fetched) return 'missing';
      if ('away' in fetched) return 'away';
      if (tried < tries && this.needs.seen.has(keyOf(fetched.form))) continue;
      this.#ask(fetched.form);
      return fetched.form;
    }
  }

  /** The same question in the page's language; null where it cannot be had now. */
  async translated(form: Form): Promise<Form | null> {
    const fetched = await this.needs.fetch(form.item, form.seed, this.needs.language());
    return 'form' in fetched ? fetched.form : null;
  }

  /** Says what may be asked next, the likeliest first, and fills up. */
  want(items: readonly string[]): void {
    this.#items = [...new Set(items)];
    void this.fill();
  }

  /** Fetches until there is enough, one at a time. */
  async fill(): Promise<void> {
    if (this.#filling) return;
    this.#filling = true;
    try {
      for (let item = this.#short(); item; item = this.#short()) {
        const seed = this.needs.seed();
        const language = this.needs.language();
        const fetched = await this.needs.fetch(item, seed, language);
        if ('missing' in fetched) this.#missing.add(item);
        else if ('away' in fetched) await this.needs.pause(fetched.afterMs ?? awayMs);
        else await this.#keep({ item, seed, language, at: this.needs.now(), form: fetched.form });
        await this.needs.pause(gentleMs);
      }
    } finally {
      this.#filling = false;
    }
  }

  // The current item up to a dozen, then the others in turn, the emptiest first.
  #short(): string | null {
    const wanted = this.#items.filter((item) => !this.#missing.has(item));
    const current = wanted[0];
    if (current === undefined) return null;
    if (this.count(current) < leastOfCurrent) return current;
    if (wanted.reduce((sum, item) => sum + this.count(item), 0) >= enough) return null;
    return wanted.reduce((least, item) => (this.count(item) < this.count(least) ? item : least));
  }

  // An item with few variants may give one again and again: what is ready twice counts, so that filling ends, and is passed over when taken.
  async #keep(prepared: Prepared): Promise<void> {
    this.#ready.push(prepared);
    try {
      await this.shelf.put(prepared);
    } catch {
      // The disk is full: it is ready for as long as the page lives.
    }
  }

  #fits(one: Prepared): boolean {
    return one.language === this.needs.language() && !this.needs.seen.has(keyOf(one.form));
  }

  #ask(form: Form): void {
    this.needs.seen.add(keyOf(form));
  }
}

const keyOf = (form: Form): string => `${form.item}|${form.variant}`;
