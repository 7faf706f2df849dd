import type { Json } from './json';

type Plain = string | number | boolean | null | undefined;

/** Whether two types are the same to the letter, `readonly` included. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/**
 * A value nobody changes, as deep as it goes. JSON of any shape is one already, and so is a type that was written as one: it
 * keeps its name.
 */
export type ReadOnly<T> = Json extends T
  ? T
  : T extends Plain
    ? T
    : Same<T, Readonly<T>> extends true
      ? T
      : { readonly [K in keyof T]: ReadOnly<T[K]> };
