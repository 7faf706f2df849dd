import type { Site } from '../../local/forge/site';
import { dollars } from './prices';

/** What one step of a request's life cost, summed over the invocations it caused. */
export interface Step {
  readonly name: string;
  readonly invocations: number;
  readonly reads: number;
  readonly writes: number;
  readonly readBytes: number;
  readonly writtenBytes: number;
  /** Calls to Jira or Confluence, the display copies apart. */
  readonly restCalls: number;
  /** Puts of the issue property that holds the display copy: Forge bills no call to a product, but Jira limits their rate. */
  readonly displayCopies: number;
  readonly functionMs: number;
  readonly gbSeconds: number;
  readonly dollarsPerMillion: number;
}

/** Late enough for an event delivered one second late, too early for the next five-minute tick. */
const SETTLE_MS = 5_000;
const KEPT = 5_000;

/** Runs a step, lets its events arrive, and adds up what the host recorded. */
export async function measure(site: Site, name: string, step: () => Promise<unknown>): Promise<Step> {
  await site.clock.drain();
  site.host.invocations.clear();
  await step();
  await site.clock.advance(SETTLE_MS);
  return sumUp(site, name);
}

/** Acts on clocks of other work items that fall due meanwhile: no part of a step. */
const DUE_CLOCKS = 'onDue';

function sumUp(site: Site, name: string): Step {
  const records = site.host.invocations.list(KEPT).filter(({ functionKey }) => functionKey !== DUE_CLOCKS);
  const sum = (pick: (record: (typeof records)[number]) => number) =>
    records.reduce((total, record) => total + pick(record), 0);
  const use = {
    gbSeconds: sum((record) => (record.memoryMb / 1024) * (record.durationMs / 1000)),
    reads: sum((record) => record.storage.reads),
    readBytes: sum((record) => record.storage.readBytes),
    writtenBytes: sum((record) => record.storage.writtenBytes),
  };
  return {
    name,
    invocations: records.length,
    reads: use.reads,
    writes: sum((record) => record.storage.writes),
    readBytes: use.readBytes,
    writtenBytes: use.writtenBytes,
    restCalls: sum((record) => record.rest.filter((call) => !isDisplayCopy(call)).length),
    displayCopies: sum((record) => record.rest.filter(isDisplayCopy).length),
    functionMs: sum((record) => record.durationMs),
    gbSeconds: use.gbSeconds,
    dollarsPerMillion: dollars(use) * 1_000_000,
  };
}

const isDisplayCopy = ({ method, path }: { readonly method: string; readonly path: string }): boolean =>
  method === 'PUT' && /\/properties\/pledge-sla\b/.test(path);
