import { expect, expectAccessible, inBothThemes, surface, test } from './support/test';

interface Settings {
  readonly value: {
    readonly definitions: {
      readonly metrics: readonly { readonly id: string; readonly goals: readonly object[] }[];
    };
  };
}

test.describe('changing a definition', () => {
  test('tells what it would do, takes effect on clocks under way, and can be undone', async ({
    page,
    open,
    site,
  }) => {
    test.slow();
    const goals = async () => {
      const { value } = await site.call<Settings>('sergey', 'sla.settings', {});
      return value.definitions.metrics.find(({ id }) => id === 'first-response')?.goals;
    };
    const before = await goals();
    await open('admin', '/jira/settings/apps/pledge-settings');
    const settings = surface(page, 'pledge-settings');
    await settings.getByRole('link', { name: 'SLAs', exact: true }).click();
    await settings.getByRole('link', { name: 'First response' }).click();
    await settings.getByRole('button', { name: /^Edit goal 3:/ }).click();
    await settings.getByRole('textbox', { name: 'Goal 3, amount' }).fill('2');
    await settings.getByRole('button', { name: 'Save', exact: true }).click();

    const dialog = settings.getByRole('dialog', { name: 'What this changes' });
    await expect(dialog.getByText(/target: \d h → 2 h/)).toBeVisible();
    await expect(dialog.getByRole('radio', { name: /from now on/ })).toBeChecked();
    await dialog.getByRole('button', { name: 'Check what it would change' }).click();
    await expect(dialog.getByText(/[1-9]\d* work items checked, [1-9]\d* SLAs? in progress/)).toBeVisible({
      timeout: 40_000,
    });
    await expect(dialog.getByText(/[1-9]\d* work items? would change/)).toBeVisible();
    await expect(dialog.getByRole('table')).toBeVisible();
    await expect(dialog.getByRole('link', { name: /^[A-Z]+-\d+$/ }).first()).toBeVisible();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Apply' }).click();
    await expect(settings.getByText(/^Saved\./)).toBeVisible();
    await site.drain();

    await settings.getByRole('button', { name: 'Refresh' }).click();
    const newest = settings.getByRole('article').first();
    await expect(newest.getByText('First response')).toBeVisible();
    await expect(newest.getByText(/work items? changed;/)).toBeVisible();
    await newest.getByRole('button', { name: 'Undo' }).click();
    const undo = settings.getByRole('dialog', { name: 'Undo the change of First response?' });
    await undo.getByRole('button', { name: 'Undo change' }).click();
    await expect(
      settings
        .getByRole('article')
        .first()
        .getByText(/Restored the state before/),
    ).toBeVisible();
    await site.drain();
    expect(await goals()).toEqual(before);
    await inBothThemes(page, async () => {
      await expect(settings.getByRole('article').first()).toBeVisible();
      await expectAccessible(page);
    });
  });

  test('of a name alone looks at no clock and says so', async ({ page, open }) => {
    await open('admin', '/jira/settings/apps/pledge-settings');
    const settings = surface(page, 'pledge-settings');
    await settings.getByRole('link', { name: 'SLAs', exact: true }).click();
    await settings.getByRole('link', { name: 'Approval' }).click();
    await settings.getByLabel('Name (English)').fill('Approvals');
    await settings.getByRole('button', { name: 'Save', exact: true }).click();
    const dialog = settings.getByRole('dialog', { name: 'What this changes' });
    await expect(dialog.getByText(/nothing is recalculated/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(settings.getByText('Saved.', { exact: true })).toBeVisible();
  });

  test('of an SLA that is new says what it would start, and asks for nothing it can choose itself', async ({
    page,
    open,
  }) => {
    await page.setViewportSize({ width: 400, height: 800 });
    await open('admin', '/jira/settings/apps/pledge-settings/metrics/new?section=goals');
    const settings = surface(page, 'pledge-settings');
    const save = settings.getByRole('button', { name: 'Save', exact: true });
    await expect(settings.getByLabel('Go to section')).toHaveValue('goals');
    // It is in sight wherever one reads.
    await expect(save).toBeInViewport();
    await save.click();
    await expect(settings.getByText(/Choose the calendar it counts on/).first()).toBeVisible();
    await settings.getByLabel('Space', { exact: true }).selectOption({ label: 'IT Services' });
    await settings
      .getByRole('combobox', { name: 'Calendar', exact: true })
      .selectOption({ label: '24×7, around the clock' });
    await settings.getByLabel('Name (English)').fill('Repair');
    await settings.getByRole('button', { name: /^Edit goal 1:/ }).press('Enter');
    await expect(settings.getByRole('textbox', { name: 'Goal 1, amount' })).toBeVisible();
    await expectAccessible(page);
    await expect(save).toBeInViewport();
    await save.click();
    const dialog = settings.getByRole('dialog', { name: 'What this changes' });
    await expect(dialog.getByText(/It would start on [1-9]\d* open work items/)).toBeVisible({
      timeout: 40_000,
    });
    await expect(dialog.getByRole('cell', { name: 'Repair' }).first()).toBeVisible();
    await expect(dialog.getByText(/old rule/)).toHaveCount(0);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
  });
});
