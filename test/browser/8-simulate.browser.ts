import type { Page } from '@playwright/test';
import { askForVpn } from './support/requests';
import { expect, expectAccessible, inBothThemes, surface, test } from './support/test';

interface Settings {
  readonly value: { readonly definitions: { readonly version: number } };
}

const openMetric = async (page: Page, name: string) => {
  const settings = surface(page, 'pledge-settings');
  await settings.getByRole('link', { name: 'SLAs', exact: true }).click();
  await settings.getByRole('link', { name }).click();
  return settings;
};

test.describe('trying a metric', () => {
  test('on a JQL sample; a work item becomes a test case, which refuses a save that breaks it', async ({
    page,
    open,
    site,
  }) => {
    // The accessibility check reads a whole metric editor.
    test.slow();
    const { issueKey } = await askForVpn(site, 'alice');
    await open('admin', '/jira/settings/apps/pledge-settings');
    const settings = await openMetric(page, 'Delivery');
    const query = settings.getByLabel('Work item key or JQL');
    const run = settings.getByRole('button', { name: 'Try', exact: true });

    await query.fill('colour = red');
    await run.click();
    await expect(settings.getByRole('alert')).toContainText('colour');

    await query.fill('project = IT ORDER BY created DESC');
    await run.click();
    const result = settings.getByRole('region', { name: 'Result of the simulation' });
    await expect(result.getByRole('row').nth(20)).toBeVisible({ timeout: 20_000 });
    await expect(settings.getByText('Nothing differs from the saved SLA')).toBeVisible();

    await query.fill(issueKey);
    await run.click();
    await expect(result.getByRole('row')).toHaveCount(2);
    await result.getByRole('button', { name: issueKey, exact: true }).click();
    await expect(result.getByText('What happened')).toBeVisible();
    await result.getByRole('button', { name: 'Create a test case' }).click();
    await expect(settings.getByText('3 of 3 test cases as expected')).toBeVisible();
    await expectAccessible(page);

    for (const n of [2, 3, 5]) {
      await settings.getByRole('button', { name: new RegExp(`^Edit goal ${n}:`) }).click();
      await settings.getByRole('textbox', { name: `Goal ${n}, amount` }).fill('1');
    }
    await expect(settings.getByText('0 of 3 test cases as expected')).toBeVisible();
    await expect(result.getByText('Differs')).toBeVisible();
    await settings.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(settings.getByText("This can't be saved yet")).toBeVisible();
    await expect(settings.getByText(`Test case “${issueKey}” fails`)).toBeVisible();
  });

  test('health names a calendar without next year’s holidays, and adds them with one click', async ({
    page,
    open,
    site,
  }) => {
    const version = async () =>
      (await site.call<Settings>('admin', 'sla.settings', {})).value.definitions.version;
    const calendar = {
      id: 'riga',
      name: 'Riga',
      zone: 'Europe/Riga',
      week: { mon: [['09:00', '17:00']] },
      holidays: [{ kind: 'date', date: '2026-11-18', name: 'Proklamēšanas diena' }],
      holidaySetIds: [],
      exceptions: [],
    };
    await site.call('admin', 'sla.applyChange', {
      version: await version(),
      target: { section: 'calendar', value: calendar },
      plan: { scope: 'replay' },
    });
    // Somebody else looks at it in both themes, in Russian: nobody opens all of the settings three times within a minute.
    await open('sergey', '/jira/apps/pledge/manage/health');
    const manage = surface(page, 'pledge-portal');
    await inBothThemes(page, async () => {
      await expect(manage.getByRole('row', { name: /Riga/ })).toBeVisible();
      await expectAccessible(page);
    });
    await open('admin', '/jira/settings/apps/pledge-settings');
    const settings = surface(page, 'pledge-settings');
    await settings.getByRole('link', { name: 'Health' }).click();
    const row = settings.getByRole('row', { name: /Riga/ });
    await expect(row).toContainText('No holidays of 2027 yet');
    await row.getByRole('button', { name: 'Show the holidays of 2027' }).click();
    await row.getByRole('button', { name: /^Add \d+ holidays$/ }).click();
    await settings.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect(row).toHaveCount(0);
    await site.call('admin', 'settings.delete', {
      version: await version(),
      section: 'calendar',
      id: 'riga',
    });
  });
});
