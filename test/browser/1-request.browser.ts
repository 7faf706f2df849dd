import { account } from '../../local/demo/company/accounts';
import { expect, expectAccessible, inBothThemes, surface, test } from './support/test';

interface Found {
  readonly issues: readonly {
    readonly key: string;
    readonly fields: {
      readonly summary: string;
      readonly reporter: { readonly accountId: string };
      readonly labels: readonly string[];
    };
  }[];
}

test.describe('raising a request', () => {
  test('reads the promise, is told of bad input, sees articles while typing, and gets an issue', async ({
    page,
    open,
    site,
  }) => {
    await open('alice', '/jira/apps/pledge/catalog/item/laptop');
    const portal = surface(page, 'pledge-portal');
    const promise = portal.getByText('If you send this now');
    await expect(promise).toBeVisible();
    await expect(portal.getByText('First reply by').first()).toBeVisible();
    await expect(portal.getByText('Delivered by').first()).toBeVisible();

    const send = portal.getByRole('button', { name: 'Send request' });
    await send.click();
    await expect(portal.getByRole('alert')).toBeFocused();
    await expect(portal.getByText('Choose one of the options.').first()).toBeVisible();

    await portal.getByRole('radio', { name: 'Light 13' }).check();
    await expect(portal.getByLabel('Which one, and why?')).toBeHidden();
    await portal.getByRole('radio', { name: 'Something else' }).check();
    await portal.getByLabel('Which one, and why?').fill('A small one, mine is heavy');
    await portal.getByRole('radio', { name: 'German' }).check();
    await portal.getByRole('radio', { name: 'Berlin' }).check();
    const date = portal.getByRole('combobox', { name: 'Needed by' });
    // Left with the Tab key: the day is taken, and the keyboard goes on beside it.
    await date.fill('12/15/2026');
    await date.press('Tab');
    await expect(portal.locator('[data-field="neededBy"]')).toContainText('12/15/2026');
    await expect(portal.getByRole('button', { name: 'Needed by, Open calendar' })).toBeFocused();
    await portal
      .getByLabel('What is it for?')
      .fill('My laptop screen flickers and the battery is empty after an hour.');
    await expect(portal.getByText('This may answer your question')).toBeVisible();
    await send.click();
    await expect(portal.getByText('Your request is in')).toBeVisible();

    const { issues } = await site.rest<Found>(
      'ingrid',
      'GET',
      `/rest/api/3/search/jql?jql=${encodeURIComponent('project = IT AND pledgeItem = laptop ORDER BY created DESC')}&fields=summary,reporter,labels&maxResults=1`,
    );
    expect(issues[0]?.fields.summary).toContain('New laptop');
    expect(issues[0]?.fields.reporter.accountId).toBe(account('alice'));
    expect(issues[0]?.fields.labels).toContain('hardware');
  });

  test('a failing Jira keeps the answers, and sending again makes one issue', async ({
    page,
    open,
    site,
  }) => {
    const count = async () =>
      (
        await site.rest<{ count: number }>('admin', 'POST', '/rest/api/3/search/approximate-count', {
          jql: `pledgeItem = vpn AND reporter = "${account('alice')}"`,
        })
      ).count;
    const before = await count();
    await open('alice', '/jira/apps/pledge/catalog/item/vpn');
    const portal = surface(page, 'pledge-portal');
    await portal.getByRole('radio', { name: 'Permanently' }).check();
    await portal.getByRole('radio', { name: 'Berlin' }).check();
    await site.faults({
      next: [{ target: 'jira', status: 503, count: 10, method: 'POST', path: '/rest/api/3/issue' }],
    });
    await portal.getByRole('button', { name: 'Send request' }).click();
    await expect(portal.getByText('The request was not sent')).toBeVisible();
    await site.faults({});
    await expect(portal.getByRole('radio', { name: 'Permanently' })).toBeChecked();
    await portal.getByRole('button', { name: 'Send again' }).click();
    await expect(portal.getByText('Your request is in')).toBeVisible();
    expect(await count()).toBe(before + 1);
  });

  test('the portal is accessible in both themes and asks the backend once', async ({ page, open, site }) => {
    await open('alice', '/jira/apps/pledge');
    const portal = surface(page, 'pledge-portal');
    await expect(portal.getByRole('heading', { level: 2, name: 'Popular' })).toBeVisible();
    await site.clearInvocations();
    await page.reload();
    await expect(portal.getByRole('heading', { level: 2, name: 'Popular' })).toBeVisible();
    expect(await site.invocations()).toHaveLength(1);
    await inBothThemes(page, async () => {
      await expect(portal.getByRole('heading', { level: 2, name: 'Popular' })).toBeVisible();
      await expectAccessible(page);
    });
  });

  test('an outsider finds nothing and cannot order by calling the backend', async ({ site }) => {
    const answer = await site.call<{ ok: boolean; error?: { code: string } }>('olga', 'portal.item', {
      itemId: 'laptop',
    });
    expect(answer.ok).toBe(false);
  });
});
