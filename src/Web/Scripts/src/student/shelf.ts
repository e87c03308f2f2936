// Small things that this tab, or this device, remembers. A browser that forbids it forgets them, and the page goes on.

export interface Shelf {
  read<T>(key: string): T | null;
  write(key: string, value: unknown): void;
  remove(key: string): void;
}

export function shelfOver(storage: () => Storage): Shelf {
  const tried = <T>(work: (store: Storage) => T): T | null => {
    try {
      return work(storage());
    } catch {
      return null;
    }
  };
  return {
    read: <T>(key: string) => tried((store) => JSON.parse(store.getItem(key) ?? 'null') as T | null),
    write: (key, value) => void tried((store) => store.setItem(key, JSON.stringify(value))),
    remove: (key) => void tried((store) => store.removeItem(key)),
  };
}

/** Of this tab: gone when it is closed. What belongs to one child lives here alone. */
export const tab = shelfOver(() => sessionStorage);

/** Of this device: nothing here is about a child. */
export const device = shelfOver(() => localStorage);

export const randomHex = (bytes: number): string =>
  [...crypto.getRandomValues(new Uint8Array(bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

let unkept: string | undefined;

/** The device's own random id of 128 bits. */
export function deviceId(shelf: Shelf = device): string {
  const known = shelf.read<string>('liveclass-device');
  if (known && /^[0-9a-f]{32}$/.test(known)) return known;
  unkept ??= randomHex(16);
  shelf.write('liveclass-device', unkept);
  return unkept;
}
