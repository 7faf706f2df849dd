import type { FrameLocator } from '@playwright/test';
import { expect, expectAccessible, inBothThemes, surface, test } from './support/test';

interface Refusal {
  readonly ok: boolean;
  readonly error?: { readonly code: string };
}

/** The dialog says what changes and that no clock is concerned. */
async function confirmChange(settings: FrameLocator, difference: string): Promise<void> {
  const dialog = settings.getByRole('dialog', { name: 'What this changes' });
  await expect(dialog.getByText(difference)).toBeVisible();
  await expect(dialog.getByText(/nothing is recalculated/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Save' }).click();
}

const SETTINGS = '/jira/settings/apps/pledge-settings';

test.describe('editing what was imported before', () => {
  test('an agreement gets a child, which keeps it from being deleted', async ({ page, open }) => {
    await open('admin', SETTINGS);
    const settings = surface(page, 'pledge-settings');
    await settings.getByRole('link', { name: 'Agreements' }).click();
    await settings.getByRole('button', { name: 'New agreement' }).click();
    await settings.getByLabel('Name', { exact: true }).fill('Printer repair');
    await settings.getByLabel('Kind', { exact: true }).selectOption('UC');
    await settings.getByLabel('Belongs to').selectOption({ label: 'Between the teams' });
    await settings.getByRole('button', { name: 'Save', exact: true }).click();
    await confirmChange(settings, 'Agreement “Printer repair”: new');
    await expect(settings.getByText(/^Saved\./)).toBeVisible();
    await inBothThemes(page, async () => {
      await expect(settings.getByRole('link', { name: 'Printer repair' })).toBeVisible();
      await expectAccessible(page);
    });
    await settings.getByRole('link', { name: 'Between the teams' }).click();
    await settings.getByRole('button', { name: 'Delete' }).click();
    await settings.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await expect(settings.getByText(/Printer repair uses it/).first()).toBeVisible();
  });

  test('an agreement is judged over a month: counted, with a value entered by hand', async ({
    page,
    open,
  }) => {
    await open('admin', SETTINGS);
    const settings = surface(page, 'pledge-settings');
    await settings.getByRole('link', { name: 'Agreements' }).click();
    await settings.getByRole('link', { name: 'Company services: performance' }).click();
    await inBothThemes(page, async () => {
      await expect(settings.getByRole('heading', { name: 'All periods' })).toBeVisible();
      await expectAccessible(page);
    });
    await settings.getByRole('button', { name: 'Count now' }).click();
    await expect(settings.getByText('Counted.')).toBeVisible();
    const together = settings.getByRole('row', { name: /^Total/ }).getByRole('cell');
    expect(Number(await together.nth(1).textContent())).toBeGreaterThan(0);
    await settings.getByRole('button', { name: 'Enter value' }).click();
    await settings.getByRole('textbox', { name: /^Requester satisfaction/ }).fill('4,6');
    await settings.getByLabel(/^Note/).fill('All answers');
    await settings.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(settings.getByText('Value saved.')).toBeVisible();
    await expect(settings.getByRole('cell', { name: '4.6', exact: true })).toBeVisible();
  });

  test('an escalation level tells a person picked by name', async ({ page, open }) => {
    await open('admin', SETTINGS);
    const settings = surface(page, 'pledge-settings');
    await settings.getByRole('link', { name: 'SLAs', exact: true }).click();
    await settings.getByRole('link', { name: 'First response' }).click();
    await expect(
      settings.getByRole('definition').filter({ hasText: 'the work item is created' }),
    ).toBeVisible();
    await settings.getByRole('button', { name: 'Add level' }).click();
    await settings.getByLabel('Level 3, name').fill('Tell Sergey');
    const actions = settings.getByRole('group', { name: 'Actions of level 3' });
    await actions.getByLabel('Add recipient').selectOption('user');
    await actions.getByRole('combobox', { name: 'Person' }).fill('Serg');
    await settings.getByRole('option', { name: /Сергей/ }).click();
    await expect(actions.getByText(/Сергей/).first()).toBeVisible();
    await settings.getByRole('button', { name: 'In force' }).click();
    await expect(settings.getByRole('combobox', { name: 'In force' })).toBeVisible();
    await expectAccessible(page);
  });

  test('a space departs from a metric, and SLAs of Service Management become a draft', async ({
    page,
    open,
  }) => {
    await open('admin', SETTINGS);
    const settings = surface(page, 'pledge-settings');
    await settings.getByRole('link', { name: 'SLAs', exact: true }).click();
    await settings.getByRole('link', { name: 'Pick-up by the team' }).click();
    await settings.getByRole('button', { name: 'Finance: Override goals' }).click();
    const own = settings.getByRole('group', { name: 'Overridden goals of Finance' });
    await own.getByRole('button', { name: /^Edit goal 1:/ }).click();
    await own.getByRole('textbox', { name: 'Goal 1, amount' }).fill('2');
    await expect(settings.getByText(/Highest and High.*: 2 h instead of 1 h/)).toBeVisible();
    await expectAccessible(page);
    await settings.getByRole('link', { name: 'Import and export' }).click();
    await settings.getByRole('button', { name: 'Discard changes' }).click();
    await settings
      .getByLabel('Requests of Jira Service Management (JQL)')
      .fill('project = IT ORDER BY created ASC');
    await settings.getByRole('button', { name: 'Read SLAs' }).click();
    await expect(settings.getByRole('checkbox', { name: 'Time to resolution' })).toBeChecked();
    await expect(settings.getByText(/Priority is High: 8 h/).first()).toBeVisible();
    await settings.getByRole('button', { name: 'Check what it would add' }).click();
    await expect(settings.getByText(/^New: 2\./)).toBeVisible();
    await expectAccessible(page);
  });

  test('a holiday set is attached to a calendar and shows in its year', async ({ page, open }) => {
    await open('admin', SETTINGS);
    const settings = surface(page, 'pledge-settings');
    await settings.getByRole('link', { name: 'Holiday sets' }).click();
    await settings.getByRole('button', { name: 'New holiday set' }).click();
    await settings.getByLabel('Name', { exact: true }).fill('Founders’ day');
    await settings.getByRole('button', { name: 'Add holiday' }).click();
    await settings.getByLabel('Holiday 1, name').fill('Day of the founders');
    await settings.getByRole('button', { name: 'Save', exact: true }).click();
    await confirmChange(settings, 'Holiday set “Founders’ day”: new');
    await expect(settings.getByText(/^Saved\./)).toBeVisible();
    await settings.getByRole('link', { name: 'Calendars' }).click();
    await settings
      .getByRole('link', { name: /Berlin/ })
      .first()
      .click();
    await settings.getByLabel('Add to Shared holiday sets').selectOption({ label: 'Founders’ day' });
    await expect(settings.getByText(/Day of the founders/)).toBeVisible();
    await expectAccessible(page);
  });

  test('is refused by the backend to people without the role', async ({ site }) => {
    for (const [call, payload] of [
      ['sla.assessChange', { version: 1, target: { section: 'agreement', value: {} } }],
      ['settings.delete', { version: 1, section: 'agreement', id: 'company-sla' }],
      ['sla.assessChange', { version: 1, target: { section: 'holidaySet', value: {} } }],
      ['settings.delete', { version: 1, section: 'holidaySet', id: 'x' }],
      ['settings.delete', { version: 1, section: 'metric', id: 'delivery', open: 'finish' }],
    ] as const) {
      const answer = await site.call<Refusal>('alice', call, payload);
      expect({ call, code: answer.error?.code }).toEqual({ call, code: 'FORBIDDEN' });
    }
  });
});
