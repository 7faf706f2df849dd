import { askForVpn } from './support/requests';
import { expect, surface, test } from './support/test';

test.describe('without Confluence', () => {
  test.afterEach(({ site }) => site.settings({ confluenceConnected: true }));

  test('all of Jira works and the knowledge parts say what is missing', async ({ page, open, site }) => {
    await site.settings({ confluenceConnected: false });
    const { issueKey } = await askForVpn(site, 'alice');
    await open('ingrid', `/browse/${issueKey}`);
    await expect(surface(page, 'pledge-sla').locator('li', { hasText: 'Delivery' }).first()).toContainText(
      'left',
    );
    await page.getByText('Knowledge', { exact: true }).click();
    await expect(surface(page, 'pledge-knowledge').getByText('Confluence is not connected')).toBeVisible();
    await open('alice', '/jira/apps/pledge');
    const portal = surface(page, 'pledge-portal');
    await portal.getByRole('searchbox').fill('vpn');
    await expect(portal.getByRole('link', { name: /VPN access/ }).first()).toBeVisible();
    await expect(portal.getByText(/not connected to Confluence/)).toBeVisible();
  });
});
