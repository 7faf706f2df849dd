/** A version of the definitions with all that belongs to it. */
import type { DocumentHead } from '../../../platform/storage/documents';
import { bodyOf } from '../../../work/versioned';
import type { ReadParts } from '../domain/rules/read-parts';
import { WHOLE_PARTS } from '../../engine/model/whole';
import { NONE, versionIn, WHOLE } from './definitions-at';
import { storedSchema } from './definitions-schema';

export const wholeSchema = storedSchema(WHOLE_PARTS);

/** What a head points to; nothing was ever saved where there is no head. `null`: it was replaced since. */
export const wholeAt = async (head: DocumentHead | null): Promise<ReadParts | null> =>
  head === null ? NONE : bodyOf(WHOLE, versionIn(head), wholeSchema);
