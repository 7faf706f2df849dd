import { askForVpn } from './support/requests';
import { expect, expectAccessible, surface, test } from './support/test';

test.describe('one search that acts', () => {
  test('finds a service however it is written, own requests and articles, and takes words it does not know along', async ({
    page,
    open,
    site,
  }) => {
    const { issueKey } = await askForVpn(site, 'alice');
    await open('alice', '/jira/apps/pledge');
    const portal = surface(page, 'pledge-portal');
    const search = portal.getByRole('searchbox');
    const results = portal.getByRole('list', { name: 'Search results' });
    const first = results.getByRole('link').first();

    // Misspelt, in Russian, and that typed with the keyboard still in English.
    for (const words of ['labtop', 'ноутбук', 'yjen,er']) {
      await search.fill(words);
      await expect(first, words).toHaveText('New laptop');
    }
    await search.press('ArrowDown');
    await expect(first).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(portal.getByRole('heading', { level: 1, name: 'New laptop' })).toBeVisible();
    await page.goBack();
    await expect(search).toHaveValue('yjen,er');
    await expect(first).toHaveText('New laptop');

    await search.fill('laptop');
    await results.getByRole('button', { name: 'Which laptop fits your work' }).click();
    const article = portal.getByRole('dialog', { name: 'Which laptop fits your work' });
    await expect(article.getByText('Open in Confluence')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(article).toBeHidden();
    await expect(search).toHaveValue('laptop');

    await search.fill('vpn');
    const own = results.getByRole('listitem').filter({ hasText: issueKey });
    await expect(own).toContainText('See status');
    await expectAccessible(page);
    await own.getByRole('link').click();
    await expect(portal.getByText(issueKey).first()).toBeVisible();

    await open('alice', '/jira/apps/pledge');
    await search.fill('quantum flux zz');
    await expect(portal.getByText('No service matches “quantum flux zz”')).toBeVisible();
    await expect(portal.getByLabel('What do you need?')).toHaveValue('quantum flux zz');
    await portal.getByRole('button', { name: 'Something else' }).click();
    await expect(portal.getByRole('heading', { level: 1, name: 'Something else' })).toBeVisible();
    await expect(portal.locator('form').getByRole('textbox').first()).toHaveValue('quantum flux zz');
  });
});
