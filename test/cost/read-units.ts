/** What Forge counts of the storage calls of a stretch of work, in read units and writes. */
import type { FakeKvs } from '../support/fake-kvs';

export interface Counted {
  readonly requests: number;
  /** Ten kilobytes each, every request rounded up; a key that is not there counts as one kilobyte. */
  readonly units: number;
  readonly bytes: number;
  /** Operations of the transactions, most of one. */
  readonly operations: number;
  readonly writtenBytes: number;
}

const UNIT = 10_000;
const ABSENT = 1_000;

interface Rows {
  readonly value?: unknown;
  readonly data?: readonly unknown[];
  readonly successfulKeys?: readonly { readonly value: unknown }[];
  readonly failedKeys?: readonly unknown[];
}

export async function counted(kvs: FakeKvs, work: () => Promise<unknown>): Promise<Counted> {
  let [requests, units, bytes, operations, writtenBytes] = [0, 0, 0, 0, 0];
  const before = kvs.before;
  kvs.before = (path, body) => {
    const answer = before(path, body);
    if (/\/(get|query)$/.test(path)) return answer;
    if (path.endsWith('/transaction')) {
      const all = Object.values(body as Record<string, readonly unknown[]>).flat();
      operations = Math.max(operations, all.length);
    }
    writtenBytes += sizeOf(body);
    return answer;
  };
  const probe = kvs.answered;
  kvs.answered = (path, { body }) => {
    if (!/\/(get|query)$/.test(path)) return;
    const read = Math.max(ABSENT, bytesOf(body ?? {}));
    requests += 1;
    bytes += read;
    units += Math.ceil(read / UNIT);
  };
  try {
    await work();
  } finally {
    kvs.before = before;
    kvs.answered = probe;
  }
  return { requests, units, bytes, operations, writtenBytes };
}

const bytesOf = ({ value, data = [], successfulKeys = [], failedKeys = [] }: Rows): number =>
  (value === undefined ? 0 : sizeOf(value)) +
  [...data, ...successfulKeys.map((row) => row.value)].reduce<number>((sum, row) => sum + sizeOf(row), 0) +
  failedKeys.length * ABSENT;

const sizeOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value) ?? '');
