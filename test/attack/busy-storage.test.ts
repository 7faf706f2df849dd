/** The storage refuses everything for longer than Forge repeats an event: once it answers again, nothing has been lost. */
import path from 'node:path';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { seedPeople } from '../../local/demo';
import { ask, importSections } from '../../local/demo/apply/app';
import { configDocument } from '../../local/demo/config';
import { createSite, type LocalSite } from '../../local/server';
import { askJira } from './support/ask-jira';
import { runInProcess } from './support/in-process';
import { admitPeople, accountOf, type Person } from './support/people';

const START = '2026-11-23T08:30:00.000Z';
const MINUTE = 60_000;
/** Four tries, each ten seconds later, and two sweeps. */
const BUSY_MS = 12 * MINUTE;
const HOUR = 60 * MINUTE;

let site: LocalSite;
beforeAll(async () => {
  site = await createSite({
    dir: path.join(tmpdir(), 'pledge-busy'),
    inMemory: true,
    startAt: START,
    runner: runInProcess(),
    seed: seedPeople,
  });
  site.host.settings.change({ rateLimits: false });
  admitPeople(site);
  const document = configDocument({
    groupId: (name) => site.jira.users.createGroup(name).groupId,
    pageId: (article) => article,
  });
  await importSections((name, sent) => ask(site, accountOf('jiraAdmin'), name, sent), document.sections);
}, 120_000);
afterAll(() => site.close());

const as = (who: Person, method: string, address: string, body?: object) =>
  askJira(site, accountOf(who), method, address, body);

async function incident(): Promise<string> {
  const fields = {
    project: { key: 'IT' },
    issuetype: { id: '10003' },
    priority: { id: '1' },
    summary: 'It is broken',
  };
  return ((await as('requester', 'POST', 'issue', { fields })) as { readonly key: string }).key;
}

interface Shown {
  readonly measured: number;
  readonly everBreached: 'yes' | 'no';
  readonly nextDue?: string;
}

/** The display copy of a work item's clocks; `null` while there is none. */
async function shown(key: string): Promise<Shown | null> {
  const { properties } = (await as('jiraAdmin', 'GET', `issue/${key}?properties=pledge-sla`)) as {
    readonly properties?: { readonly 'pledge-sla'?: Shown };
  };
  return properties?.['pledge-sla'] ?? null;
}

/** Whatever is begun finds a busy storage for a while. */
async function whileBusy(begin: () => Promise<unknown> = async () => undefined): Promise<void> {
  site.host.faults.set({ storage: { rateLimited: 1 } });
  await begin();
  await site.clock.advance(BUSY_MS);
  site.host.faults.set({});
}

it('follows a work item whose events were all refused, within the hour', async () => {
  let key = '';
  await whileBusy(async () => void (key = await incident()));
  expect(await shown(key)).toBeNull();
  await site.clock.advance(HOUR + 5 * MINUTE);
  expect((await shown(key))?.measured).toBeGreaterThan(0);
});

it('tells that a clock was breached while the storage was busy, within two sweeps', async () => {
  const key = await incident();
  await site.clock.advance(MINUTE);
  const { nextDue = '' } = (await shown(key)) ?? {};
  await site.clock.advance(Date.parse(nextDue) - site.now - MINUTE);
  expect(await shown(key)).toMatchObject({ everBreached: 'no' });
  await whileBusy();
  await site.clock.advance(10 * MINUTE);
  expect(await shown(key)).toMatchObject({ everBreached: 'yes' });
});
