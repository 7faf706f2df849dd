/** What a file from another site names and this one does not have, or has under another id. */
import type { Ref, Target } from '../../../src/kernel/refs';
import type { SiteName } from '../../../src/settings/domain/config-document';
import { keyOf } from '../../../src/settings/domain/config-document';
import type { KnownThings, SiteThing } from './site-things';

export interface Missing {
  readonly ref: Ref;
  /** What it is called in the file; its id where the file does not say. */
  readonly name: string;
  /** What stands in its place unless somebody chooses otherwise; null: it stays as it is. */
  readonly proposed: SiteThing | null;
}

/**
 * An id means the same thing only under the same name. Where this site has just one of that name, it is proposed. A kind that
 * is not known says nothing.
 */
export function missingOf(
  refs: readonly Ref[],
  names: readonly SiteName[],
  known: KnownThings,
): readonly Missing[] {
  const nameOf = new Map(names.map((each) => [keyOf(each), each.name]));
  return refs.flatMap((ref): readonly Missing[] => {
    const things = known.get(ref.kind);
    if (things === undefined) return [];
    const told = nameOf.get(keyOf(ref));
    const here = things.find(({ id }) => id === ref.id);
    if (here !== undefined && (told === undefined || here.name === told)) return [];
    const alike = things.filter(({ name }) => name === told);
    const [only] = alike.length === 1 ? alike : [];
    return [{ ref, name: told ?? ref.id, proposed: only ?? here ?? null }];
  });
}

/** By what is missing: what somebody chose, else what was proposed. */
export const mapOf = (
  missing: readonly Missing[],
  chosen: ReadonlyMap<string, SiteThing | null>,
): ReadonlyMap<string, Target> =>
  new Map(
    missing.flatMap(({ ref, proposed }) => {
      const key = keyOf(ref);
      const target = chosen.has(key) ? chosen.get(key) : proposed;
      return target ? [[key, target] as const] : [];
    }),
  );
