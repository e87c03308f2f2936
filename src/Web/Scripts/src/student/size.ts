// How large the letters are: as the device has them, or as large as the child needs; what the child chooses counts first.
import type { Accommodation } from '../views';
import type { Shelf } from './shelf';

const key = 'liveclass-size';
const usual = 100;

const needed = (accommodations: readonly Accommodation[]): number =>
  accommodations.includes('largerType150') ? 150 : accommodations.includes('largerType125') ? 125 : usual;

/** In percent: 100, 125 or 150. */
export const sizeFor = (accommodations: readonly Accommodation[], tab: Shelf, device: Shelf): number =>
  tab.read<number>(key) ?? Math.max(device.read<number>(key) ?? usual, needed(accommodations));

/** Keeps a choice: for this child alone where its teacher has set a size, so that the next child finds the device as it was. */
export function keepSize(percent: number, accommodations: readonly Accommodation[], tab: Shelf, device: Shelf): void {
  (needed(accommodations) > usual ? tab : device).write(key, percent);
}
