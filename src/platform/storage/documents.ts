import * as v from 'valibot';
import { entityStore } from './entities';
import type { Write } from './transact';

const versionSchema = v.object({ schema: v.literal(1), rev: v.number() });
type VersionDocument = v.InferOutput<typeof versionSchema>;

const versions = entityStore<VersionDocument & { readonly id: string }>({
  name: 'document',
  schema: v.object({ ...versionSchema.entries, id: v.string() }),
  attributes: (doc) => ({ id: doc.id, rev: doc.rev }),
});

/** The version a singleton (`catalog`, `sla`, …) stands at: 0 before its first write. */
export async function singletonRev(id: string): Promise<number> {
  return (await versions.get(id))?.rev ?? 0;
}

/**
 * Moves a singleton from one version to the next. Put it in one transaction with the plain keys that hold the
 * singleton itself: plain keys know no conditions, this row has one.
 */
export const advanceSingleton = (id: string, from: number): Write =>
  versions.write(id, { schema: 1, id, rev: from + 1 }, { rev: from });
