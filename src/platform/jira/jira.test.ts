import api, { route } from '@forge/api';
import * as v from 'valibot';
import { type FakeForge, installFakeForge, type ProductAnswer } from '../../../test/support/fake-forge';
import { groupsOf } from './people/groups';
import { existingGroups } from './people/existing-groups';
import { findJira, readJira } from './client';
import { commentAsUser, publicComments } from './issues/comments';
import { createAsApp, issueOfRequest, quoteJql } from './issues/create-issue';
import { createFields } from './issues/create-fields';
import { namesOf, peopleNow, viewersOf } from './people/people';
import { issuesNow } from './issues/issues-now';
import { missingIssues } from './issues/missing-issues';
import { moveTo } from './issues/transitions';
import { heldStatuses } from './projects/held-statuses';
import { requestTypesOf } from './projects/request-types';
import { statusesByType } from './projects/type-statuses';
import { findsIssue } from './search/finds-issue';

let forge: FakeForge;
beforeEach(() => {
  forge = installFakeForge('alice');
});
const answers = (...list: readonly ProductAnswer[]) => {
  let at = 0;
  forge.product = () => list[at++] ?? { status: 500 };
};
const schema = v.object({ id: v.string() });
const read = () => readJira(api.asApp().requestJira(route`/rest/api/3/issue/1`, { method: 'GET' }), schema);

describe('Jira’s answers', () => {
  it.each([
    [{ status: 400, body: { errorMessages: ['No'], errors: { duedate: 'Past' } } }, 'JIRA_REFUSED', false],
    [{ status: 403 }, 'JIRA_REFUSED', false],
    [{ status: 401 }, 'JIRA_UNAVAILABLE', true],
    [{ status: 429 }, 'JIRA_UNAVAILABLE', true],
    [{ status: 502 }, 'JIRA_UNAVAILABLE', true],
    [{ status: 200, body: { id: 5 } }, 'JIRA_UNAVAILABLE', true],
  ])('%j become %s', async (answer, code, retryable) => {
    answers(answer);
    await expect(read()).rejects.toMatchObject({ code, retryable });
  });

  it('keep what Jira says of its fields', async () => {
    answers({ status: 400, body: { errorMessages: [], errors: { duedate: 'Past' } } });
    await expect(read()).rejects.toMatchObject({ jiraFields: { duedate: 'Past' }, status: 400 });
  });

  it('are null only for 404 where a missing thing is expected', async () => {
    const find = () =>
      findJira(api.asApp().requestJira(route`/rest/api/3/issue/1`, { method: 'GET' }), schema);
    answers({ status: 404 }, { status: 403 });
    expect(await find()).toBeNull();
    await expect(find()).rejects.toMatchObject({ code: 'JIRA_REFUSED' });
  });

  it('are unavailable when the connection breaks', async () => {
    forge.product = () => Promise.reject(new Error('reset'));
    await expect(read()).rejects.toMatchObject({ code: 'JIRA_UNAVAILABLE' });
  });
});

describe('what Jira can’t say, or refuses to,', () => {
  const ask = async () => ({
    held: await heldStatuses({ projectId: '1', issueTypeId: '2' }, ['3']),
    requestTypes: await requestTypesOf('1'),
    missing: await missingIssues(['IT-1']),
    statuses: await statusesByType('1'),
  });

  it.each([403, 503])('is not known: %d', async (status) => {
    forge.product = () => ({ status });
    expect(await ask()).toEqual({
      held: new Map(),
      requestTypes: null,
      missing: new Set(),
      statuses: null,
    });
  });

  it('is told apart from what it says', async () => {
    answers(
      { status: 200, body: { issues: [{ id: '9' }] } },
      { status: 200, body: { transitions: [] } },
      { status: 200, body: { values: [{ id: '5', name: 'Help', issueTypeId: '2' }] } },
      { status: 200, body: { issues: [] } },
      { status: 200, body: [{ id: '2', statuses: [{ id: '3' }] }] },
    );
    expect(await ask()).toEqual({
      held: new Map([['3', 'held']]),
      requestTypes: [{ id: '5', name: 'Help', issueTypeId: '2' }],
      missing: new Set(['IT-1']),
      statuses: new Map([['2', new Set(['3'])]]),
    });
    answers({ status: 200, body: { issues: [] } });
    expect(await heldStatuses({ projectId: '1', issueTypeId: '2' }, ['3'])).toEqual(
      new Map([['3', 'unseen']]),
    );
    answers(
      { status: 200, body: { issues: [{ id: '9' }] } },
      { status: 200, body: { transitions: [{ id: '1' }] } },
    );
    expect(await heldStatuses({ projectId: '1', issueTypeId: '2' }, ['3'])).toEqual(new Map());
  });

  it('finds nothing in a query it refuses, and is awaited where it can’t say', async () => {
    answers({ status: 400 }, { status: 200, body: { issues: [{ key: 'IT-1' }] } }, { status: 503 });
    expect(await findsIssue('key = 1')).toBe(false);
    expect(await findsIssue('key = 1')).toBe(true);
    await expect(findsIssue('key = 1')).rejects.toMatchObject({ code: 'JIRA_UNAVAILABLE' });
  });
});

