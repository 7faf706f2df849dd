/** Fingerprints of what Jira shows, kept in the record: knowing what Jira has needs no reading. */
import { fieldsOf } from './fields';
import type { PropertyValues } from './property';

/** What a record remembers of a display that could not be written. */
export const UNSHOWN = '';

/** What of a display must be written again. */
export interface Stale {
  readonly property: boolean;
  readonly fields: boolean;
}

/** Fingerprints of the property and of the fields that follow from it, with a dot between. */
export const fingerprintOf = (values: PropertyValues): string =>
  `${print(values)}.${print(fieldsOf(values))}`;

/** What differs from the display a record remembers; everything when there is none. */
export function staleIn(shown: string | undefined, values: PropertyValues): Stale {
  const [property, fields] = shown?.split('.') ?? [];
  const [wantedProperty, wantedFields] = fingerprintOf(values).split('.');
  return { property: property !== wantedProperty, fields: fields !== wantedFields };
}

/** FNV-1a of a text, 32 bits, twice with different seeds. */
export const printOf = (text: string): string => hash(text, 0x811c9dc5) + hash(text, 0x9747b28c);

const print = (value: unknown): string => printOf(JSON.stringify(value));

const hash = (text: string, seed: number): string => {
  let value = seed;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return (value >>> 0).toString(36);
};
