/** References by id: what a definition names of the app's own things and of its site's. */

/** Things outside the app that a definition may name; every other kind of reference is the key of a section. */
export const SITE_KINDS = [
  'field',
  'status',
  'priority',
  'type',
  'space',
  'group',
  'person',
  'role',
  'linkType',
  'page',
] as const;
export type SiteKind = (typeof SITE_KINDS)[number];

export interface Ref {
  readonly kind: string;
  readonly id: string;
  /** Where it stands: `goals.first.calendar`; empty for the whole. */
  readonly at: string;
  /** What the part it stands in is called: a goal's name. */
  readonly part?: string;
}

/** What takes the place of a reference; `name` where what refers keeps that as well: a group's, a space's key. */
export interface Target {
  readonly id: string;
  readonly name?: string | undefined;
}

export type Visit = (ref: Ref) => Target | undefined;

/** What stands in the place of an id after a visit. */
export const refTo = (visit: Visit, kind: string, id: string, at: string, part?: string): string =>
  visit({ kind, id, at, ...(part !== undefined && { part }) })?.id ?? id;

/** The same for a list of ids. */
export const refsTo = (visit: Visit, kind: string, ids: readonly string[], at: string): readonly string[] =>
  ids.map((id) => refTo(visit, kind, id, at));

/** The same for some fields of an object, each by its kind; those that are not there stay away. */
export function refsIn<T extends object>(
  visit: Visit,
  value: T,
  kinds: Partial<Record<keyof T & string, string>>,
  at = '',
): T {
  const next = new Map<string, unknown>(Object.entries(value));
  for (const [name, kind] of Object.entries<string | undefined>(kinds)) {
    const id = next.get(name);
    const place = at === '' ? name : `${at}.${name}`;
    if (typeof id === 'string' && id !== '' && kind !== undefined)
      next.set(name, refTo(visit, kind, id, place));
  }
  return Object.fromEntries(next) as T;
}
