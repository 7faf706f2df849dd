import { expect, expectAccessible, inBothThemes, surface, test } from './support/test';

interface PolicyAnswer {
  readonly ok: boolean;
  readonly error?: { readonly code: string };
  readonly value: {
    readonly value: { readonly quiet: object; readonly contact?: string };
    readonly rev: number;
  };
}

const SETTINGS = '/jira/settings/apps/pledge-settings';

test.describe('notification settings', () => {
  // Quiet hours would hold back what later journeys wait for.
  test.afterEach(async ({ site }) => {
    const { value, rev } = (await site.call<PolicyAnswer>('admin', 'settings.read', { section: 'policy' }))
      .value;
    const { contact: _nobody, ...rest } = value;
    await site.call('admin', 'settings.save', {
      section: 'policy',
      value: { ...rest, quiet: { kind: 'off' } },
      rev,
    });
  });

  test('quiet hours and limits are saved and are there after a reload', async ({ page, open }) => {
    await open('admin', SETTINGS);
    const settings = surface(page, 'pledge-settings');
    await settings.getByRole('link', { name: 'Notifications' }).click();
    await settings.getByLabel('Quiet hours', { exact: true }).selectOption('hours');
    await settings.getByLabel('Quiet from').fill('21:30');
    await settings.getByLabel('Until', { exact: true }).fill('07:15');
    await settings.getByRole('checkbox', { name: 'Sunday' }).check();
    await settings.getByLabel('Longest extension without an SLA manager, hours').fill('12');
    await settings.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(settings.getByText('Saved.', { exact: true })).toBeVisible();

    await inBothThemes(page, async () => {
      await expect(settings.getByLabel('Quiet hours', { exact: true })).toHaveValue('hours');
      await expect(settings.getByLabel('Quiet from')).toHaveValue('21:30');
      await expect(settings.getByLabel('Until', { exact: true })).toHaveValue('07:15');
      await expect(settings.getByRole('checkbox', { name: 'Sunday' })).toBeChecked();
      await expect(settings.getByLabel('Longest extension without an SLA manager, hours')).toHaveValue('12');
      await expectAccessible(page);
    });
    await settings.getByRole('link', { name: 'Audit log' }).click();
    await expect(settings.getByRole('cell', { name: /Notifications and limits/ }).first()).toBeVisible();
  });

  test('are refused to people without the role, also when they call the backend directly', async ({
    site,
  }) => {
    const { value, rev } = (await site.call<PolicyAnswer>('admin', 'settings.read', { section: 'policy' }))
      .value;
    for (const [name, payload] of [
      ['settings.read', { section: 'policy' }],
      ['settings.save', { section: 'policy', value, rev }],
      ['sla.setSafeMode', { on: true, rev }],
    ] as const) {
      const answer = await site.call<PolicyAnswer>('alice', name, payload);
      expect(answer).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
    }
  });
});
