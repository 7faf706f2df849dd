import { type Actor } from '../../../kernel/types.ts';
import { type Field, fieldOf } from '../fields/definitions.ts';
import { FieldRefusal, type Stored } from '../fields/kind.ts';
import { asList } from '../fields/kind.ts';
import { kindOf } from '../fields/kinds.ts';
import { type Site } from '../site.ts';
import { type Setting } from './apply.ts';

export interface Asked {
  /** `fields` of the request. */
  readonly fields?: Readonly<Record<string, unknown>> | undefined;
  /** `update` of the request: operations per field. */
  readonly update?: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> | undefined;
}

export interface Reading {
  readonly settings: readonly Setting[];
  /** Refusals by field id. */
  readonly errors: Readonly<Record<string, string>>;
}

interface Frame {
  readonly projectId: number;
  /** Ids that may be set here. */
  readonly allowed: ReadonlySet<string>;
  readonly current: (field: Field) => Stored;
  readonly actor?: Actor | undefined;
}

const unsettable = (id: string): string =>
  `Field '${id}' cannot be set. It is not on the appropriate screen, or unknown.`;

const parsed = (site: Site, field: Field, { projectId, actor }: Frame, raw: unknown): Stored =>
  kindOf(field).parse(raw, { site, field, projectId, actor });

function operate(
  site: Site,
  field: Field,
  frame: Frame,
  operations: readonly Readonly<Record<string, unknown>>[],
): Stored {
  const parse = (raw: unknown): Stored => parsed(site, field, frame, raw);
  return operations.reduce<Stored>((held, operation) => {
    if ('set' in operation) return parse(operation['set']);
    if ('add' in operation) return [...new Set([...asList(held), ...asList(parse([operation['add']]))])];
    if ('remove' in operation) {
      const gone = asList(parse([operation['remove']]));
      return asList(held).filter((entry) => !gone.includes(entry));
    }
    throw new FieldRefusal(`Operation '${Object.keys(operation)[0] ?? ''}' is not supported for this field.`);
  }, frame.current(field));
}

/** Reads what a request wants to set, field by field; collects every refusal instead of stopping at the first. */
export function readSettings(site: Site, asked: Asked, frame: Frame): Reading {
  const settings: Setting[] = [];
  const errors: Record<string, string> = {};
  const read = (id: string, value: (field: Field) => Stored): void => {
    const field = fieldOf(site, id);
    if (!field || field.readOnly || !frame.allowed.has(field.id)) {
      errors[id] = unsettable(id);
      return;
    }
    try {
      settings.push({ field, value: value(field) });
    } catch (refusal) {
      if (!(refusal instanceof FieldRefusal)) throw refusal;
      errors[id] = refusal.message;
    }
  };
  for (const [id, raw] of Object.entries(asked.fields ?? {}))
    read(id, (field) => parsed(site, field, frame, raw));
  for (const [id, operations] of Object.entries(asked.update ?? {}))
    read(id, (field) => operate(site, field, frame, operations));
  return { settings, errors };
}
