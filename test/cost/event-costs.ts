/** What an event about a work item reads and writes, with the definitions of the demo: one that changes clocks, and one that does not. */
import { definitions as base, STATUS } from '../../src/sla/testing/definitions';
import { dropCached } from '../../src/work/cache';
import { BilledSite } from './billed';
import { demoDefinitions } from './demo-definitions';
import { type Counted, counted } from './read-units';

export interface EventCost {
  readonly name: string;
  readonly cold: Counted;
  readonly warm: Counted;
}

export async function eventCosts(): Promise<readonly EventCost[]> {
  const site = new BilledSite();
  // Both: work items of the tests match the first, and what a cold process reads is as much as with the demo's.
  const demo = demoDefinitions();
  await site.defines({ ...demo, version: 1, metrics: [...base.metrics, ...demo.metrics] });
  await site.deliver(site.jira.create('1'));
  const cost = async (event: Parameters<BilledSite['deliver']>[0]): Promise<Counted> => {
    let writtenBytes = 0;
    const read = await counted(site.forge.kvs, async () => ({ writtenBytes } = await site.deliver(event)));
    return { ...read, writtenBytes };
  };
  const changes = (status: string) => cost(site.jira.change('1', { status }));
  const edits = () => cost(site.jira.change('1', { summary: 'Help!' }));
  dropCached();
  const coldChange = await changes(STATUS.waiting);
  const warmChange = await changes(STATUS.open);
  dropCached();
  return [
    { name: 'event that changes clocks', cold: coldChange, warm: warmChange },
    { name: 'event that changes nothing', cold: await edits(), warm: await edits() },
  ];
}
