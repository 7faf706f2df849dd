/** Stored definitions, read part by part: one that no longer parses is named and never stops the others. */
import * as v from 'valibot';
import { InvalidDefinitionError, readDefinitions, type ParsedDefinitions } from './domain';
import type { SlaDefinitions } from './domain/model';

export const EMPTY_DEFINITIONS: SlaDefinitions = {
  schema: 1,
  version: 0,
  calendars: [],
  holidaySets: [],
  metrics: [],
  agreements: [],
};

/**
 * What was parsed lately, by its text: a warm function neither parses nor compiles the same definitions twice.
 * Keyed by content, not by version, because one process may serve several sites.
 */
const recent = new Map<string, ParsedDefinitions>();
const MOST_REMEMBERED = 4;

const parse = (stored: unknown): ParsedDefinitions => {
  const text = JSON.stringify(stored);
  const known = recent.get(text);
  if (known !== undefined) return known;
  const parsed = readDefinitions(stored);
  if (recent.size >= MOST_REMEMBERED) recent.delete([...recent.keys()][0] ?? '');
  recent.set(text, parsed);
  return parsed;
};

/** The document under `sla:definitions`. */
export const storedDefinitionsSchema: v.GenericSchema<unknown, ParsedDefinitions> = v.pipe(
  v.unknown(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    try {
      return parse(dataset.value);
    } catch (error) {
      if (!(error instanceof InvalidDefinitionError)) throw error;
      addIssue({ message: error.message });
      return NEVER;
    }
  }),
);
