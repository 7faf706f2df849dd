/** The definitions: one document for a replay, its former versions, and a conditional way to change it. */
import { advanceSingleton } from '../platform/storage/documents';
import { blobWrites, dropChunks, readBlob, readHead } from '../platform/storage/blobs';
import { transact, type Write } from '../platform/storage/transact';
import { conflict } from '../kernel/errors';
import { EMPTY_DEFINITIONS, storedDefinitionsSchema } from './definitions-schema';
import type { ParsedDefinitions } from './domain';
import type { SlaDefinitions } from './domain/model';

export const DEFINITIONS_KEY = 'sla:definitions';
const SINGLETON = 'sla';

const versionKey = (version: number): string => `${DEFINITIONS_KEY}:v:${version}`;
const NONE: ParsedDefinitions = { definitions: EMPTY_DEFINITIONS, problems: [] };

/** The definitions in force and what of them no longer parses; none yet is version 0 without metrics. */
export async function readStoredDefinitions(): Promise<ParsedDefinitions> {
  return (await readBlob(DEFINITIONS_KEY, storedDefinitionsSchema)) ?? NONE;
}

/** A former version, `null` when it was never stored. */
export async function readDefinitionsVersion(version: number): Promise<SlaDefinitions | null> {
  return (await readBlob(versionKey(version), storedDefinitionsSchema))?.definitions ?? null;
}

/**
 * Stores the next version, keeps it for good under its number, and writes what must be stored with it (the
 * audit entry) or not at all.
 * @throws CONFLICT when somebody else saved meanwhile.
 */
export async function writeDefinitions(
  next: SlaDefinitions,
  alongside: readonly Write[] = [],
): Promise<void> {
  const before = await readHead(DEFINITIONS_KEY);
  const generation = `v${next.version}`;
  const outcome = await transact([
    advanceSingleton(SINGLETON, next.version - 1),
    ...blobWrites(DEFINITIONS_KEY, next, generation),
    ...blobWrites(versionKey(next.version), next, generation),
    ...alongside,
  ]);
  if (outcome === 'conflict') throw conflict('The SLA configuration');
  await dropChunks(DEFINITIONS_KEY, before);
}
