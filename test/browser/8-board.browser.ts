import { askForVpn, moveTo } from './support/requests';
import { expect, expectAccessible, inBothThemes, surface, test } from './support/test';

interface BoardAnswer {
  readonly ok: boolean;
  readonly value: { readonly rows: readonly { readonly issueKey: string; readonly issueId: string }[] };
}

test.describe('the SLA board', () => {
  test('shows clocks by next breach, keeps the view in the address, and is accessible in both themes', async ({
    page,
    open,
    site,
  }) => {
    const { issueKey } = await askForVpn(site, 'alice');
    await moveTo(site, 'ingrid', issueKey, 'In progress');
    await moveTo(site, 'ingrid', issueKey, 'Waiting for requester');
    await open('ingrid', '/jira/apps/pledge/board');
    const board = surface(page, 'pledge-portal');
    const row = board.getByRole('row', { name: new RegExp(`${issueKey} .*Delivery`) });
    await expect(row).toContainText('Paused');
    await expect(row).toContainText('waiting for the requester');

    const paused = board.getByRole('button', { name: /Paused$/ });
    await paused.focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/board\?show=paused$/);
    await inBothThemes(page, async () => {
      await expect(paused).toHaveAttribute('aria-pressed', 'true');
      await expect(row).toBeVisible();
      await expect(board.getByRole('row', { name: /Overdue/ })).toHaveCount(0);
      await expectAccessible(page);
    });

    const download = page.waitForEvent('download');
    await board.getByRole('button', { name: 'Export CSV' }).click();
    expect((await download).suggestedFilename()).toMatch(/^sla-board-\d{4}-\d\d-\d\d\.csv$/);

    await board.getByRole('button', { name: 'Wallboard' }).click();
    await expect(board.getByRole('navigation')).toHaveCount(0);
    await expect(row).toBeVisible();
    await expectAccessible(page);
    await board.getByRole('button', { name: 'Leave wallboard' }).press('Escape');
    await expect(board.getByRole('navigation')).toBeVisible();
  });

  test('shows nobody what they may not browse', async ({ site }) => {
    const boardOf = async (accountId: string) =>
      (await site.call<BoardAnswer>(accountId, 'sla.board', {})).value.rows;
    const [all, few] = [await boardOf('admin'), await boardOf('boris')];
    expect(few.length).toBeLessThan(all.length);
    for (const issueKey of new Set(few.map((row) => row.issueKey))) {
      await site.rest('boris', 'GET', `/rest/api/3/issue/${issueKey}?fields=summary`);
    }
  });

  test('is not offered to people without Jira', async ({ page, open, site }) => {
    await open('olga', '/wiki/apps/pledge');
    const portal = surface(page, 'pledge-confluence-portal');
    await expect(portal.getByRole('link', { name: 'Каталог', exact: true })).toBeVisible();
    await expect(portal.getByRole('link', { name: 'Доска SLA' })).toHaveCount(0);
    await open('olga', '/wiki/apps/pledge/board');
    await expect(portal.getByRole('heading', { name: 'Для доски SLA нужен доступ к Jira' })).toBeVisible();
    const answer = await site.call<{ ok: boolean }>('olga', 'sla.board', {}, 'pledge-confluence-portal');
    expect(answer.ok).toBe(false);
  });
});