describe('people who are to be told something', () => {
  it('are known without their language where the app may not browse people', async () => {
    forge.product = ({ path }) =>
      path.includes('/user/bulk')
        ? { status: 200, body: { values: [{ accountId: 'ann', active: true, displayName: 'Ann' }] } }
        : { status: 403 };
    expect([...(await peopleNow(['ann']))]).toEqual([['ann', { active: true, name: 'Ann', language: null }]]);
  });
});

describe('who may see a work item', () => {
  it('is asked about fifty people; nobody is passed over because nobody asked', async () => {
    const ids = Array.from({ length: 60 }, (_, n) => `a${n}`);
    forge.product = ({ path }) => {
      const asked = /accountId=(a\d+)/.exec(path)?.[1] ?? '';
      return { status: 200, body: asked === 'a0' ? [] : [{ accountId: asked }] };
    };
    expect([...((await viewersOf('IT-1', ids)) ?? [])]).toEqual(ids.slice(1));
    expect(forge.products).toHaveLength(50);
  });
});

describe('creating', () => {
  const issue = { fields: { summary: 's' }, property: { requestId: 'r' } };

  it('sends the property and the reporter with the issue, as the app', async () => {
    answers({ status: 201, body: { id: '2', key: 'IT-2' } });
    await createAsApp(issue, 'alice');
    expect(forge.products.map(({ as }) => as)).toEqual(['app']);
    expect(forge.products[0]?.body).toEqual({
      fields: { summary: 's', reporter: { accountId: 'alice' } },
      properties: [{ key: 'pledge-request', value: { requestId: 'r' } }],
    });
  });

  it('believes a found issue only when it is the app’s and its property carries the very id', async () => {
    const found = (requestId: string, creator = 'app') => {
      const fields = { creator: { accountId: creator } };
      const issue = { id: '1', key: 'IT-1', fields, properties: { 'pledge-request': { requestId } } };
      return { status: 200, body: { issues: [issue] } };
    };
    const app = { status: 200, body: { accountId: 'app' } };
    answers(found('other'), found('mine', 'boris'), app, found('mine'), app);
    expect(await issueOfRequest('mine')).toBeNull();
    expect(await issueOfRequest('mine')).toBeNull();
    expect(await issueOfRequest('mine')).toEqual({ id: '1', key: 'IT-1' });
  });

  it('takes an answer without a list for no answer: an issue that may be there is not made again', async () => {
    answers({ status: 200, body: {} });
    await expect(issueOfRequest('r1')).rejects.toMatchObject({ code: 'JIRA_UNAVAILABLE' });
    answers({ status: 200, body: {} });
    await expect(issuesNow(['1'])).rejects.toMatchObject({ code: 'JIRA_UNAVAILABLE' });
  });

  it('quotes what goes into JQL', () => {
    expect(quoteJql('a" OR "\\')).toBe('"a\\" OR \\"\\\\"');
  });

  it('reads every page of the create screen', async () => {
    const fields = (n: number) =>
      Array.from({ length: n }, (_, at) => ({
        fieldId: `f${at}`,
        schema: { type: 'string' },
        allowedValues: [{ id: '1', self: 'x' }],
      }));
    answers(
      { status: 200, body: { total: 130, fields: fields(100) } },
      { status: 200, body: { total: 130, fields: fields(30) } },
    );
    expect(await createFields('1', '2')).toHaveLength(130);
    expect(forge.products.map(({ path }) => path.includes('startAt=100'))).toEqual([false, true]);
  });
});

