/** Where the local products were kinder than Jira's and Confluence's REST references; each row names what it follows. */
import { describe, expect, it } from '@jest/globals';
import {
  APP as WIKI_APP,
  BOB as WIKI_BOB,
  openWikiFor,
  ROOT,
} from '../../local/products/confluence/testing/wiki.ts';
import { ANN, BOB, EVE, openDesk } from '../../local/products/jira/testing/desk.ts';
import { FORM, FORM_TYPE } from './products-jira-steps.ts';

const say = (text: string) => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});
const INTERNAL = [{ key: 'sd.public.comment', value: { internal: true } }];

describe('the local Jira', () => {
  it('gives the instants of histories in bulk as milliseconds (POST changelog/bulkfetch, example)', async () => {
    const { call, raise, move, clock } = openDesk();
    const key = await raise();
    await move(BOB, key, 'Start');
    const { body } = await call(ANN, 'POST', 'changelog/bulkfetch', { issueIdsOrKeys: [key] });
    expect(body).toMatchObject({ issueChangeLogs: [{ changeHistories: [{ created: clock.now() }] }] });
  });

  it('tells of a parent in the history by its association, without the id of a field', async () => {
    const { call, raise } = openDesk();
    const [above, below] = [await raise(), await raise()];
    await call(BOB, 'PUT', `issue/${below}`, { fields: { parent: { key: above } } });
    const { body } = await call(ANN, 'GET', `issue/${below}?expand=changelog&fields=summary`);
    const { items } = (body as { changelog: { histories: [{ items: readonly object[] }] } }).changelog
      .histories[0];
    expect(items).toMatchObject([{ field: 'IssueParentAssociation' }]);
    expect(items[0]).not.toHaveProperty('fieldId');
  });

  it('knows no internal comments outside Service Management: there every comment is public (jsdPublic)', async () => {
    const { jira, call } = openDesk();
    jira.createProject({
      key: 'OPS',
      name: 'Operations',
      type: 'business',
      issueTypes: [{ name: 'Service Request', workflow: 'Service' }],
    });
    const fields = { project: { key: 'OPS' }, issuetype: { name: 'Service Request' }, summary: 'Move desks' };
    const { key } = (await call(ANN, 'POST', 'issue', { fields })).body as { key: string };
    const made = await call(BOB, 'POST', `issue/${key}/comment`, { body: say('VIP'), properties: INTERNAL });
    expect(made.body).toMatchObject({ jsdPublic: true });
    expect((await call(ANN, 'GET', `issue/${key}/comment`)).body).toMatchObject({ total: 1 });
  });

  it('takes files only with the header against forged calls, from who may see and attach (POST issue/{key}/attachments)', async () => {
    const { jira, raise } = openDesk();
    const key = await raise();
    const sent = async (actor: typeof ANN, headers: Record<string, string>) => {
      const path = `/rest/api/3/issue/${key}/attachments`;
      return (await jira.handle({ actor, method: 'POST', path, headers, body: FORM })).status;
    };
    const type = { 'content-type': FORM_TYPE };
    expect(await sent(ANN, type)).toBe(403);
    expect(await sent(ANN, { 'x-atlassian-token': 'no-check', ...type })).toBe(200);
    expect(await sent(EVE, { 'x-atlassian-token': 'no-check', ...type })).toBe(404);
  });

  it('shows what was attached for agents to no customer (POST request/{key}/attachment, public)', async () => {
    const { jira, call } = openDesk();
    jira.defineField({ id: 'customfield_10099', name: 'Request type', kind: 'requesttype' });
    jira.createProject({
      key: 'HELP',
      name: 'Help',
      type: 'service_desk',
      roles: { 'Service Desk Team': { users: ['bob'] } },
      issueTypes: [{ name: 'Service Request', workflow: 'Service', fields: [{ id: 'customfield_10099' }] }],
      requestTypes: [{ id: '7', issueType: 'Service Request', name: 'Get help' }],
    });
    const fields = {
      project: { key: 'HELP' },
      issuetype: { name: 'Service Request' },
      summary: 'Help me',
      customfield_10099: '7',
    };
    const { key } = (await call(BOB, 'POST', 'issue', { fields })).body as { readonly key: string };
    const asked = (path: string, body: Buffer | string, type: string) =>
      jira.handle({
        actor: BOB,
        method: 'POST',
        path: `/rest/servicedeskapi/${path}`,
        headers: { 'x-atlassian-token': 'no-check', 'content-type': type },
        body,
      });
    for (const isPublic of [true, false]) {
      const left = (await asked('servicedesk/HELP/attachTemporaryFile', FORM, FORM_TYPE)).body as {
        readonly temporaryAttachments: readonly [{ readonly temporaryAttachmentId: string }];
      };
      const temporaryAttachmentIds = left.temporaryAttachments.map((each) => each.temporaryAttachmentId);
      const wanted = JSON.stringify({ temporaryAttachmentIds, public: isPublic });
      expect(await asked(`request/${key}/attachment`, wanted, 'application/json')).toMatchObject({
        status: 201,
        body: { attachments: { values: [{ filename: 'a.txt', size: 5 }] } },
      });
    }
    const read = async (id: number) =>
      (await call(ANN, 'GET', `attachment/content/${id}?redirect=false`)).status;
    expect([await read(10_000), await read(10_001)]).toEqual([200, 404]);
  });

  it('writes locales with an underscore (User.locale)', async () => {
    const { call } = openDesk();
    expect((await call(ANN, 'GET', 'myself')).body).toMatchObject({ locale: 'en_US' });
    expect((await call(ANN, 'GET', 'user/search?query=ann')).body).toContainEqual(
      expect.objectContaining({ accountId: 'ann', locale: 'en_US' }),
    );
  });
});

describe('the local Confluence', () => {
  const check = (identifier: string) => ({ subject: { type: 'user', identifier }, operation: 'read' });

  it('answers about others to its administrators only (POST content/{id}/permission/check)', async () => {
    const { call, ids } = openWikiFor();
    const asked = async (actor: typeof WIKI_APP, about: string) =>
      (await call(actor, 'POST', `rest/api/content/${ids.vpn}/permission/check`, check(about))).status;
    expect([await asked(WIKI_APP, 'ann'), await asked(WIKI_BOB, 'ann')]).toEqual([403, 403]);
    expect([await asked(WIKI_BOB, 'bob'), await asked(ROOT, 'ann')]).toEqual([200, 200]);
  });

  it('refuses a wrong version of a property with 400, as the second version of the API documents', async () => {
    const { call, ids } = openWikiFor();
    const at = `api/v2/pages/${ids.vpn}/properties`;
    const { id } = (await call(WIKI_BOB, 'POST', at, { key: 'a', value: 1 })).body as { id: string };
    const stale = { key: 'a', value: 2, version: { number: 1 } };
    expect((await call(WIKI_BOB, 'PUT', `${at}/${id}`, stale)).status).toBe(400);
    expect((await call(WIKI_BOB, 'POST', at, { key: 'a', value: 2 })).status).toBe(400);
  });
});
