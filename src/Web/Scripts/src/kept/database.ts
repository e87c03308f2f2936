// IndexedDB with promises. One transaction a call: it is over when its promise is, and what it wrote is on the disk by then.

export type Upgrade = (database: IDBDatabase) => void;

/** @throws where the browser keeps nothing: a private window, a policy, a full disk. */
export function openDatabase(factory: IDBFactory, name: string, version: number, upgrade: Upgrade): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, version);
    request.onupgradeneeded = () => upgrade(request.result);
    request.onsuccess = () => {
      // A newer page in another tab must not wait for this one.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(request.error ?? new Error('closed'));
    request.onblocked = () => reject(new Error('blocked'));
  });
}

/** Runs one transaction. `work` may await requests of it, and nothing else. */
export async function transact<T>(
  database: IDBDatabase, stores: string[], mode: IDBTransactionMode, work: (transaction: IDBTransaction) => Promise<T>,
): Promise<T> {
  const transaction = database.transaction(stores, mode, mode === 'readwrite' ? { durability: 'strict' } : {});
  const over = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
  });
  over.catch(() => {});
  try {
    const result = await work(transaction);
    await over;
    return result;
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // It is over already; the first error says why.
    }
    throw error;
  }
}

export function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('failed'));
  });
}
