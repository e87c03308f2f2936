// A ranked list that people point at: it re-orders only when nobody points at it, and at most every 5 s.

export interface CalmLine<T> {
  id: string;
  item: T;
  /** It left the list, and its line only waits for the next re-ordering. */
  gone: boolean;
}

const everyMs = 5_000;

export class CalmList<T> {
  #shown: CalmLine<T>[] = [];
  #orderedAt = Number.NEGATIVE_INFINITY;

  /** The lines to show: the newest ranking where it may be shown; else the old places with the new content, newcomers last. */
  offer(ranked: readonly { id: string; item: T }[], busy: boolean, now: number): readonly CalmLine<T>[] {
    const inOrder = sameOrder(this.#shown, ranked);
    if (inOrder || this.#shown.length === 0 || (!busy && now - this.#orderedAt >= everyMs)) {
      if (!inOrder) this.#orderedAt = now;
      this.#shown = ranked.map(({ id, item }) => ({ id, item, gone: false }));
      return this.#shown;
    }
    const newest = new Map(ranked.map((line) => [line.id, line.item]));
    const stays = this.#shown.map(({ id, item }) => ({ id, item: newest.get(id) ?? item, gone: !newest.has(id) }));
    const places = new Set(stays.map((line) => line.id));
    const newcomers = ranked.filter((line) => !places.has(line.id)).map(({ id, item }) => ({ id, item, gone: false }));
    this.#shown = [...stays, ...newcomers];
    return this.#shown;
  }
}

const sameOrder = (shown: readonly { id: string }[], ranked: readonly { id: string }[]): boolean =>
  shown.length === ranked.length && shown.every((line, place) => line.id === ranked[place]!.id);
