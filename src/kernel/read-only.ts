/** A value nobody changes, as deep as it goes. */
export type ReadOnly<T> = unknown extends T ? T : { readonly [K in keyof T]: ReadOnly<T[K]> };
