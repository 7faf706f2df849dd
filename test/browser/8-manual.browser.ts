import type { FrameLocator } from '@playwright/test';
import { askForVpn } from './support/requests';
import { dialogOf, expect, expectAccessible, surface, test } from './support/test';

interface Found {
  readonly issues: readonly { readonly id: string; readonly key: string }[];
}

/** Opens the form behind a button of the dialog and sends it with a reason. */
async function act(
  dialog: FrameLocator,
  name: string,
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  await dialog.getByRole('button', { name, exact: true }).click();
  const form = dialog.getByRole('form', { name });
  for (const [label, value] of Object.entries(fields)) await form.getByLabel(label).fill(value);
  // Nothing is cut off, however long the words are.
  expect(await form.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  expect(await form.evaluate(() => document.body.scrollWidth - document.body.clientWidth)).toBeLessThan(1);
  await form.getByRole('button', { name, exact: true }).click();
}

const REASON = 'Причина (её может прочитать заявитель)';

test.describe('changing a clock by hand', () => {
  test('an SLA manager pauses, goes on and extends, in Russian; the dialog and the panel below tell what was done and why', async ({
    page,
    open,
    site,
  }) => {
    const { issueKey } = await askForVpn(site, 'alice');
    await open('sergey', `/browse/${issueKey}`);
    const panel = surface(page, 'pledge-sla');
    const delivery = panel.locator('li', { hasText: 'Выполнение' }).first();
    await delivery.getByRole('button', { name: 'Почему?' }).click();
    const dialog = dialogOf(page);

    await dialog.getByRole('button', { name: 'Приостановить', exact: true }).click();
    const form = dialog.getByRole('form', { name: 'Приостановить' });
    const send = form.getByRole('button', { name: 'Приостановить', exact: true });
    await expect(send).toBeDisabled();
    await expectAccessible(page);
    await form.getByLabel('На сколько часов').fill('2');
    await form.getByLabel(REASON).fill('Ждём поставщика');
    await send.click();
    await expect(delivery).toContainText('Ждём поставщика');
    const happened = dialog.getByRole('list', { name: 'Что произошло' });
    await expect(happened).toContainText('Ждём поставщика');

    await act(dialog, 'Возобновить', {});
    await expect(dialog.getByRole('button', { name: 'Приостановить', exact: true })).toBeVisible();

    await act(dialog, 'Продлить', {
      'На сколько рабочих часов': '4',
      [REASON]: 'Договорились с заявителем',
    });
    await expect(dialog.getByText(/^Первоначальный срок/)).toBeVisible();
    await expect(happened).toContainText('Продлено');
  });

  test('a breach is excused with a category, by an SLA manager only', async ({ page, open, site }) => {
    // One of the demo company's: waiting for a new breach would take hours of the site's clock.
    const jql = encodeURIComponent('issue in slaBreached("First response") ORDER BY created ASC');
    const { issues } = await site.rest<Found>(
      'sergey',
      'GET',
      `/rest/api/3/search/jql?jql=${jql}&fields=key`,
    );
    const { key: issueKey = '', id: issueId = '' } = issues[0] ?? {};

    const refused = await site.call<{ ok: boolean; error: { code: string } }>('ingrid', 'sla.act', {
      issueId,
      action: {
        kind: 'excuse',
        metricId: 'first-response',
        cycle: 1,
        category: 'other',
        reason: 'No reason',
      },
    });
    expect(refused).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });

    await open('sergey', `/browse/${issueKey}`);
    const panel = surface(page, 'pledge-sla');
    const response = panel.locator('li', { hasText: 'Первый ответ' }).first();
    await response.getByRole('button', { name: 'Почему?' }).click();
    const dialog = dialogOf(page);
    await dialog.getByRole('button', { name: 'Исключить из статистики' }).click();
    const form = dialog.getByRole('form', { name: 'Исключить из статистики' });
    await form.getByLabel('Почему исключается').selectOption('outage');
    await form.getByLabel(REASON).fill('Почтовый сервер не работал');
    await form.getByRole('button', { name: 'Исключить из статистики' }).click();
    await expect(
      dialog.getByText('Исключено из статистики: Почтовый сервер не работал', { exact: true }),
    ).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Исключить из статистики' })).toHaveCount(0);
    await expect(response).toContainText('Исключено');
  });
});
