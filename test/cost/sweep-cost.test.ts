/** The budget of a tick: an empty one is one query; what is open but not due costs nothing. */
import { expect, jest, test } from '@jest/globals';
import { slaRecords, type SlaRecord } from '../../src/sla/record';
import { planDue } from '../../src/sla';
import { T0, World } from '../../src/sla/testing/world';
import { onIssueEvent } from '../../src/sla/runtime/on-issue-event';
import { BilledSite } from './billed';

const DUE = 50;
const MINUTE = 60_000;

/** A site with so many open clocks, some of which fall due within ten minutes. */
async function siteWith(open: number, due: number): Promise<BilledSite> {
  jest.spyOn(Date, 'now').mockReturnValue(T0);
  const world = new World();
  await onIssueEvent(world.ports, world.jira.create('1'));
  const sample = world.record('1') as SlaRecord;
  const site = new BilledSite();
  for (let index = 0; index < open; index += 1) {
    const nextAt = index < due ? T0 + (index / due) * 10 * MINUTE : T0 + 3_600_000 + index * MINUTE;
    const issueId = String(1000 + index);
    const doc = { ...sample, nextAt, state: { ...sample.state, issueId } };
    const write = slaRecords.write(issueId, doc, 'any');
    if (write.kind === 'setRow') site.forge.kvs.rows.set(`sla-record\0${issueId}`, write.value);
  }
  return site;
}

const calls = async (open: number, due: number): Promise<number> => {
  const site = await siteWith(open, due);
  const { reads, writes } = await site.measure(planDue);
  return reads + writes + site.forge.pushed.length;
};

test('an empty sweep is one query and nothing else', async () => {
  const site = await siteWith(1_000, 0);
  expect(await site.measure(planDue)).toMatchObject({ reads: 1, writes: 0, restReads: 0 });
  expect(site.forge.pushed).toEqual([]);
});

test('a sweep costs what is due, not what is open', async () => {
  const few = await calls(1_000, DUE);
  const many = await calls(100_000, DUE);
  expect(few).toBeGreaterThan(1);
  expect(many).toBeLessThanOrEqual(few * 1.3);
});
