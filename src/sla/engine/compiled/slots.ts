import type { FieldValue } from '../model';

/** The current fields while it is replayed: one value per slot, an empty one where nothing is set. */
export type LiveFields = FieldValue[];

/**
 * Which place each field the definitions look at has in `LiveFields`. Names are looked up once, when definitions are
 * compiled and when a fact comes in; conditions then read by number.
 */
export class Slots {
  private readonly byName: ReadonlyMap<string, number>;

  constructor(readonly names: readonly string[]) {
    this.byName = new Map(names.map((name, slot) => [name, slot]));
  }

  /** The slot of a field; -1 when no definition looks at it. */
  of(field: string): number {
    return this.byName.get(field) ?? -1;
  }

  /** Values by name as values by slot; fields nobody looks at are left out. */
  read(values: Readonly<Record<string, FieldValue | undefined>>): LiveFields {
    const fields: LiveFields = [];
    for (let slot = 0; slot < this.names.length; slot++) fields.push(NOTHING);
    for (const name in values) {
      const slot = this.of(name);
      if (slot >= 0) fields[slot] = values[name] ?? NOTHING;
    }
    return fields;
  }
}

export const NOTHING: FieldValue = [];

/** The value in a slot; empty for the slot -1 of a field nobody looks at. */
export const valueIn = (fields: LiveFields, slot: number): FieldValue =>
  slot >= 0 ? (fields[slot] ?? NOTHING) : NOTHING;
