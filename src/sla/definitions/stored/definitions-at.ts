/** The definitions that a head points to: for a replay, and as events need them. */
import { DOCUMENT_ENTITY, type DocumentHead, documentSchema } from '../../../platform/storage/documents';
import type { Wanted } from '../../../platform/storage/together';
import { storageCorrupt } from '../../../kernel/errors';
import { bodyOf } from '../../../work/versioned';
import { EMPTY_DEFINITIONS, replayedSchema, storedViewSchema } from './definitions-schema';
import type { ReadParts } from '../domain/rules/read-parts';
import type { SlaDefinitions } from '../../engine/model';

export const WHOLE = 'sla:definitions';
export const FOR_EVENTS = 'sla:for-events';
export const SINGLETON = 'sla';

/** The head, to be read together with a record. */
export const DEFINITIONS_HEAD: Wanted<DocumentHead> = {
  entity: DOCUMENT_ENTITY,
  key: SINGLETON,
  schema: documentSchema,
};

export const NONE: ReadParts = { definitions: EMPTY_DEFINITIONS, misfits: [] };

export const versionIn = (head: DocumentHead): string => {
  if (head.body === undefined) throw storageCorrupt();
  return head.body;
};

/**
 * What a head points to with its past, as a replay needs it; nothing was ever saved where there is no head. `null`: it was
 * replaced since.
 */
export const replayedAt = async (head: DocumentHead | null): Promise<ReadParts | null> =>
  head === null ? NONE : bodyOf(WHOLE, versionIn(head), replayedSchema, `${WHOLE}:replayed`);

/** The same as events need it. */
export const forEventsAt = async (head: DocumentHead | null): Promise<SlaDefinitions | null> =>
  head === null ? EMPTY_DEFINITIONS : bodyOf(FOR_EVENTS, versionIn(head), storedViewSchema);
