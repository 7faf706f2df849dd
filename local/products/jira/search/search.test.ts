import { describe, expect, it } from '@jest/globals';
import { ANN, APP, BOB, EVE, NOON, openDesk } from '../testing/desk.ts';

const HOUR = 3_600_000;

/** Three requests: a laptop (Ann, open), a printer (Ann, in progress, Bob), a phone (Bob, resolved two days ago). */
function filled() {
  const desk = openDesk();
  const base = { project: 'IT', issueType: 'Service Request' } as const;
  const model = { customfield_10001: { value: 'Light' } };
  desk.jira.importIssue({
    ...base,
    reporter: 'ann',
    createdAt: NOON - 3 * HOUR,
    fields: {
      ...model,
      summary: 'New laptop',
      description: 'My notebook is slow',
      labels: ['vip'],
      priority: { name: 'High' },
      duedate: '2026-11-25',
      customfield_10004: 900,
    },
  });
  desk.jira.importIssue({
    ...base,
    reporter: 'ann',
    createdAt: NOON - 30 * HOUR,
    fields: { ...model, summary: 'Принтер не печатает', components: [{ name: 'Hardware' }] },
    history: [
      { at: NOON - 2 * HOUR, author: 'bob', set: { status: 'In Progress', assignee: { accountId: 'bob' } } },
    ],
    comments: [{ at: NOON - HOUR, author: 'bob', body: 'Replaced the toner cartridge' }],
  });
  desk.jira.importIssue({
    ...base,
    reporter: 'bob',
    createdAt: NOON - 60 * HOUR,
    fields: { customfield_10001: { value: 'Heavy' }, summary: 'Phone', customfield_10002: '2026-12-24' },
    history: [
      { at: NOON - 48 * HOUR, author: 'bob', set: { status: 'Resolved', resolution: { name: 'Declined' } } },
    ],
    properties: { sla: { state: 'met', due: '2026-11-23T09:00:00.000Z', left: 5, paused: false } },
  });
  desk.jira.importIssue({
    project: 'SEC',
    issueType: 'Task',
    reporter: 'bob',
    createdAt: NOON,
    fields: { summary: 'Secret laptop' },
  });
  desk.jira.registerEntityProperties([
    {
      propertyKey: 'sla',
      values: [
        { path: 'state', type: 'string', searchAlias: 'slaState' },
        { path: 'due', type: 'date', searchAlias: 'slaDue' },
        { path: 'left', type: 'number', searchAlias: 'slaLeft' },
      ],
    },
  ]);
  const find = async (jql: string, actor = BOB): Promise<string[]> => {
    const answer = await desk.call(actor, 'POST', 'search/jql', { jql, fields: ['summary'] });
    if (answer.status !== 200)
      throw new Error((answer.body as { errorMessages: string[] }).errorMessages.join(' '));
    return (answer.body as { issues: { key: string }[] }).issues.map((issue) => issue.key);
  };
  return { ...desk, find };
}

