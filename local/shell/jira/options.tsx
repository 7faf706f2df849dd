import type { Named } from './types';

/** The choices of a select. */
export const Options = ({ of }: { readonly of: readonly Named[] }) =>
  of.map((one) => (
    <option key={one.id} value={one.id}>
      {one.name}
    </option>
  ));
