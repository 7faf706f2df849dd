import { type Actor } from '../../../kernel/types.ts';
import { type Site } from '../site.ts';
import { type Field } from './definitions.ts';

/** What a field holds in the database: ids for things that have them, ADF for rich text, lists for many. */
export type Stored =
  | string
  | number
  | null
  | readonly (string | number)[]
  | { readonly [key: string]: unknown };

/** A value as histories show it: its id, where it has one, and its words. */
export interface Label {
  readonly id: string | null;
  readonly text: string | null;
}

export interface ParseContext {
  readonly site: Site;
  readonly field: Field;
  readonly projectId: number;
  /** Who gives the value, where that matters to it; the past of an import is nobody's. */
  readonly actor?: Actor | undefined;
}

/** How the fields of one kind are read from a request, shown in an answer and told in a history. */
export interface Kind {
  /** Turns what a request sends into what is stored; throws FieldRefusal with a sentence for the person. */
  parse(raw: unknown, context: ParseContext): Stored;
  bean(stored: Stored, site: Site): unknown;
  label(stored: Stored, site: Site): Label;
}

/** Why a value was refused. */
export class FieldRefusal extends Error {}

export const NOTHING: Label = { id: null, text: null };

export const isEmpty = (stored: Stored): boolean =>
  stored === null || stored === '' || (Array.isArray(stored) && stored.length === 0);

/** A property of an unknown object, as text; numbers count as text. */
export function textAt(raw: unknown, key: string): string | undefined {
  if (typeof raw !== 'object' || raw === null || !(key in raw)) return undefined;
  const value: unknown = Reflect.get(raw, key);
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : undefined;
}

export const asList = (stored: Stored): readonly (string | number)[] =>
  Array.isArray(stored) ? (stored as readonly (string | number)[]) : [];

export function refuse(why: string): never {
  throw new FieldRefusal(why);
}

/** A kind of one value, which may be none. Without more it is shown and told as it is stored. */
export const single = (read: Kind['parse'], more: Partial<Kind> = {}): Kind => ({
  parse: (raw, context) => (raw === null ? null : read(raw, context)),
  bean: (stored) => stored,
  label: (stored) => ({
    id: null,
    text: stored === null || typeof stored === 'object' ? null : String(stored),
  }),
  ...more,
});

type Id = string | number;

/** A kind of several values with a name each, in the order given. `bean` shows one of them; nothing where it is gone. */
export const several = (
  read: (entry: unknown, context: ParseContext) => Id,
  bean: (id: Id, site: Site) => unknown,
  name: (id: Id, site: Site) => string,
  notList = 'Operation value must be an array',
): Kind => ({
  parse: (raw, context) => {
    if (raw !== null && !Array.isArray(raw)) refuse(notList);
    return [...new Set(((raw ?? []) as unknown[]).map((entry) => read(entry, context)))];
  },
  bean: (stored, site) => asList(stored).flatMap((id) => bean(id, site) ?? []),
  label: (stored, site) => ({
    id: `[${asList(stored).join(', ')}]`,
    text: asList(stored)
      .map((id) => name(id, site))
      .join(','),
  }),
});
