import path from 'node:path';
import { seedDemo } from '../../local/demo';
import type { Site } from '../../local/forge/site';
import { createSite } from '../../local/server';
import { SiteApi } from '../../test/browser/support/site-api';
import { measure, type Step } from './measure';
import { requestLife } from './request-life';
import { printStorage } from './storage';
import { sweepLine } from './sweep';

const START = '2026-11-23T08:30:00.000Z';
const TICKS_A_MONTH = 12 * 24 * 30;
const WARM_UP_MS = 10 * 60_000;
const BETWEEN_MS = 25 * 60_000;
const MOST_ATTEMPTS = 60;
/** One query for each subject with timers (clocks, steps, requests), and one look for jobs that were lost. */
const IDLE_READS = 4;

/** Prints what each step of a request costs on Forge: counts that don't depend on the machine, and dollars from the price list. */
export async function run(): Promise<void> {
  await printStorage();
  const site = await createSite({
    dir: path.resolve('.local/bench-site'),
    inMemory: true,
    realTime: false,
    startAt: START,
    seed: seedDemo,
  });
  try {
    // The backfill that follows the installation is no part of a request's life.
    await site.clock.advance(WARM_UP_MS);
    print(await requestLife(site));
    const { planned, idle } = await ticks(site);
    print([planned, idle]);
    console.log(
      `Ticks per installation and month (${TICKS_A_MONTH}, idle): ${(idle.gbSeconds * TICKS_A_MONTH).toFixed(1)} GB-s, ` +
        `$${((idle.dollarsPerMillion / 1_000_000) * TICKS_A_MONTH).toFixed(4)}`,
    );
    console.log(await sweepLine());
    console.log(
      'Reads and writes are storage calls. A display put writes the issue property the panel and JQL read: Forge does not ' +
        "bill it, Jira's rate limits count it, and it is left out when the display would not change. Function time is this " +
        "machine's; dollars are past the free allowance.",
    );
  } finally {
    await site.close();
  }
}

/** A tick whose due clocks an earlier one has planned, and one that finds nothing due within its window. */
async function ticks(site: Site): Promise<{ readonly planned: Step; readonly idle: Step }> {
  const sweep = () => new SiteApi(site.url).local('POST', '/__local/run-schedule', { moduleKey: 'sweep' });
  await sweep();
  const planned = await measure(site, 'a tick, all due is planned', sweep);
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    await site.clock.advance(BETWEEN_MS);
    await sweep();
    const idle = await measure(site, 'a tick, nothing due', sweep);
    if (idle.reads === IDLE_READS) return { planned, idle };
  }
  throw new Error('Something fell due within every window: there was no idle tick to measure.');
}

const COLUMNS: readonly (readonly [string, (step: Step) => string])[] = [
  ['invocations', (step) => String(step.invocations)],
  ['reads', (step) => String(step.reads)],
  ['writes', (step) => String(step.writes)],
  ['bytes read', (step) => String(step.readBytes)],
  ['bytes written', (step) => String(step.writtenBytes)],
  ['REST calls', (step) => String(step.restCalls)],
  ['display puts', (step) => String(step.displayCopies)],
  ['function ms', (step) => step.functionMs.toFixed(0)],
  ['GB-s', (step) => step.gbSeconds.toFixed(4)],
  ['$ per million', (step) => step.dollarsPerMillion.toFixed(2)],
];

function print(steps: readonly Step[]): void {
  const name = Math.max(...steps.map((step) => step.name.length), 24);
  console.log([''.padEnd(name), ...COLUMNS.map(([title]) => title.padStart(14))].join(''));
  for (const step of steps) {
    console.log([step.name.padEnd(name), ...COLUMNS.map(([, cell]) => cell(step).padStart(14))].join(''));
  }
}
