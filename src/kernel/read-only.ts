/** A value nobody changes, as deep as it goes. */
export type ReadOnly<T> = unknown extends T
  ? T
  : T extends string | number | boolean | null | undefined
    ? T
    : { readonly [K in keyof T]: ReadOnly<T[K]> };
