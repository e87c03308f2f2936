// Forms that were prepared ahead, on this device. They say nothing of any child.
import { asked, openDatabase, transact } from '../kept/database';
import type { Form } from './form';

/** A form that waits for its turn. */
export interface Prepared {
  item: string;
  seed: number;
  language: string;
  /** When it was fetched, in milliseconds. */
  at: number;
  form: Form;
}

export interface FormShelf {
  all(): Promise<Prepared[]>;
  put(prepared: Prepared): Promise<void>;
  remove(prepared: Prepared): Promise<void>;
}

const forms = 'forms';

/** @throws where the browser keeps nothing. */
export async function openFormShelf(factory: IDBFactory = indexedDB): Promise<FormShelf> {
  const database = await openDatabase(factory, 'liveclass-forms', 1, (made) => void made.createObjectStore(forms, { keyPath: ['language', 'item', 'seed'] }));
  return {
    all: () => transact(database, [forms], 'readonly', (work) => asked(work.objectStore(forms).getAll()) as Promise<Prepared[]>),
    put: (prepared) => transact(database, [forms], 'readwrite', async (work) => void (await asked(work.objectStore(forms).put(prepared)))),
    remove: ({ language, item, seed }) =>
      transact(database, [forms], 'readwrite', async (work) => void (await asked(work.objectStore(forms).delete([language, item, seed])))),
  };
}

export const noShelf: FormShelf = { all: async () => [], put: async () => {}, remove: async () => {} };
