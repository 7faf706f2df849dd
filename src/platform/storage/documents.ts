import * as v from 'valibot';
import { type EntityStore, entityStore } from './entities';
import type { Pointer } from './bodies';
import type { Write } from './transact';

export const DOCUMENT_ENTITY = 'document';

/** Documents of one kind among all: each a small row under an id that begins with the name of its kind. */
export const documentStore = <T extends { readonly id: string; readonly rev: number }>(
  schema: v.GenericSchema<unknown, T>,
): EntityStore<T> =>
  entityStore({ name: DOCUMENT_ENTITY, schema, attributes: ({ id, rev }) => ({ id, rev }) });

/** The head of a singleton (`catalog`, `sla`, …): the version it stands at, and where its bodies are if it has any. */
export const documentSchema = v.object({
  schema: v.literal(1),
  id: v.string(),
  rev: v.number(),
  body: v.optional(v.string()),
  former: v.optional(v.string()),
});
export type DocumentHead = Readonly<v.InferOutput<typeof documentSchema>>;

const heads = documentStore<DocumentHead>(documentSchema);

/** Where a singleton stands; `null` before its first write. Strongly consistent. */
export const readDocument = (id: string): Promise<DocumentHead | null> => heads.get(id);

/**
 * Moves a singleton from one version to the next, with what its head points to from then on. Put it in one transaction with
 * what changes with it: plain keys know no conditions, this row has one.
 */
export const advanceSingleton = (id: string, from: number, pointer: Partial<Pointer> = {}): Write =>
  heads.write(id, { schema: 1, id, rev: from + 1, ...pointer }, { rev: from });
