/**
 * A section: one kind of thing that people configure (a calendar, a service, how clocks are shown), said once. Saving, import,
 * export, "in use" and the audit follow what it says here; how it is stored is its group's own.
 */
import * as v from 'valibot';
import type { Finding, OwnedFinding } from './finding';
import { malformed, misfitOf } from './malformed';
import type { Role } from './names';
import type { Ref, Visit } from './refs';
import { sameValues } from './same-values';
import type { LocalizedText } from './text';

export interface Section<T extends object> {
  /** What it is called in findings, in the audit and in files: `holidaySet`. */
  readonly key: string;
  /** Whose it is: the first word of its actions in the audit. */
  readonly subject: 'sla' | 'catalog' | 'people';
  /** What may be saved and what a file may hold; the type and the payload are what it lets through, with its defaults. */
  readonly schema: v.GenericSchema<unknown, T>;
  /** Fields that the app alone sets: never taken from outside, never in a file. */
  readonly owned: readonly string[];
  /** Who may change it, beside administrators; auditors may look at it too. */
  readonly roles: readonly [Role, ...Role[]];
  /** How many there may be; left out where their group has its own bound. */
  readonly most?: number;
  /** What somebody called it; left out where there is only one. */
  nameOf?(value: T): LocalizedText;
  /** What follows for the fields that the app sets, when a value is saved in the place of another. */
  stamp?(value: T, former: T | undefined): T;
  /**
   * Walks through everything it refers to by id and puts in its place what `visit` answers; where that is nothing, it stays.
   * "In use" and an import into another site follow this one list.
   */
  eachRef(value: T, visit: Visit): T;
}

/** Everything a value refers to, in its own order. */
export function refsOf<T extends object>(section: Pick<Section<T>, 'eachRef'>, value: T): readonly Ref[] {
  const found: Ref[] = [];
  section.eachRef(value, (ref) => {
    found.push(ref);
    return undefined;
  });
  return found;
}

/** The value with other references in the place of those that `map` knows; all else stays as it is. */
export const withRefs = <T extends object>(section: Pick<Section<T>, 'eachRef'>, value: T, map: Visit): T =>
  section.eachRef(value, map);

/** The value as files carry it and as two of them are compared: without what the app alone sets. */
export const exported = <T extends object>(
  { owned }: { readonly owned: readonly string[] },
  value: T,
): Partial<T> =>
  Object.fromEntries(
    Object.entries(value).filter(
      ([name, part]) => part !== undefined && !owned.some((each) => each === name),
    ),
  ) as Partial<T>;

/** Whether two values say the same, whatever the app has set of them. */
export const saysTheSame = <T extends object>(section: Section<T>, left: T, right: T): boolean =>
  sameValues(exported(section, left), exported(section, right));

/** How findings and the audit name a member, `holidaySet:latvia`; what there is one of is named by its section. */
export const whoseOf = ({ key }: { readonly key: string }, value: unknown): string => {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  return typeof id === 'string' ? `${key}:${id}` : key;
};

type Accepted<T> = { readonly value: T } | { readonly findings: readonly OwnedFinding[] };

/** What somebody sends, or a file holds, as its schema lets it through; findings say what is wrong with its form. */
export function parsed<T extends object>(section: Section<T>, input: unknown): Accepted<T> {
  const read = v.safeParse(section.schema, input);
  if (read.success) return { value: read.output };
  const whose = whoseOf(section, input);
  return { findings: read.issues.map((issue) => malformed(misfitOf(whose, issue))) };
}

/**
 * A value in the place of what is stored: the app's own fields are as they are stored, or follow from it. Its fields keep their
 * order: two documents are compared as text in places.
 */
export function inPlaceOf<T extends object>(section: Section<T>, value: T, former: T | undefined): T {
  const stored = new Map<string, unknown>(Object.entries(former ?? {}));
  const next = new Map<string, unknown>(Object.entries(value));
  for (const name of section.owned) if (next.has(name) || stored.has(name)) next.set(name, stored.get(name));
  const placed = Object.fromEntries(next) as T;
  return section.stamp?.(placed, former) ?? placed;
}

const nameOf = ({ code, whose, at }: Finding): string => `${code}|${whose ?? ''}|${at}`;

/** The errors a change would bring in: one that was there before stands in nobody's way. */
export function newErrors<F extends Finding>(after: readonly F[], before: readonly F[]): readonly F[] {
  const known = new Set(before.map(nameOf));
  return after.filter((finding) => finding.severity === 'error' && !known.has(nameOf(finding)));
}
