/** A site with many open clocks over a fake Forge, for what a sweep costs: the same for the test and the bench. */
import { slaTimers } from '../../src/sla/background';
import type { SlaRecord } from '../../src/sla/clocks/record/record';
import { recordWrites } from '../../src/sla/clocks/record/record-writes';
import { onIssueEvent } from '../../src/sla/clocks/follow/on-issue-event';
import { T0, World } from '../../src/sla/testing/world';
import { sweepKind } from '../../src/work/timers';
import { BilledSite } from './billed';

const MINUTE = 60_000;

/** One sweep for what falls due of clocks. */
export const planDue = (): Promise<number> => sweepKind(slaTimers, T0);

/** A site with so many open clocks, of which some fall due within ten minutes of `T0`; the wall clock must stand there. */
export async function siteWith(open: number, due: number): Promise<BilledSite> {
  const world = new World();
  await onIssueEvent(world.ports, world.jira.create('1'));
  const sample = world.record('1') as SlaRecord;
  const site = new BilledSite();
  for (let index = 0; index < open; index += 1) {
    const nextAt = index < due ? T0 + (index / due) * 10 * MINUTE : T0 + 3_600_000 + index * MINUTE;
    const issueId = String(1000 + index);
    const doc = { ...sample, nextAt, state: { ...sample.state, issueId } };
    for (const write of recordWrites(doc, 'any'))
      if (write.kind === 'setRow') site.forge.kvs.rows.set(`sla-record\0${write.key}`, write.value);
  }
  return site;
}

/** What one sweep asks of Forge: storage calls and delayed events. */
export async function sweepCalls(open: number, due: number): Promise<number> {
  const site = await siteWith(open, due);
  const { reads, writes } = await site.measure(planDue);
  return reads + writes + site.forge.pushed.length;
}
