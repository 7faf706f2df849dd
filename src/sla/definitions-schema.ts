/** Stored definitions, read part by part: one that no longer parses is named and never stops the others. */
import * as v from 'valibot';
import { displaySchema } from './domain/display/schema';
import { InvalidDefinitionError, readDefinitions, type ParsedDefinitions } from './domain/definitions/parse';
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
  const parsed = withDisplay(readDefinitions(stored), stored);
  if (recent.size >= MOST_REMEMBERED) recent.delete([...recent.keys()][0] ?? '');
  recent.set(text, parsed);
  return parsed;
};

/**
 * How clocks are shown travels in the same document, so that browsers get it with the version. What no longer parses is as
 * good as never chosen: nothing is measured by it.
 */
const withDisplay = (read: ParsedDefinitions, stored: unknown): ParsedDefinitions => {
  const display = v.safeParse(v.object({ display: displaySchema }), stored);
  if (!display.success) return read;
  return { ...read, definitions: { ...read.definitions, ...display.output } };
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