describe('comments', () => {
  const comment = (id: string, over: object = {}) => ({
    id,
    author: { accountId: 'ingrid', displayName: 'Ingrid' },
    created: `2026-03-0${id}`,
    body: {},
    ...over,
  });
  it('shows the public ones, oldest first, and none that are internal, limited, or the app’s own notices', async () => {
    const property = (key: string, value: unknown) => ({ properties: [{ key, value }] });
    const byApp = (key: string, value: unknown) => ({
      ...property(key, value),
      author: { accountId: 'app', displayName: 'Pledge' },
    });
    answers(
      {
        status: 200,
        body: {
          comments: [
            comment('8', byApp('pledge-message', { by: 'alice' })),
            comment('7', byApp('pledge-message', { notice: 'approval' })),
            comment('6', byApp('pledge-message', { notice: 'escalation' })),
            comment('5', property('sd.public.comment', { internal: true })),
            comment('4', { visibility: { type: 'role', value: 'Agents' } }),
            comment('3', { jsdPublic: false }),
            comment('2', { author: null }),
            comment('1'),
          ],
        },
      },
      { status: 200, body: { accountId: 'app' } },
    );
    const shown = await publicComments('100');
    expect(shown.map(({ id, onBehalfOf }) => [id, onBehalfOf])).toEqual([
      ['1', undefined],
      ['2', undefined],
      ['8', 'alice'],
    ]);
  });

  it('leaves out what goes with the app’s files in Service Management, and shows what other apps say', async () => {
    const by = (accountId: string) => ({ author: { accountId, displayName: '', accountType: 'app' } });
    const comments = [comment('2', by('app')), comment('1', by('automation'))];
    answers({ status: 200, body: { comments } }, { status: 200, body: { accountId: 'app' } });
    expect((await publicComments('100')).map(({ id }) => id)).toEqual(['1']);
  });

  it('says when Jira does not let the caller comment, and fails on all else', async () => {
    answers({ status: 403 }, { status: 400 }, { status: 201 });
    expect(await commentAsUser('1', {}, 'm')).toBe(false);
    await expect(commentAsUser('1', {}, 'm')).rejects.toMatchObject({ code: 'JIRA_REFUSED' });
    expect(await commentAsUser('1', {}, 'm')).toBe(true);
  });
});

describe('moving', () => {
  const transitions = { status: 200, body: { transitions: [{ id: '11', to: { id: '3' } }] } };
  it('takes the transition that leads there', async () => {
    answers(transitions, { status: 204 });
    await moveTo('100', '3', '1');
    expect(forge.products[1]).toMatchObject({
      method: 'POST',
      as: 'app',
      body: { transition: { id: '11' } },
    });
  });
  it('does nothing when the issue is there, and refuses when no way leads there', async () => {
    await moveTo('100', '3', '3');
    expect(forge.products).toEqual([]);
    answers(transitions);
    await expect(moveTo('100', '9', '1')).rejects.toMatchObject({ code: 'JIRA_REFUSED' });
  });
});

it('asks nothing of Jira for nobody and nothing', async () => {
  expect([(await issuesNow([])).size, (await namesOf([])).size]).toEqual([0, 0]);
  expect(forge.products).toEqual([]);
});

it('knows groups by name and by id, and none for an unknown account', async () => {
  answers(
    {
      status: 200,
      body: [
        { name: 'staff', groupId: 'g1' },
        { name: 'it', groupId: null },
      ],
    },
    { status: 404 },
  );
  expect(await groupsOf('alice')).toEqual(['staff', 'g1', 'it']);
  expect(await groupsOf('nobody')).toEqual([]);
});

describe('existing groups', () => {
  const GROUP = { groupId: '276f955c-63d7-42c8-9520-92d01dca0625', name: 'duty' };

  it('are known by id and by name, whichever they were asked for by', async () => {
    answers({ status: 200, body: { values: [GROUP] } }, { status: 200, body: { values: [] } });
    expect(await existingGroups([GROUP.groupId, 'doty'])).toEqual(new Set([GROUP.groupId, 'duty']));
    expect(forge.products.map(({ path }) => path)).toEqual([
      `/rest/api/3/group/bulk?maxResults=50&groupId=${GROUP.groupId}`,
      `/rest/api/3/group/bulk?maxResults=50&groupName=${GROUP.groupId}&groupName=doty`,
    ]);
  });

  it('are not asked for when nobody names one, and a name is never sent as an id', async () => {
    expect(await existingGroups([])).toEqual(new Set());
    answers({ status: 200, body: { values: [GROUP] } });
    await existingGroups(['duty']);
    expect(forge.products.map(({ path }) => path)).toEqual([
      '/rest/api/3/group/bulk?maxResults=50&groupName=duty',
    ]);
  });
});

it('tells how issues stand in one call', async () => {
  const status = { id: '3', statusCategory: { key: 'done' } };
  answers({
    status: 200,
    body: {
      issues: [
        {
          id: '1',
          key: 'IT-1',
          fields: {
            summary: 's',
            updated: 'u',
            status,
            statuscategorychangedate: 'd',
            reporter: { accountId: 'alice' },
            assignee: null,
          },
        },
      ],
    },
  });
  expect((await issuesNow(['1', '2'])).get('1')).toEqual({
    id: '1',
    key: 'IT-1',
    summary: 's',
    status: { id: '3', category: 'done' },
    reporter: 'alice',
    updated: 'u',
    statusSince: 'd',
    isAssigned: false,
  });
});
