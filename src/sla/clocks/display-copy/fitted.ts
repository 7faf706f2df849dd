/** Jira keeps at most 32,768 characters in an issue property. */
import type { SlaProperty } from '../domain/property';
import type { PropertyValues } from './property';

/** Below Jira's limit, with room for when it was written. */
const MOST_CHARACTERS = 32_000;

/** What is written: the values, or fewer of their lines and how many more there are. */
export type Fitted = Omit<SlaProperty, 'asOf'>;

/**
 * The values as far as they fit: the last lines are left out first, and `more` tells a screen that the copy is not the whole.
 * What is searched by first (state, next due, flags) stays.
 */
export function fitted(values: PropertyValues): Fitted {
  if (sizeOf(values) <= MOST_CHARACTERS) return values;
  const lines = Object.entries(values.metrics);
  const kept: [string, (typeof lines)[number][1]][] = [];
  const frame = sizeOf({ ...values, metrics: {}, more: lines.length });
  let size = frame;
  for (const [name, line] of lines) {
    size += sizeOf(line) + name.length + 4;
    if (size > MOST_CHARACTERS) break;
    kept.push([name, line]);
  }
  return { ...values, metrics: Object.fromEntries(kept), more: lines.length - kept.length };
}

const sizeOf = (value: object): number => JSON.stringify(value).length;
