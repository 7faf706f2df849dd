/** What this browser keeps for the next visit, in its storage, which is this app's alone on this site. */
import * as v from 'valibot';

/** What is kept under a name; null where there is nothing, where it is of another shape, or where the storage is closed. */
export function kept<S extends v.GenericSchema>(name: string, schema: S): v.InferOutput<S> | null {
  try {
    const parsed = v.safeParse(schema, JSON.parse(localStorage.getItem(name) ?? 'null'));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** Keeps a value; a storage that is full or forbidden keeps nothing, and the next visit asks again. */
export function keep(name: string, value: unknown): void {
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // Nothing is lost: what is kept was answered by somebody who can be asked again.
  }
}
