import { insist } from './support/requests';
import { HOUR, type SiteApi } from './support/site-api';
import { expect, expectAccessible, expectNoSidewaysScrolling, surface, test } from './support/test';

interface Stored {
  readonly item: {
    readonly rev: number;
    readonly content: { readonly form: readonly { readonly id: string }[] };
  };
}

/** Asks in two parts from now on, and no more for countries. */
async function republish(site: SiteApi): Promise<void> {
  const read = () => insist<Stored>(site, 'admin', 'catalog.item', { itemId: 'phone' });
  const part = (id: string, en: string, ru: string) => ({
    id,
    type: 'section',
    label: { en, ru },
    required: false,
  });
  const { rev, content } = (await read()).item;
  const kept = content.form.filter(({ id }) => id !== 'countries');
  const form = [part('device', 'Device', 'Устройство'), ...kept];
  form.splice(-2, 0, part('use', 'Use', 'Использование'));
  await insist(site, 'admin', 'catalog.saveItem', {
    itemId: 'phone',
    rev,
    content: { ...content, form },
  });
  await insist(site, 'admin', 'catalog.publishItem', { itemId: 'phone', rev: (await read()).item.rev });
}

test('in Russian: begun at a desk, left at once, gone on with on a phone the next day, and sent', async ({
  page,
  open,
  browser,
  site,
}) => {
  test.slow();
  await open('boris', '/jira/apps/pledge');
  const portal = surface(page, 'pledge-portal');
  await portal.getByRole('searchbox').fill('симка');
  await portal
    .getByRole('link', { name: /SIM-карта/ })
    .first()
    .click();
  await portal.getByRole('radio', { name: 'Только SIM-карта' }).check();
  await portal.getByRole('radio', { name: 'Да', exact: true }).check();
  await portal.getByLabel('В каких странах?').fill('Грузия и Армения');
  await portal.getByLabel('Для чего это нужно?').fill('Еду к клиентам');
  await portal.getByRole('link', { name: 'Мои заявки' }).click();
  await expect(portal.getByRole('heading', { level: 1, name: 'Мои заявки' })).toBeVisible();
  await page.close();

  await republish(site);
  // The next morning, wherever on the first day this began.
  await site.advance(16 * HOUR);

  const phone = await browser.newContext({
    viewport: { width: 400, height: 800 },
    hasTouch: true,
    isMobile: true,
    reducedMotion: 'reduce',
  });
  await phone.addCookies([{ name: 'local_user', value: 'boris', url: site.url }]);
  const small = await phone.newPage();
  await small.goto(`${site.url}/jira/apps/pledge`);
  const there = surface(small, 'pledge-portal');
  const drafts = there.getByRole('region', { name: 'Ваши черновики' });
  await expect(drafts).toContainText('сохранён');
  await expectNoSidewaysScrolling(small);
  await drafts.getByRole('link', { name: /SIM-карта/ }).tap();

  await expect(there.getByText('Вы продолжаете черновик')).toBeVisible();
  await expect(there.getByText('Форма изменилась')).toBeVisible();
  await expect(there.getByRole('region', { name: 'Другие ответы' })).toContainText('Грузия и Армения');
  await expect(there.getByRole('radio', { name: 'Только SIM-карта' })).toBeChecked();
  const reason = there.getByLabel('Для чего это нужно?');
  await expect(reason).toHaveValue('Еду к клиентам');
  await expectNoSidewaysScrolling(small);
  await expectAccessible(small);
  await there.getByRole('radio', { name: 'Москва' }).tap();
  await reason.fill('Еду к клиентам в Грузию и Армению');

  await there.getByRole('button', { name: 'Проверить' }).tap();
  await expect(there.getByRole('heading', { name: 'Проверьте ответы' })).toBeFocused();
  await expect(there.getByText('Еду к клиентам в Грузию и Армению')).toBeVisible();
  await expectNoSidewaysScrolling(small);
  await there.getByRole('button', { name: 'Отправить заявку' }).tap();
  await expect(there.getByText('Заявка принята')).toBeVisible();
  await expect(there.getByRole('link', { name: /^IT-\d+$/ })).toBeVisible();
  await expect(there.getByRole('region', { name: 'Что мы обещаем' })).toContainText('Будет готово до');
  await expectNoSidewaysScrolling(small);
  await expectAccessible(small);

  await there.getByRole('button', { name: 'Вернуться в каталог' }).tap();
  await expect(there.getByRole('searchbox')).toBeVisible();
  await expect(drafts.getByRole('link', { name: /SIM-карта/ })).toHaveCount(0);
  await phone.close();
});
