import { installFakeForge } from '../../../test/support/fake-forge';
import { transact } from '../../platform/storage/transact';
import type { SlaRecord } from '../clocks/record/record';
import { recordWrites } from '../clocks/record/record-writes';
import { onIssueEvent } from '../clocks/follow/on-issue-event';
import { T0, World } from '../testing/world';
import { stuckClocks } from './stuck-clocks';

const MINUTE = 60_000;

it('are those whose time is long past, whether nobody woke them or they fail and are put off', async () => {
  installFakeForge('alice');
  const world = new World();
  await onIssueEvent(world.ports, world.jira.create('1'));
  const keep = async (id: string, minutesAgo: number, over: Partial<SlaRecord> = {}) => {
    const record = world.record('1') as SlaRecord;
    const state = { ...record.state, issueId: id };
    await transact(recordWrites({ ...record, state, nextAt: T0 - minutesAgo * MINUTE, ...over }, 'absent'));
  };
  await keep('late', 1);
  await keep('unwoken', 31);
  await keep('failed once', 1, { putOff: [1, T0] });
  await keep('fails', 600, { putOff: [5, T0 + 300 * MINUTE] });
  await keep('ahead', -60);
  expect((await stuckClocks(T0)).map(({ state }) => state.issueId)).toEqual(['unwoken', 'fails']);
});
