import { keyCopyOf, type KeyCopy } from '../../domain/key-copy.ts';

/** The sealed keys of this browser, by public key. Whoever clears the browser's data clears them: hence the offline copy. */
const DATABASE = 'qingcai-signing';
const STORE = 'keys';

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(DATABASE, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE, { keyPath: 'publicKey' });
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error('the browser keeps nothing'));
  });
}

async function within<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await opened();
  try {
    return await new Promise<T>((resolve, reject) => {
      const change = database.transaction(STORE, mode);
      const asked = ask(change.objectStore(STORE));
      change.oncomplete = () => resolve(asked.result);
      change.onabort = () => reject(change.error ?? new Error('the browser keeps nothing'));
    });
  } finally {
    database.close();
  }
}

export const keepCopy = async (copy: KeyCopy): Promise<void> => void (await within('readwrite', (store) => store.put(copy)));
/** Takes a key away that will never sign again. */
export const dropCopy = async (publicKey: string): Promise<void> => void (await within('readwrite', (store) => store.delete(publicKey)));

/** The keys of this holder in this browser; none where the browser keeps nothing (private windows). */
export async function copiesOf(holder: { readonly person: string; readonly organisation: string; readonly city: string }): Promise<ReadonlyMap<string, KeyCopy>> {
  const all = await within<unknown[]>('readonly', (store) => store.getAll()).catch(() => []);
  const own = all.flatMap((one) => keyCopyOf(one) ?? []).filter((copy) => copy.person === holder.person && copy.organisation === holder.organisation && copy.city === holder.city);
  return new Map(own.map((copy) => [copy.publicKey, copy]));
}