describe('search by JQL', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['project = IT order by key', ['IT-1', 'IT-2', 'IT-3']],
    ['project in ("IT Services") ORDER BY created', ['IT-3', 'IT-2', 'IT-1']],
    ['status = "In Progress"', ['IT-2']],
    ['status != Open and project = IT order by key asc', ['IT-2', 'IT-3']],
    ['statusCategory != Done and project = IT order by key', ['IT-1', 'IT-2']],
    ['issuetype = "Service Request" and assignee is empty order by key', ['IT-1', 'IT-3']],
    ['assignee = currentUser()', ['IT-2']],
    ['assignee != bob', []],
    ['reporter in membersOf(staff) and project = IT order by key', ['IT-1', 'IT-2', 'IT-3']],
    ['reporter = "Ann Asker" order by key', ['IT-1', 'IT-2']],
    ['resolution = Unresolved and project = IT order by key', ['IT-1', 'IT-2']],
    ['resolution = Declined', ['IT-3']],
    ['labels = vip', ['IT-1']],
    ['labels is empty and project = IT order by key', ['IT-2', 'IT-3']],
    ['component = Hardware', ['IT-2']],
    ['priority >= High', []],
    ['priority in (High, Highest)', ['IT-1']],
    ['project = IT order by priority desc, key desc', ['IT-1', 'IT-3', 'IT-2']],
    ['created > -4h and project = IT', ['IT-1']],
    ['created < startOfDay() order by key', ['IT-2', 'IT-3']],
    ['created >= "2026-11-23" and project = IT', ['IT-1']],
    ['resolved >= -3d', ['IT-3']],
    ['updated >= "-90m" and project = IT', ['IT-2']],
    ['due <= 3d', ['IT-1']],
    ['due is not empty', ['IT-1']],
    ['text ~ "notebooks"', ['IT-1']],
    ['text ~ "cartridges"', ['IT-2']],
    ['summary ~ "принтер"', ['IT-2']],
    // The site's one indexing language is English.
    ['summary ~ "принтеры"', []],
    ['summary ~ "lap*" and project = IT', ['IT-1']],
    ['summary !~ laptop and project = IT order by key', ['IT-2', 'IT-3']],
    ['key = IT-2', ['IT-2']],
    ['key in (IT-1, IT-3) order by key desc', ['IT-3', 'IT-1']],
    ['NOT (status = Open OR key = IT-3) and project = IT', ['IT-2']],
    ['cf[10001] = Heavy', ['IT-3']],
    ['Model = light order by key', ['IT-1', 'IT-2']],
    ['"Needed by" > "2026-12-01"', ['IT-3']],
    ['Price > 500 and Price < 1000', ['IT-1']],
    ['slaState = met', ['IT-3']],
    ['slaDue < "2026-12-01" and slaLeft >= 5', ['IT-3']],
    ['slaDue > "2026-12-01T00:00:00Z"', []],
    ['issue.property[sla].state = MET', ['IT-3']],
  ];
  it.each(cases)('%s', async (jql, keys) => {
    const { find } = filled();
    if (jql.startsWith('priority >='))
      await expect(find(jql)).rejects.toThrow("The operator '>=' is not supported by the 'priority' field.");
    else expect(await find(jql)).toEqual(keys);
  });

  it('finds only what the asker may browse', async () => {
    const { find } = filled();
    expect(await find('text ~ laptop order by key', ANN)).toEqual(['IT-1']);
    expect(await find('text ~ laptop order by key', BOB)).toEqual(['IT-1', 'SEC-1']);
    expect(await find('text ~ laptop', EVE)).toEqual([]);
    expect(await find('text ~ laptop order by key', APP)).toEqual(['IT-1', 'SEC-1']);
  });

  it('takes days in the asker’s own zone', async () => {
    const { find, clock, jira } = filled();
    clock.set(Date.parse('2026-11-24T23:30:00Z'));
    jira.importIssue({
      project: 'IT',
      issueType: 'Service Request',
      reporter: 'ann',
      createdAt: Date.parse('2026-11-24T22:30:00Z'),
      fields: { summary: 'Late', customfield_10001: { value: 'Light' } },
    });
    expect(await find('created >= startOfDay()', BOB)).toEqual(['IT-4']);
    expect(await find('created >= startOfDay()', ANN)).toEqual([]);
  });

  it.each([
    ['colour = red', "Field 'colour' does not exist or you do not have permission to view it."],
    ['status = Nowhere', "The value 'Nowhere' does not exist for the field 'status'."],
    ['key = IT-99', "An issue with key 'IT-99' does not exist for field 'key'."],
    ['created > tomorrowish', "Date value 'tomorrowish' for field 'created' is invalid."],
    ['project = IT and', 'Error in the JQL Query: Expecting a field name but the query ended.'],
    ['project IT', 'Error in the JQL Query: Expecting an operator'],
    ['assignee in nobodyKnows()', "Unable to find JQL function 'nobodyKnows()'."],
    [
      'order by created',
      'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.',
    ],
    ['project = IT order by text', "Not able to sort using field 'text'."],
  ])('refuses %s with the reason', async (jql, message) => {
    const { call } = filled();
    const answer = await call(BOB, 'GET', `search/jql?jql=${encodeURIComponent(jql)}`);
    expect(answer.status).toBe(400);
    expect((answer.body as { errorMessages: string[] }).errorMessages[0]).toContain(message);
  });

  it('treats quotes in values as values', async () => {
    const { find } = filled();
    expect(await find(String.raw`summary ~ "x\" or project = SEC or summary ~ \"y"`)).toEqual([]);
    expect(await find(`labels = "vip' or 1=1 --"`)).toEqual([]);
  });

  it('goes on from a page token until the last page', async () => {
    const { call } = filled();
    const first = (
      await call(BOB, 'POST', 'search/jql', {
        jql: 'project = IT order by key',
        maxResults: 2,
        fields: ['summary'],
      })
    ).body as { nextPageToken: string; isLast: boolean };
    expect(first).toMatchObject({ isLast: false, issues: [{ key: 'IT-1' }, { key: 'IT-2' }] });
    const last = await call(BOB, 'POST', 'search/jql', {
      jql: 'project = IT order by key',
      maxResults: 2,
      nextPageToken: first.nextPageToken,
    });
    expect(last.body).toMatchObject({ isLast: true, issues: [{ id: expect.any(String), key: 'IT-3' }] });
    expect((last.body as { issues: object[] }).issues[0]).not.toHaveProperty('fields');
  });

  it('gives properties, names and histories on request', async () => {
    const { call } = filled();
    const { body } = await call(
      BOB,
      'GET',
      'search/jql?jql=key%20in%20(IT-2,IT-3)&fields=status&properties=sla&expand=names,changelog',
    );
    expect(body).toMatchObject({
      names: { status: 'Status' },
      issues: [
        { key: 'IT-3', properties: { sla: { state: 'met' } } },
        { key: 'IT-2', changelog: { total: 1 } },
      ],
    });
  });

  it('counts', async () => {
    const { call } = filled();
    expect((await call(ANN, 'POST', 'search/approximate-count', { jql: 'project = IT' })).body).toEqual({
      count: 3,
    });
    expect((await call(EVE, 'POST', 'search/approximate-count', { jql: 'project = IT' })).body).toEqual({
      count: 0,
    });
  });
});

