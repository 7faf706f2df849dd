import { account } from '../../local/demo/company/accounts';
import { askForVpn, comment, moveTo } from './support/requests';
import { dialogOf, expect, expectAccessible, inDarkTheme, surface, test } from './support/test';

test.describe('the SLA panel of an issue', () => {
  test('follows an issue from creation through a reply, a pause, a resolution and a reopening', async ({
    page,
    open,
    site,
  }) => {
    const { issueKey } = await askForVpn(site, 'alice');
    await open('ingrid', `/browse/${issueKey}`);
    const panel = surface(page, 'pledge-sla');
    const delivery = panel.locator('li', { hasText: 'Delivery' }).first();
    const firstResponse = panel.locator('li', { hasText: 'First response' }).first();
    await expect(delivery).toContainText('left');

    await comment(site, 'ingrid', issueKey, 'On it.');
    await page.reload();
    await expect(firstResponse).toContainText('Met');

    await moveTo(site, 'ingrid', issueKey, 'In progress');
    await moveTo(site, 'ingrid', issueKey, 'Waiting for requester');
    await page.reload();
    await expect(delivery).toContainText('Paused');
    await expect(delivery).toContainText('waiting for the requester');

    await moveTo(site, 'ingrid', issueKey, 'In progress');
    await moveTo(site, 'ingrid', issueKey, 'Resolved');
    await page.reload();
    await expect(delivery).toContainText('Met');

    await moveTo(site, 'ingrid', issueKey, 'In progress');
    await page.reload();
    await expect(delivery).toContainText('left');
    await delivery.getByRole('button', { name: 'Why?' }).click();
    const dialog = dialogOf(page);
    await expect(dialog.getByRole('heading', { level: 1, name: 'Delivery' })).toBeVisible();
    await dialog.getByLabel('Cycle (2)').selectOption('1');
    const happened = dialog.getByRole('list', { name: 'What happened' });
    for (const step of ['Started', 'Paused', 'Resumed', 'Stopped'])
      await expect(happened).toContainText(step);
    await expect(happened).toContainText(/the status changed to “Resolved”.*Ingrid/);
  });

  test('paints from the issue property without a backend call once the definitions are known', async ({
    page,
    open,
    site,
  }) => {
    const { issueKey } = await askForVpn(site, 'alice');
    await open('ingrid', `/browse/${issueKey}`);
    const panel = surface(page, 'pledge-sla');
    const delivery = panel.locator('li', { hasText: 'Delivery' }).first();
    await expect(delivery).toContainText('left');
    // What similar requests took is the last that is asked for.
    const kept = () => panel.locator('body').evaluate(() => localStorage.getItem('pledge.sla-forecast'));
    await expect.poll(kept).not.toBeNull();
    await site.clearInvocations();
    await page.reload();
    await expect(delivery).toContainText('left');
    await delivery.getByRole('button', { name: 'Why?' }).click();
    await expect(dialogOf(page).getByText(/^Forecast:/)).toBeVisible();
    // Who asks why may want to do something: their rights are asked for, and nothing else.
    const names = (await site.invocations()).map(({ name }) => name);
    expect(names.filter((name) => name !== 'sla.issue')).toEqual([]);
  });

  test('is exact from the changelog while the event is still under way', async ({ page, open, site }) => {
    const { issueKey } = await askForVpn(site, 'alice');
    await site.faults({ events: { delayMs: [120_000, 120_000] } });
    const { transitions } = await site.rest<{ transitions: { id: string; to: { name: string } }[] }>(
      'ingrid',
      'GET',
      `/rest/api/3/issue/${issueKey}/transitions`,
    );
    const start =
      transitions.find(({ to }) => to.name === 'Waiting for requester') ??
      transitions.find(({ to }) => to.name === 'In progress');
    await site.rest('ingrid', 'POST', `/rest/api/3/issue/${issueKey}/transitions`, {
      transition: { id: start?.id },
    });
    await site.rest('ingrid', 'PUT', `/rest/api/3/issue/${issueKey}/assignee`, {
      accountId: account('ingrid'),
    });
    await open('ingrid', `/browse/${issueKey}`);
    const panel = surface(page, 'pledge-sla');
    await expect(panel.locator('li', { hasText: 'Pick-up' }).first()).toContainText('Met');
    await site.faults({});
  });

  test('says with the board what is likely to be breached, from what the demo company has finished', async ({
    page,
    open,
  }) => {
    await open('ingrid', '/jira/apps/pledge/board?show=likely');
    const board = surface(page, 'pledge-portal');
    const row = board.getByRole('row', { name: /Likely to breach/ }).first();
    await expect(row).toContainText(/Half of \d+ similar ones took another .* or more/);
    await expectAccessible(page);
    const [issueKey = ''] = /[A-Z]+-\d+/.exec((await row.textContent()) ?? '') ?? [];
    await open('ingrid', `/browse/${issueKey}`);
    const panel = surface(page, 'pledge-sla');
    await expect(panel.getByText('Likely to breach.').first()).toBeVisible();
    await expect(
      panel.getByText(/^Likely to breach\. Half of \d+ finished work items .* Confidence/).first(),
    ).toBeVisible();
    await expectAccessible(page);
  });

  test('explains itself and is accessible in both themes', async ({ page, open, site }) => {
    test.slow();
    const { issueKey } = await askForVpn(site, 'alice');
    await open('ingrid', `/browse/${issueKey}`);
    const panel = surface(page, 'pledge-sla');
    const why = panel.getByRole('button', { name: 'Why?' }).first();
    const dialog = dialogOf(page);
    await why.click();
    await expect(dialog.getByRole('table', { name: 'Time per status' })).toBeVisible();
    await expectAccessible(page);
    await inDarkTheme(page, () => expectAccessible(page));
    await dialog.getByRole('button', { name: 'Table' }).click();
    await expect(dialog.getByRole('table', { name: 'Timeline' })).toBeVisible();
    await expectAccessible(page);
  });

  test('has a dialog that is read and closed by keyboard, with the focus back where it was', async ({
    page,
    open,
    site,
  }) => {
    const { issueKey } = await askForVpn(site, 'alice');
    await open('ingrid', `/browse/${issueKey}`);
    const why = surface(page, 'pledge-sla').getByRole('button', { name: 'Why?' }).first();
    const dialog = dialogOf(page);
    await why.press('Enter');
    const line = dialog.getByRole('group', { name: 'Timeline', exact: true });
    await line.getByRole('button').last().click();
    await page.keyboard.press('Home');
    await expect(line.getByRole('button').first()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.locator('dialog')).toHaveCount(0);
    await expect(why).toBeFocused();

    await why.press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).press('Enter');
    await expect(page.locator('dialog')).toHaveCount(0);
    await expect(why).toBeFocused();
  });
});
