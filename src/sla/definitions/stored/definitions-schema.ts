/** Stored definitions, read part by part: one that no longer parses is named and never stops the others. */
import * as v from 'valibot';
import { readParts, type ReadParts } from '../domain/rules/read-parts';
import type { SlaDefinitions } from '../../engine/model';

export const EMPTY_DEFINITIONS: SlaDefinitions = {
  schema: 1,
  version: 0,
  calendars: [],
  holidaySets: [],
  metrics: [],
  agreements: [],
};

/** A version of the definitions, whole. */
export const storedDefinitionsSchema: v.GenericSchema<unknown, ReadParts> = v.pipe(
  v.unknown(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const read = readParts(dataset.value);
    if ('value' in read) return read.value;
    addIssue({ message: read.misfits[0]?.at ?? '' });
    return NEVER;
  }),
);

const pastSchema = v.object({ pastFields: v.optional(v.array(v.string())) });

/** A version as events need it. What of it no longer parses is told by the whole. */
export const storedViewSchema: v.GenericSchema<unknown, SlaDefinitions> = v.pipe(
  v.intersect([storedDefinitionsSchema, pastSchema]),
  v.transform(({ definitions, pastFields }) =>
    pastFields === undefined ? definitions : { ...definitions, pastFields },
  ),
);
