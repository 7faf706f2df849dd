import { askForVpn, comment, moveTo, settle } from './support/requests';
import { HOUR } from './support/site-api';
import { expect, expectAccessible, surface, test } from './support/test';

test.describe('following a request', () => {
  test('the requester sees stage, who acts, the promise and why it moved, answers, and confirms', async ({
    page,
    open,
    site,
  }) => {
    const { issueKey, requestId } = await askForVpn(site, 'alice');
    await moveTo(site, 'ingrid', issueKey, 'In progress');
    await comment(site, 'ingrid', issueKey, 'Which device do you use?');
    await moveTo(site, 'ingrid', issueKey, 'Waiting for requester');
    await open('alice', `/jira/apps/pledge/requests/${requestId}`);
    const portal = surface(page, 'pledge-portal');
    await expect(portal.getByText('Waiting for your reply.')).toBeVisible();
    await expect(portal.getByText('Which device do you use?')).toBeVisible();
    await expect(portal.getByText(/Paused: waiting for your answer/).first()).toBeVisible();
    await expectAccessible(page);
    await site.advance(HOUR);
    await portal.getByLabel('Write to the team').fill('A laptop.');
    await portal.getByRole('button', { name: 'Send message' }).click();
    await expect(portal.getByText('A laptop.')).toBeVisible();

    await settle(site);
    await page.reload();
    await expect(portal.getByText('With our team.').first()).toBeVisible();
    await expect(portal.getByText('Why the date moved').first()).toBeVisible();

    await moveTo(site, 'ingrid', issueKey, 'Resolved');
    await page.reload();
    await portal.getByRole('button', { name: 'Confirm it is done' }).click();
    await expect(portal.getByText('Completed.')).toBeVisible();
  });

  test('a request waits for its approver, and only for them', async ({ page, open, site }) => {
    await open('maria', '/jira/apps/pledge/approvals');
    const portal = surface(page, 'pledge-portal');
    await expect(portal.getByRole('heading', { name: 'New laptop' }).first()).toBeVisible();
    await portal.getByRole('button', { name: 'Approve' }).first().click();
    await portal.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    await expect(portal.getByText(/^Approved: /).first()).toBeVisible();
    const answer = await site.call<{ ok: boolean }>('boris', 'approvals.decide', {
      requestId: 'not-his',
      decision: 'approved',
      comment: '',
    });
    expect(answer.ok).toBe(false);
  });

  test('nobody reads the requests of others', async ({ site }) => {
    const { requestId } = await askForVpn(site, 'alice');
    const answer = await site.call<{ ok: boolean; error: { code: string } }>('boris', 'requests.get', {
      requestId,
    });
    expect(answer).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  });
});
