import { describe, expect, it } from '@jest/globals';
import { ANN, APP, BOB, EVE, NOON, openDesk, user } from '../testing/desk.ts';

interface Issue {
  id: string;
  key: string;
  fields: Record<string, unknown>;
}

describe('creating an issue', () => {
  it('stores the mapped fields with the caller as reporter and tells so', async () => {
    const { call, raise, events } = openDesk();
    const key = await raise(ANN, {
      priority: { name: 'High' },
      customfield_10002: '2026-12-01',
      labels: ['new', 'new'],
    });
    const issue = (await call(ANN, 'GET', `issue/${key}`)).body as Issue;
    expect(key).toBe('IT-1');
    expect(issue.fields).toMatchObject({
      summary: 'A new laptop',
      reporter: { accountId: 'ann' },
      priority: { name: 'High' },
      customfield_10001: { value: 'Light' },
      customfield_10002: '2026-12-01',
      labels: ['new'],
      status: { name: 'Open', statusCategory: { key: 'new' } },
      created: '2026-11-23T10:00:00.000+0000',
      resolution: null,
    });
    expect(events).toMatchObject([
      {
        eventType: 'avi:jira:created:issue',
        at: NOON,
        selfGenerated: false,
        atlassianId: 'ann',
        payload: { issue: { key: 'IT-1' } },
      },
    ]);
  });

  it('names every refused field at once', async () => {
    const { call } = openDesk();
    const answer = await call(ANN, 'POST', 'issue', {
      fields: {
        project: { key: 'IT' },
        issuetype: { name: 'Service Request' },
        customfield_10001: { value: 'Old' },
        customfield_10002: '2026-02-30',
        customfield_99999: 1,
        customfield_10003: 'x',
      },
    });
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({
      errorMessages: [],
      errors: {
        summary: 'You must specify a summary of the issue.',
        customfield_10001: "Option value 'Old' is not valid",
        customfield_10002: "Error parsing date string: must be of the form 'yyyy-MM-dd'",
        customfield_99999:
          "Field 'customfield_99999' cannot be set. It is not on the appropriate screen, or unknown.",
        customfield_10003:
          "Field 'customfield_10003' cannot be set. It is not on the appropriate screen, or unknown.",
      },
    });
  });

  it('requires what the screen requires', async () => {
    const { call } = openDesk();
    const answer = await call(ANN, 'POST', 'issue', {
      fields: { project: { key: 'IT' }, issuetype: { name: 'Service Request' }, summary: 'x' },
    });
    expect(answer.body).toMatchObject({ errors: { customfield_10001: 'Model is required.' } });
  });

  it('does not let a requester choose the reporter, but lets the app', async () => {
    const { call, raise } = openDesk();
    await expect(raise(ANN, { reporter: { accountId: 'bob' } })).rejects.toThrow('reporter');
    const key = await raise(APP, { reporter: { accountId: 'ann' } });
    expect((await call(BOB, 'GET', `issue/${key}?fields=reporter,creator`)).body).toMatchObject({
      fields: { reporter: { accountId: 'ann' }, creator: { accountType: 'app' } },
    });
  });

  it('refuses a project the caller may not see without telling that it exists', async () => {
    const { call } = openDesk();
    const answer = await call(ANN, 'POST', 'issue', {
      fields: { project: { key: 'NOPE' }, issuetype: { name: 'Task' }, summary: 'x' },
    });
    const hidden = await call(EVE, 'POST', 'issue', {
      fields: { project: { key: 'IT' }, issuetype: { name: 'Task' }, summary: 'x' },
    });
    expect(hidden.body).toEqual(answer.body);
  });

  it('stores properties given at creation', async () => {
    const { call, events } = openDesk();
    const fields = {
      project: { key: 'IT' },
      issuetype: { name: 'Service Request' },
      summary: 'x',
      customfield_10001: { value: 'Light' },
    };
    await call(APP, 'POST', 'issue', { fields, properties: [{ key: 'item', value: { id: 7 } }] });
    expect((await call(ANN, 'GET', 'issue/IT-1/properties/item')).body).toEqual({
      key: 'item',
      value: { id: 7 },
    });
    expect(events.map((event) => event.eventType)).toEqual([
      'avi:jira:created:issue',
      'avi:jira:set:issue-property',
    ]);
    expect(events.every((event) => event.selfGenerated)).toBe(true);
  });
});

describe('seeing an issue', () => {
  it('answers hidden and absent issues alike', async () => {
    const { call, raise } = openDesk();
    const key = await raise();
    const hidden = await call(EVE, 'GET', `issue/${key}`);
    expect(hidden).toEqual(await call(ANN, 'GET', 'issue/IT-999'));
    expect(hidden).toMatchObject({
      status: 404,
      body: { errorMessages: ['Issue does not exist or you do not have permission to see it.'] },
    });
  });

  it('shows a restricted project to the reporter of an issue only for that issue', async () => {
    const { call, jira } = openDesk();
    const mine = jira.importIssue({
      project: 'SEC',
      issueType: 'Task',
      reporter: 'eve',
      createdAt: NOON,
      fields: { summary: 'Mine' },
    });
    const other = jira.importIssue({
      project: 'SEC',
      issueType: 'Task',
      reporter: 'bob',
      createdAt: NOON,
      fields: { summary: 'Theirs' },
    });
    expect((await call(EVE, 'GET', `issue/${mine.key}`)).status).toBe(200);
    expect((await call(EVE, 'GET', `issue/${other.key}`)).status).toBe(404);
    expect(
      (await call(EVE, 'POST', 'search/jql', { jql: 'project = SEC', fields: ['summary'] })).body,
    ).toMatchObject({ issues: [{ key: mine.key }] });
  });

  it('refuses people without an account or without Jira', async () => {
    const { call } = openDesk();
    expect((await call({ kind: 'anonymous' }, 'GET', 'myself')).status).toBe(401);
    expect((await call(user('nobody'), 'GET', 'myself')).status).toBe(401);
    expect((await call(user('wiki'), 'GET', 'myself')).status).toBe(403);
  });

  it('gives only the asked fields', async () => {
    const { call, raise } = openDesk();
    const key = await raise();
    const fields = async (asked: string) =>
      Object.keys(((await call(ANN, 'GET', `issue/${key}?fields=${asked}`)).body as Issue).fields);
    expect(await fields('summary,status')).toEqual(['summary', 'status']);
    expect(await fields('*all,-comment')).not.toContain('comment');
    expect(await fields('*all')).toContain('comment');
  });

  it('limits the app to its projects when so configured', async () => {
    const { call, raise, jira } = openDesk();
    const key = await raise();
    jira.setAppAccess(['SEC']);
    expect((await call(APP, 'GET', `issue/${key}`)).status).toBe(404);
    jira.setAppAccess('all');
    expect((await call(APP, 'GET', `issue/${key}`)).status).toBe(200);
  });
});
