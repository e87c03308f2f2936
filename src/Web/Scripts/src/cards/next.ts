// Which item is asked next, where the server has not said so yet: offline, or faster than it.

export interface Asked {
  item: string;
  skill: string;
  /** Right at the first try, without a hint. */
  clean: boolean;
}

export interface Target {
  skill: string;
  item: string;
}

const cleanInARow = 3;

/**
 * The same skill until it went well three times in a row, then the next target that has questions ready; after the last the first again.
 * @param past what was asked in this lesson, oldest first @param current what the last card says @param ready what has questions here
 */
export function nextHere(past: readonly Asked[], current: Target, targets: readonly Target[], ready: (item: string) => boolean): Target | null {
  const last = past.at(-1);
  const here = targets.find((target) => target.skill === last?.skill) ?? current;
  const stays = past.slice(-cleanInARow);
  const goesOn = stays.length === cleanInARow && stays.every((one) => one.clean && one.skill === here.skill);
  if (!goesOn && ready(here.item)) return here;
  const all = [current, ...targets.filter((target) => target.skill !== current.skill)];
  const from = all.findIndex((target) => target.skill === here.skill);
  const after = [...all.slice(from + 1), ...all.slice(0, Math.max(0, from))];
  return after.find((target) => ready(target.item)) ?? (ready(here.item) ? here : null);
}
