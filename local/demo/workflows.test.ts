import { describe, expect, it } from '@jest/globals';
import { applyOtherWork } from './apply/other-work';
import { account } from './company/accounts';
import { WORK } from './company/work';
import { openCompany } from './testing/company';

interface Transition {
  readonly id: string;
  readonly name: string;
  readonly hasScreen: boolean;
  readonly to: { readonly name: string };
  readonly fields?: Readonly<Record<string, { readonly required: boolean }>>;
}

/** What a change cannot be raised without. */
const CHANGE = { customfield_10059: { value: 'Standard' } };

/** A work item of a space, raised by Ingrid, whose team works in all of them. */
async function raised(space: string, issueType: string, fields: Readonly<Record<string, unknown>> = {}) {
  const { ask } = openCompany();
  const { body } = await ask('ingrid', 'POST', '/rest/api/3/issue', {
    fields: {
      project: { key: space },
      issuetype: { name: issueType },
      summary: 'To be moved',
      ...(space === 'CHG' ? CHANGE : {}),
      ...fields,
    },
  });
  const { key } = body as { readonly key: string };
  const at = `/rest/api/3/issue/${key}`;
  const transitions = async () =>
    (
      (await ask('ingrid', 'GET', `${at}/transitions?expand=transitions.fields`)).body as {
        readonly transitions: readonly Transition[];
      }
    ).transitions;
  const ways = async () => (await transitions()).map(({ name, to }) => `${name} > ${to.name}`);
  const move = async (name: string, given?: Readonly<Record<string, unknown>>) => {
    const id = (await transitions()).find((one) => one.name === name)?.id ?? 'none';
    return ask('ingrid', 'POST', `${at}/transitions`, {
      transition: { id },
      ...(given ? { fields: given } : {}),
    });
  };
  const fieldsNow = async () =>
    (
      (await ask('ingrid', 'GET', at)).body as {
        readonly fields: {
          readonly status: { readonly name: string };
          readonly resolution: { readonly name: string } | null;
        };
      }
    ).fields;
  const approvals = (name: string, method: string, decision?: string) => {
    const list = `/rest/servicedeskapi/request/${key}/approval`;
    return ask(name, method, decision ? `${list}/1` : list, decision && { decision });
  };
  return { ask, at, transitions, ways, move, fieldsNow, approvals };
}

describe('the simple workflow', () => {
  it('leads from every status to every other', async () => {
    const { ways, move, fieldsNow } = await raised('OPS', 'Task');
    expect(await ways()).toEqual(['In progress > In progress', 'Done > Done']);
    expect((await move('Done')).status).toBe(204);
    expect((await fieldsNow()).resolution?.name).toBe('Done');
    expect(await ways()).toEqual(['To Do > To Do', 'In progress > In progress']);
    await move('To Do');
    expect(await fieldsNow()).toMatchObject({ status: { name: 'To Do' }, resolution: null });
  });
});

describe('the change workflow', () => {
  it('says which fields of a transition screen are required', async () => {
    const { transitions, move } = await raised('CHG', 'Task');
    expect((await transitions()).map(({ name, hasScreen }) => [name, hasScreen])).toEqual([
      ['Submit', false],
    ]);
    await move('Submit');
    const schedule = (await transitions()).find(({ name }) => name === 'Schedule');
    expect(schedule).toMatchObject({
      hasScreen: true,
      fields: { customfield_10055: { required: true }, customfield_10057: { required: false } },
    });
  });

  it('refuses a transition whose required field is missing, in a sentence at the field, and changes nothing', async () => {
    const { move, fieldsNow } = await raised('CHG', 'Task');
    await move('Submit');
    expect(await move('Schedule', { customfield_10057: { accountId: account('felix') } })).toEqual({
      status: 400,
      body: { errorMessages: [], errors: { customfield_10055: 'Start date is required.' } },
    });
    expect(await move('Schedule', { customfield_10055: null })).toMatchObject({ status: 400 });
    expect(await fieldsNow()).toMatchObject({ status: { name: 'In review' }, customfield_10057: null });
  });

  it('goes on with the field given, and with one the work item has already', async () => {
    const { move, fieldsNow } = await raised('CHG', 'Task');
    await move('Submit');
    expect((await move('Schedule', { customfield_10055: '2026-11-20' })).status).toBe(204);
    await move('Send back');
    await move('Submit');
    expect((await move('Schedule')).status).toBe(204);
    expect(await move('Implement')).toMatchObject({ body: { errors: { resolution: expect.any(String) } } });
    expect((await move('Implement', { resolution: { name: 'Done' } })).status).toBe(204);
    expect(await fieldsNow()).toMatchObject({
      status: { name: 'Implemented' },
      resolution: { name: 'Done' },
    });
  });
});

describe('the workflow of Service Management', () => {
  const approvers = { customfield_10058: [{ accountId: account('maria') }] };

  it('opens no way to anybody while its approval is pending', async () => {
    const { ways, approvals, ask, at } = await raised('HELP', 'Service Request', approvers);
    expect(await ways()).toEqual([]);
    // Not even the approver moves it by hand.
    expect(await ask('maria', 'POST', `${at}/transitions`, { transition: { id: '11' } })).toMatchObject({
      status: 400,
    });
    expect((await approvals('ingrid', 'GET')).body).toMatchObject({
      values: [{ finalDecision: 'pending', canAnswerApproval: false }],
    });
    expect((await approvals('maria', 'GET')).body).toMatchObject({ values: [{ canAnswerApproval: true }] });
  });

  it('lets only its approvers decide, whose decision moves the request in their name', async () => {
    const { ways, approvals, ask, at } = await raised('HELP', 'Service Request', approvers);
    expect((await approvals('ingrid', 'POST', 'approve')).status).toBe(403);
    expect(await approvals('maria', 'POST', 'approve')).toMatchObject({
      status: 200,
      body: { finalDecision: 'approved', canAnswerApproval: false },
    });
    expect(await ways()).toContain('Resolve this request > Resolved');
    expect((await ask('ingrid', 'GET', `${at}/changelog`)).body).toMatchObject({
      values: [{ author: { accountId: account('maria') }, items: [{ field: 'status' }] }],
    });
    expect((await approvals('maria', 'POST', 'decline')).status).toBe(404);
  });

  it('declines with a resolution', async () => {
    const { approvals, fieldsNow } = await raised('HELP', 'Service Request', approvers);
    await approvals('maria', 'POST', 'decline');
    expect(await fieldsNow()).toMatchObject({
      status: { name: 'Declined' },
      resolution: { name: 'Declined' },
    });
  });

  it('holds nobody outside of service spaces', async () => {
    const { approvals } = await raised('OPS', 'Task');
    expect((await approvals('maria', 'GET')).body).toMatchObject({ values: [] });
  });
});

it('there is work in each of the other spaces, all of it in the past', () => {
  const { site, db } = openCompany();
  applyOtherWork(site);
  for (const { id } of WORK.otherSpaces) {
    const { n, last } = db
      .prepare('select count(*) as n, max(updated) as last from jira_issues where project_id = ?')
      .get(id) as { readonly n: number; readonly last: number };
    expect(n).toBeGreaterThan(1);
    expect(last).toBeLessThan(site.now);
  }
});
