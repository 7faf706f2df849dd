/** What every control takes: what it shows, whether it may only be looked at, and whom it tells of a change. */
export interface Bound<T> {
  readonly value: T;
  readonly readOnly: boolean;
  readonly onChange: (value: T) => void;
}