describe('histories in bulk', () => {
  it('pages, filters by field and leaves hidden issues out', async () => {
    const { call } = filled();
    const all = (
      await call(BOB, 'POST', 'changelog/bulkfetch', { issueIdsOrKeys: ['IT-1', 'IT-2', 'IT-3', 'NO-1'] })
    ).body;
    expect(all).toMatchObject({
      issueChangeLogs: [
        { issueId: '10001', changeHistories: [{ items: [{ fieldId: 'status' }, { fieldId: 'assignee' }] }] },
        { issueId: '10002' },
      ],
    });
    const status = (
      await call(BOB, 'POST', 'changelog/bulkfetch', { issueIdsOrKeys: ['IT-2'], fieldIds: ['status'] })
    ).body as { issueChangeLogs: { changeHistories: { items: object[] }[] }[] };
    expect(status.issueChangeLogs[0]?.changeHistories[0]?.items).toHaveLength(1);
    const first = (
      await call(BOB, 'POST', 'changelog/bulkfetch', { issueIdsOrKeys: ['IT-2', 'IT-3'], maxResults: 1 })
    ).body as { nextPageToken: string; issueChangeLogs: object[] };
    expect(first.issueChangeLogs).toMatchObject([{ issueId: '10001' }]);
    expect(
      (
        await call(BOB, 'POST', 'changelog/bulkfetch', {
          issueIdsOrKeys: ['IT-2', 'IT-3'],
          maxResults: 1,
          nextPageToken: first.nextPageToken,
        })
      ).body,
    ).toMatchObject({ issueChangeLogs: [{ issueId: '10002' }] });
    expect((await call(EVE, 'POST', 'changelog/bulkfetch', { issueIdsOrKeys: ['IT-2'] })).body).toEqual({
      issueChangeLogs: [],
    });
  });
});
