import { askForVpn } from './support/requests';
import { expect, expectAccessible, openPanel, surface, test } from './support/test';

test.describe('without Confluence', () => {
  test.afterEach(({ site }) => site.settings({ confluenceConnected: true }));

  test('all of Jira works and the knowledge parts say what is missing', async ({ page, open, site }) => {
    await site.settings({ confluenceConnected: false });
    const { issueKey } = await askForVpn(site, 'alice');
    await open('ingrid', `/browse/${issueKey}`);
    await expect(surface(page, 'pledge-sla').locator('li', { hasText: 'Delivery' }).first()).toContainText(
      'left',
    );
    await openPanel(page, 'Knowledge');
    await expect(surface(page, 'pledge-knowledge').getByText('Confluence is not connected')).toBeVisible();
    await open('alice', '/jira/apps/pledge');
    const portal = surface(page, 'pledge-portal');
    await portal.getByRole('searchbox').fill('vpn');
    await expect(portal.getByRole('link', { name: /VPN access/ }).first()).toBeVisible();
    await expect(portal.getByText(/not connected to Confluence/)).toBeVisible();
  });
});

test.describe('without access to Jira', () => {
  test('a reader of Confluence reads the catalog and is told what asking needs', async ({
    page,
    open,
    site,
  }) => {
    await open('olga', '/wiki/apps/pledge');
    const portal = surface(page, 'pledge-confluence-portal');
    await expect(portal.getByText('Только просмотр')).toBeVisible();
    await portal.getByRole('searchbox').fill('ремонт');
    await portal.getByRole('link', { name: 'В офисе что-то сломалось' }).first().click();
    await expect(portal.getByRole('heading', { level: 1, name: 'В офисе что-то сломалось' })).toBeVisible();
    await expect(portal.getByRole('form')).toHaveCount(0);
    await expectAccessible(page);
    const answer = await site.call<{ ok: boolean; error?: { code: string } }>('olga', 'requests.submit', {
      clientToken: crypto.randomUUID(),
      itemId: 'repair',
      itemVersion: 1,
      answers: {},
    });
    expect(answer.error?.code).toBe('FORBIDDEN');
  });
});
