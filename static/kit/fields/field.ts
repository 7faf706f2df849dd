import type { Bound } from '../controls/bound';
import { replaced, without } from '../controls/reorder';

/** One value of a form: what it is, where it stands in what is edited, and whom a control tells of a change. */
export interface Field<T> extends Bound<T> {
  /** `goals.0.target`; empty for the whole. */
  readonly path: string;
}

/** The whole of what is edited. */
export const formOf = <T>(value: T, readOnly: boolean, onChange: (value: T) => void): Field<T> => ({
  value,
  readOnly,
  onChange,
  path: '',
});

const inside = (path: string, key: string | number): string => (path === '' ? `${key}` : `${path}.${key}`);

/** A part of a record, by its key. What is written as undefined is left out of the record. */
export function part<T extends object, K extends keyof T & string>(of: Field<T>, key: K): Field<T[K]> {
  return {
    value: of.value[key],
    readOnly: of.readOnly,
    path: inside(of.path, key),
    onChange: (value) => {
      const { [key]: _former, ...rest } = of.value;
      of.onChange(value === undefined ? (rest as T) : { ...of.value, [key]: value });
    },
  };
}

/** One of a list, which may be taken out of it. */
export interface Element<T> extends Field<T> {
  readonly index: number;
  readonly remove: () => void;
}

/** The elements of a list, each as a field. */
export const elements = <T>(list: Field<readonly T[]>): readonly Element<T>[] =>
  list.value.map((value, index) => ({
    value,
    index,
    readOnly: list.readOnly,
    path: inside(list.path, index),
    onChange: (next) => list.onChange(replaced(list.value, index, next)),
    remove: () => list.onChange(without(list.value, index)),
  }));

/** A value as another one that is read out of it and written back into it. */
export const seenAs = <A, B>(
  { value: kept, path, readOnly, onChange }: Field<B>,
  read: (value: B) => A,
  write: (value: A, before: B) => B,
): Field<A> => ({
  value: read(kept),
  path,
  readOnly,
  onChange: (value) => onChange(write(value, kept)),
});

/** What may not be left out, for a control that may: what is written then. */
export const orElse = <T>(of: Field<T>, nothing: T): Field<T | undefined> =>
  seenAs<T | undefined, T>(
    of,
    (value) => value,
    (value) => value ?? nothing,
  );

/** A text that may be left out, for a control of texts: an empty one is none. */
export const orBlank = (of: Field<string | undefined>): Field<string> =>
  seenAs(
    of,
    (value) => value ?? '',
    (value) => (value === '' ? undefined : value),
  );

/** A list that is left out where nothing is in it. */
export const orNone = <T>(of: Field<readonly T[] | undefined>): Field<readonly T[]> =>
  seenAs(
    of,
    (value) => value ?? [],
    (value) => (value.length === 0 ? undefined : value),
  );

/** What holds or not, as one of two words. */
export const either = <Yes extends string, No extends string>(of: Field<boolean>, yes: Yes, no: No) =>
  seenAs<Yes | No, boolean>(
    of,
    (holds) => (holds ? yes : no),
    (word) => word === yes,
  );

/** Changes several parts of a record at once. */
export const edit = <T extends object>(of: Field<T>, change: Partial<T>): void =>
  of.onChange({ ...of.value, ...change });

/** Adds to the end of a list. */
export const add = <T>(list: Field<readonly T[]>, value: T): void => list.onChange([...list.value, value]);
