type Plain = string | number | boolean | null | undefined;

/** A value nobody changes, as deep as it goes. */
export type ReadOnly<T> = unknown extends T
  ? T
  : T extends Plain
    ? T
    : { readonly [K in keyof T]: ReadOnly<T[K]> };
