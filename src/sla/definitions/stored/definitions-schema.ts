/** Stored definitions, read part by part: one that no longer parses is named and never stops the others. */
import * as v from 'valibot';
import { type Parts, type ReadParts, readParts, REPLAYED } from '../domain/rules/read-parts';
import type { SlaDefinitions } from '../../engine/model';

export const EMPTY_DEFINITIONS: SlaDefinitions = {
  schema: 1,
  version: 0,
  calendars: [],
  holidaySets: [],
  metrics: [],
  agreements: [],
};

/** A version of the definitions, with as much of its parts as is asked for. */
export const storedSchema = (parts: Parts = REPLAYED): v.GenericSchema<unknown, ReadParts> =>
  v.pipe(
    v.unknown(),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const read = readParts(dataset.value, parts);
      if ('value' in read) return read.value;
      addIssue({ message: read.misfits[0]?.at ?? '' });
      return NEVER;
    }),
  );

/** As a replay needs it. */
export const replayedSchema = storedSchema();

const pastSchema = v.object({ pastFields: v.optional(v.array(v.string())) });

/** A version as events need it. What of it no longer parses is told by the whole. */
export const storedViewSchema: v.GenericSchema<unknown, SlaDefinitions> = v.pipe(
  v.intersect([replayedSchema, pastSchema]),
  v.transform(({ definitions, pastFields }) =>
    pastFields === undefined ? definitions : { ...definitions, pastFields },
  ),
);
