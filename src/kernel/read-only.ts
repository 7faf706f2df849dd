import type { Json } from './json';

type Plain = string | number | boolean | null | undefined;

/** A value nobody changes, as deep as it goes. JSON of any shape is one already. */
export type ReadOnly<T> = Json extends T
  ? T
  : T extends Plain
    ? T
    : { readonly [K in keyof T]: ReadOnly<T[K]> };
