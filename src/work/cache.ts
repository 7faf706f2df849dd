/** What a warm process keeps of versioned documents that never change. A process may serve several sites. */
import { getAppContext } from '@forge/api';

/** A parsed document, and how large it was where it came from. */
export interface Sized<T> {
  readonly value: T;
  /** UTF-16 units of its stored text: what it takes of the cache, roughly. */
  readonly size: number;
}

interface Kept extends Sized<unknown> {
  readonly key: string;
}

/** Of a process of 256 MB, where a parsed document takes about four times the memory of its text. */
const MOST_KEPT = 16_000_000;
/** A load of an invocation that ended before its answer came may never end: nobody joins it later than this. */
const MOST_WAIT_MS = 5_000;

/** The one used least lately comes first. */
const kept = new Map<string, Kept>();
const loading = new Map<string, { readonly since: number; readonly value: Promise<unknown> }>();
let total = 0;

/**
 * The document `name` as of `version`, from the process or else from `load`, which several who ask at once share. `null`,
 * and a load that fails, is asked for anew each time. Each name has one type of document; the installation is part of the
 * key. What is kept is shared by all who ask: it must not be changed.
 */
export async function cached<T>(
  name: string,
  version: string,
  load: () => Promise<Sized<T> | null>,
): Promise<T | null> {
  const key = `${getAppContext().installationAri.toString()} ${name} ${version}`;
  const known = kept.get(key);
  if (known !== undefined) {
    kept.delete(key);
    kept.set(key, known);
    return known.value as T;
  }
  const running = loading.get(key);
  if (running !== undefined && Date.now() - running.since < MOST_WAIT_MS)
    return running.value as Promise<T | null>;
  const value = loadAndKeep(key, load);
  loading.set(key, { since: Date.now(), value });
  try {
    return await value;
  } finally {
    if (loading.get(key)?.value === value) loading.delete(key);
  }
}

/** Makes the process a cold one. */
export function dropCached(): void {
  kept.clear();
  loading.clear();
  total = 0;
}

async function loadAndKeep<T>(key: string, load: () => Promise<Sized<T> | null>): Promise<T | null> {
  const loaded = await load();
  if (loaded === null) return null;
  keep({ key, ...loaded });
  return loaded.value;
}

/** Keeps it in place of those used least lately; what is larger than all that may be kept is not kept at all. */
function keep(entry: Kept): void {
  if (entry.size > MOST_KEPT) return;
  drop(kept.get(entry.key));
  kept.set(entry.key, entry);
  total += entry.size;
  for (const oldest of kept.values()) {
    if (total <= MOST_KEPT) return;
    drop(oldest);
  }
}

function drop(entry: Kept | undefined): void {
  if (entry === undefined) return;
  kept.delete(entry.key);
  total -= entry.size;
}
