/** Batches of the local storage, against Forge's reference of batch operations: as many keys as possible are done. */
import { describe, expect, it } from '@jest/globals';
import { openDatabase } from '../../local/forge/database';
import { FaultBox } from '../../local/forge/faults/fault-box';
import { answerKvs } from '../../local/forge/kvs/service';
import { Store } from '../../local/forge/kvs/store';

interface Batch {
  readonly successfulKeys: readonly { readonly key: string }[];
  readonly failedKeys: readonly { readonly key: string; readonly error: { readonly code: string } }[];
}

function openStore(refusesKey?: () => boolean) {
  const db = openDatabase(':memory:');
  const store = new Store({ db, entities: new Map(), now: () => 0, stalenessOf: () => 0 });
  return (path: string, body: unknown) => {
    const { status, body: answer } = answerKvs(store, path, body, refusesKey);
    return { status, ...(answer as Batch) };
  };
}
const keysOf = (list: readonly { readonly key: string }[]) => list.map(({ key }) => key);

describe('a batch of the local storage', () => {
  it('names a missing key among those that failed, beside those that were read', () => {
    const ask = openStore();
    ask('/batch/set', [{ key: 'a', value: 1 }]);
    const { status, successfulKeys, failedKeys } = ask('/batch/get', [{ key: 'a' }, { key: 'b' }]);
    expect([status, keysOf(successfulKeys)]).toEqual([200, ['a']]);
    expect(failedKeys).toMatchObject([{ key: 'b', error: { code: 'KEY_NOT_FOUND' } }]);
  });

  it('can be told to leave keys out: the call succeeds, and the key comes back as refused', () => {
    let asked = 0;
    const ask = openStore(() => (asked += 1) === 2);
    const { status, successfulKeys, failedKeys } = ask('/batch/set', [
      { key: 'a', value: 1 },
      { key: 'b', value: 1 },
      { key: 'c', value: 1 },
    ]);
    expect([status, keysOf(successfulKeys)]).toEqual([200, ['a', 'c']]);
    expect(failedKeys).toMatchObject([{ key: 'b', error: { code: 'RATE_LIMIT_EXCEEDED' } }]);
  });

  it('leaves out as many as the switch says', () => {
    const faults = new FaultBox();
    faults.set({ storage: { partial: 0.3 } });
    const refused = Array.from({ length: 1000 }, () => faults.refusesKey()).filter(Boolean);
    expect(refused.length / 1000).toBeCloseTo(0.3, 1);
  });
});
