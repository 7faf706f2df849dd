/** Forge's price list of August 2026, US dollars, past the free allowance. */
export const PRICES = {
  gbSecond: 0.000_025,
  readGb: 0.055,
  writtenGb: 1.09,
} as const;

const GB = 1_000_000_000;
/** An empty read counts as one kilobyte. */
const MIN_READ_BYTES = 1000;

export interface Use {
  readonly gbSeconds: number;
  readonly reads: number;
  readonly readBytes: number;
  readonly writtenBytes: number;
}

/** What this use costs in dollars, function time taken as measured here. */
export function dollars({ gbSeconds, reads, readBytes, writtenBytes }: Use): number {
  const read = Math.max(readBytes, reads * MIN_READ_BYTES);
  return gbSeconds * PRICES.gbSecond + (read / GB) * PRICES.readGb + (writtenBytes / GB) * PRICES.writtenGb;
}

/** What a million times this much reading and writing costs, without the time of functions. */
export const storageDollars = (use: {
  readonly requests: number;
  readonly bytes: number;
  readonly writtenBytes: number;
}): number =>
  1_000_000 *
  dollars({ gbSeconds: 0, reads: use.requests, readBytes: use.bytes, writtenBytes: use.writtenBytes });
