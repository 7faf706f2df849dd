/** What this browser keeps for the next visit, or for as long as the tab is open, in its storage, which is this app's alone on this site. */
import * as v from 'valibot';

/** The first is for the next visit too, the other goes with the tab. */
type StorageName = 'localStorage' | 'sessionStorage';

/** What is kept under a name; null where there is nothing, where it is of another shape, or where the storage is closed. */
export function kept<S extends v.GenericSchema>(
  name: string,
  schema: S,
  storage: StorageName = 'localStorage',
): v.InferOutput<S> | null {
  try {
    const parsed = v.safeParse(schema, JSON.parse(window[storage].getItem(name) ?? 'null'));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** Keeps a value, and nothing for null; a storage that is full or forbidden keeps nothing, and the next visit asks again. */
export function keep(name: string, value: unknown, storage: StorageName = 'localStorage'): void {
  try {
    if (value === null) window[storage].removeItem(name);
    else window[storage].setItem(name, JSON.stringify(value));
  } catch {
    // Nothing is lost: what is kept was answered by somebody who can be asked again, or chosen for this page.
  }
}
