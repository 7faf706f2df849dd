import path from 'node:path';
import { seedDemo } from '../../local/demo';
import type { Site } from '../../local/forge/site';
import { createSite } from '../../local/server';
import { SiteApi } from '../../test/browser/support/site-api';
import { measure, type Step } from './measure';
import { requestLife } from './request-life';

const START = '2026-11-23T08:30:00.000Z';
const TICKS_A_MONTH = 12 * 24 * 30;

/** Prints what each step of a request costs on Forge: counts that don't depend on the machine, and dollars from the price list. */
export async function run(): Promise<void> {
  const site = await createSite({
    dir: path.resolve('.local/bench-site'),
    inMemory: true,
    realTime: false,
    startAt: START,
    seed: seedDemo,
  });
  try {
    const steps = await requestLife(site);
    print(steps);
    const idle = await idleTick(site);
    print([idle]);
    console.log(
      `An installation's ${TICKS_A_MONTH} idle ticks a month: ${(idle.gbSeconds * TICKS_A_MONTH).toFixed(1)} GB-s, ` +
        `$${((idle.dollarsPerMillion / 1_000_000) * TICKS_A_MONTH).toFixed(4)}`,
    );
  } finally {
    await site.close();
  }
}

/** A sweep when everything near has been planned by the one before it. */
async function idleTick(site: Site): Promise<Step> {
  const sweep = () => new SiteApi(site.url).local('POST', '/__local/run-schedule', { moduleKey: 'sweep' });
  await sweep();
  return measure(site, 'an idle five-minute tick', sweep);
}

const COLUMNS: readonly (readonly [string, (step: Step) => string])[] = [
  ['invocations', (step) => String(step.invocations)],
  ['storage calls', (step) => String(step.storageCalls)],
  ['bytes read', (step) => String(step.readBytes)],
  ['bytes written', (step) => String(step.writtenBytes)],
  ['REST calls', (step) => String(step.restCalls)],
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
