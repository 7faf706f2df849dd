import { expect, expectAccessible, inBothThemes, surface, test } from './support/test';

interface Refusal {
  readonly ok: boolean;
  readonly error?: { readonly code: string };
}

test.describe('changing the promise', () => {
  test('an SLA manager who is no Jira admin edits a target in the portal; a bad one is refused; the audit tells', async ({
    page,
    open,
    site,
  }) => {
    // What is saved is counted anew for all work items of the demo company.
    test.slow();
    await open('admin', '/jira/settings/apps/pledge-settings');
    const settings = surface(page, 'pledge-settings');
    await settings.getByRole('link', { name: 'SLAs', exact: true }).click();
    await settings.getByRole('link', { name: 'First response' }).click();
    await settings.getByRole('button', { name: /^Edit goal 3:/ }).click();
    const amount = settings.getByRole('textbox', { name: 'Goal 3, amount' });
    await amount.fill('0');
    await expect(settings.getByText('Enter a number above zero')).toBeVisible();
    await amount.fill('3');
    await page.goBack();
    await settings.getByRole('button', { name: 'Keep editing' }).click();
    await expect(page).toHaveURL(/metrics\/first-response$/);
    await expect(amount).toHaveValue('3');
    await expectAccessible(page);
    await settings.getByRole('button', { name: 'Save', exact: true }).click();
    await settings.getByRole('dialog').getByRole('button', { name: 'Apply' }).click();
    await expect(settings.getByText(/^Saved\./)).toBeVisible();
    await site.drain();
    await settings.getByRole('link', { name: 'Audit log' }).click();
    await expect(settings.getByRole('cell', { name: /First response/ }).first()).toBeVisible();
  });

  test('a calendar is edited with the backend checking its hours', async ({ page, open }) => {
    await open('admin', '/jira/settings/apps/pledge-settings');
    const settings = surface(page, 'pledge-settings');
    await settings.getByRole('link', { name: 'Calendars' }).click();
    await settings
      .getByRole('link', { name: /Berlin/ })
      .first()
      .click();
    const start = settings.getByLabel('Monday, interval 1, from');
    await start.fill('99:00');
    await settings.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(settings.getByText("This can't be saved yet")).toBeVisible();
    await start.fill('08:00');
    await settings.getByRole('button', { name: 'Save', exact: true }).click();
    await settings.getByRole('dialog').getByRole('button', { name: 'Apply' }).click();
    await expect(settings.getByText(/^Saved\./)).toBeVisible();
  });

  test('an item is edited and published', async ({ page, open }) => {
    await open('admin', '/jira/settings/apps/pledge-settings');
    const settings = surface(page, 'pledge-settings');
    await settings.getByRole('link', { name: 'Monitor' }).click();
    await settings
      .getByLabel('Short description (English)')
      .fill('A second screen, at the office or at home.');
    await settings.getByRole('button', { name: 'Publish' }).click();
    await expect(settings.getByText('Published. Requesters see the new version now.')).toBeVisible();
  });

  test('is reachable as Manage for people with the app’s own permission', async ({ page, open }) => {
    await open('sergey', '/jira/apps/pledge/manage');
    const portal = surface(page, 'pledge-portal');
    await portal.getByRole('link', { name: 'SLA', exact: true }).click();
    await portal.getByRole('link', { name: 'Первый ответ' }).click();
    await expect(page).toHaveURL(/manage\/metrics\/first-response$/);
    await page.goBack();
    await inBothThemes(page, async () => {
      await expect(portal.getByRole('link', { name: 'Первый ответ' })).toBeVisible();
      await expectAccessible(page);
    });
  });

  test('is refused by the backend to people without the role, even when they call it directly', async ({
    site,
  }) => {
    for (const [call, payload] of [
      ['sla.settings', {}],
      [
        'sla.applyChange',
        { version: 1, target: { section: 'metric', value: {} }, plan: { scope: 'replay' } },
      ],
      ['settings.delete', { version: 1, section: 'calendar', id: 'berlin' }],
      ['sla.rollBack', { version: 1, undo: 1 }],
      ['sla.cancelRecalculation', {}],
      ['sla.forecasts', {}],
      ['sla.learnForecasts', {}],
      ['catalog.publishItem', { itemId: 'laptop', rev: 1 }],
      ['settings.audit', {}],
      ['settings.export', {}],
    ] as const) {
      const answer = await site.call<Refusal>('alice', call, payload);
      expect({ call, code: answer.error?.code }).toEqual({ call, code: 'FORBIDDEN' });
    }
  });
});
