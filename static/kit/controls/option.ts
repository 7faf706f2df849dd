/** What may be chosen, as it is stored and as it is shown. */
export interface Option<T extends string = string> {
  readonly value: T;
  readonly label: string;
}
