/** Only the desk answers a request, and no edit of a comment makes an answer earlier than it was read. */
import Database from 'libsql';
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { applyPeople, grantAppRoles } from '../../local/demo/apply/people';
import { applyWork } from '../../local/demo/apply/work';
import { account } from '../../local/demo/company/accounts';
import { ask, importSections } from '../../local/demo/apply/app';
import { configDocument } from '../../local/demo/config';
import { createSite, type LocalSite } from '../../local/server';
import { askJira } from './support/ask-jira';
import { runInProcess } from './support/in-process';

jest.setTimeout(120_000);

/** A Monday at nine in Berlin. */
const START = '2026-11-30T08:00:00.000Z';
const HOUR = 3_600_000;
const TEAM = { type: 'role', value: 'Service Desk Team' };

let site: LocalSite;

const DIR = mkdtempSync(path.join(tmpdir(), 'pledge-comments-'));

beforeAll(async () => {
  site = await createSite({
    dir: DIR,
    startAt: START,
    runner: runInProcess(),
    seed: async (opened) => {
      applyPeople(opened);
      applyWork(opened);
      grantAppRoles(opened);
    },
  });
  site.host.settings.change({ rateLimits: false });
  const document = configDocument({
    groupId: (name) => site.jira.users.createGroup(name).groupId,
    pageId: (article) => article,
  });
  await importSections((name, sent) => ask(site, account('admin'), name, sent), document.sections);
});

afterAll(async () => {
  await site.close();
  rmSync(DIR, { recursive: true });
});

/** Changes who may read a comment, as Jira lets its author do later; the app is told nothing of it. */
async function restrict(id: string, visibility: object | null): Promise<void> {
  const db = new Database(path.join(DIR, 'site.db'));
  const shown = visibility === null ? null : JSON.stringify(visibility);
  db.prepare('update jira_comments set visibility = ?, updated = ? where id = ?').run(
    shown,
    site.clock.now(),
    Number(id),
  );
  db.close();
  await site.clock.advance(5_000);
}

async function as(who: string, method: string, address: string, body?: object): Promise<unknown> {
  const answer = await askJira(site, account(who), method, address, body);
  await site.clock.advance(5_000);
  return answer;
}

const textOf = (text: string): object => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

/** An incident of Alice's; answers its key. */
async function incident(): Promise<string> {
  const project = { key: 'IT' };
  const fields = { project, issuetype: { id: '10003' }, priority: { id: '3' }, summary: 'It is broken' };
  return ((await as('alice', 'POST', 'issue', { fields })) as { readonly key: string }).key;
}

const comment = async (who: string, key: string, text: string, limits: object = {}): Promise<string> => {
  const body = { body: textOf(text), ...limits };
  return ((await as(who, 'POST', `issue/${key}/comment`, body)) as { readonly id: string }).id;
};

interface Clock {
  readonly id: string;
  readonly state: string;
  readonly everBreached: string;
}

async function firstResponse(key: string): Promise<Clock | undefined> {
  const { value } = (await as('admin', 'GET', `issue/${key}/properties/pledge-sla`)) as {
    readonly value: { readonly metrics: Readonly<Record<string, Clock>> };
  };
  return Object.values(value.metrics).find(({ id }) => id === 'first-response');
}

describe('a first response', () => {
  test('is not given by a colleague of the requester, but by the desk', async () => {
    const key = await incident();
    await comment('boris', key, 'Any news?');
    expect(await firstResponse(key)).toMatchObject({ state: 'RUNNING' });
    await comment('ingrid', key, 'I am looking at it.');
    expect(await firstResponse(key)).toMatchObject({ state: 'MET' });
  });

  test('is not given by what became public after the breach', async () => {
    const key = await incident();
    const id = await comment('ingrid', key, 'A note', { visibility: TEAM });
    expect(await firstResponse(key)).toMatchObject({ state: 'RUNNING' });
    await site.clock.advance(6 * HOUR);
    expect(await firstResponse(key)).toMatchObject({ everBreached: 'yes' });
    await restrict(id, null);
    await site.clock.advance(2 * HOUR);
    expect(await firstResponse(key)).toMatchObject({ state: 'BREACHED_STOPPED', everBreached: 'yes' });
  });

  test('stays given when it is restricted later', async () => {
    const key = await incident();
    const id = await comment('ingrid', key, 'Done?');
    expect(await firstResponse(key)).toMatchObject({ state: 'MET' });
    await restrict(id, TEAM);
    await site.clock.advance(2 * HOUR);
    expect(await firstResponse(key)).toMatchObject({ state: 'MET' });
  });

  test('is not the requester’s own comment, whoever is the reporter later', async () => {
    const key = await incident();
    await comment('alice', key, 'It is urgent.');
    await as('admin', 'PUT', `issue/${key}`, { fields: { reporter: { id: account('boris') } } });
    expect(await firstResponse(key)).toMatchObject({ state: 'RUNNING' });
  });
});
