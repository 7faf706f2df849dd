import { askForVpn, insist, moveTo } from './support/requests';
import { MINUTE } from './support/site-api';
import { expect, expectAccessible, inBothThemes, surface, test } from './support/test';

test.describe.serial('the home', () => {
  test('shows what is pinned and announced, keeps a star, and tells of a problem when it is solved', async ({
    page,
    open,
    site,
  }) => {
    const { issueKey } = await askForVpn(site, 'ingrid');
    const text = (en: string) => ({ en, ru: en });
    const save = (section: string, value: object) =>
      insist(site, 'admin', 'settings.save', { section, value, rev: 0 });
    await save('pins', { id: 'all', name: text('All'), items: ['monitor', 'laptop'] });
    await save('announcement', {
      id: 'vpn-slow',
      kind: 'knownIssue',
      name: text('VPN is slow'),
      text: text('We are on it.'),
      zone: 'Europe/Berlin',
      items: ['vpn'],
      issueKey,
    });

    await page.setViewportSize({ width: 400, height: 900 });
    await open('alice', '/jira/apps/pledge');
    const portal = surface(page, 'pledge-portal');
    const pinned = portal.getByRole('region', { name: 'Pinned' });
    await expect(pinned.getByRole('link')).toHaveText(['Monitor', 'New laptop']);
    await expect(portal.getByText('Known problem: VPN is slow')).toBeVisible();
    await portal.getByRole('button', { name: 'Tell me when it is solved' }).press('Enter');
    await expect(portal.getByRole('button', { name: 'Do not tell me' })).toBeVisible();
    await pinned.getByRole('button', { name: 'Favourite: Monitor' }).press('Space');
    await expect(pinned.getByRole('button', { name: 'Favourite: Monitor' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await inBothThemes(page, async () => {
      await expect(portal.getByText('We are on it.')).toBeVisible();
      await expectAccessible(page);
    });
    await open('alice', '/jira/apps/pledge/catalog/item/vpn');
    await expect(portal.getByText('You will be told when it is solved.').first()).toBeVisible();
    await expect(portal.getByRole('link', { name: 'SLA board' })).toHaveCount(0);

    await moveTo(site, 'ingrid', issueKey, 'In progress');
    await moveTo(site, 'ingrid', issueKey, 'Resolved');
    await site.advance(6 * MINUTE);
    await open('alice', '/jira/apps/pledge');
    await expect(portal.getByText(/^Solved: VPN is slow/)).toBeVisible();

    // The journeys after this one find the home as it was.
    const remove = (section: string, id: string) =>
      insist(site, 'admin', 'catalog.delete', { section, id, rev: 1 });
    await remove('pins', 'all');
    await remove('announcement', 'vpn-slow');
    await insist(site, 'alice', 'portal.favourite', { itemId: 'monitor', isOn: false });
  });
});
