import type { FrameLocator, Page } from '@playwright/test';
import { spawnSite } from './global-setup';
import { SiteApi } from './support/site-api';
import { expect, expectAccessible, surface, test } from './support/test';

/** People and spaces, and nothing of Pledge yet. */
test.describe('from an empty site', () => {
  test.describe.configure({ mode: 'serial', timeout: 120_000 });
  let own: Awaited<ReturnType<typeof spawnSite>>;
  let site: SiteApi;
  test.beforeAll(async () => {
    own = await spawnSite({ SITE_EMPTY: '1' });
    site = new SiteApi(own.url);
  });
  test.afterAll(() => own.stop());

  const visit = async (page: Page, person: string, address: string): Promise<void> => {
    await page.context().addCookies([{ name: 'local_user', value: person, url: own.url }]);
    await page.goto(address.startsWith('http') ? address : `${own.url}${address}`);
  };
  const order = async (portal: FrameLocator, service: string, answers: Readonly<Record<string, string>>) => {
    await portal.getByRole('link', { name: service }).first().click();
    for (const [label, answer] of Object.entries(answers)) await portal.getByLabel(label).fill(answer);
  };

  test('an administrator publishes with the mouse what a colleague orders and an agent opens', async ({
    page,
  }) => {
    await visit(page, 'admin', '/jira/apps/pledge');
    const portal = surface(page, 'pledge-portal');
    await portal.getByRole('button', { name: 'Get started' }).click();
    await portal.getByLabel('Jira space').selectOption({ label: 'Operations' });
    await portal.getByText('What needs approval is approved before there is a work item').waitFor();
    await expectAccessible(page);
    await portal.getByRole('button', { name: 'Test “Ask for something”' }).click();
    await portal.getByLabel('What do you need?').fill('A second chair');
    await portal.getByLabel('Tell us more').fill('For visitors of the corner office.');
    await portal.getByRole('button', { name: 'Test this request' }).click();
    const outcome = portal.getByRole('region', { name: 'What this request would make' });
    await expect(outcome.getByRole('row', { name: 'Jira space Operations' })).toBeVisible();
    await expect(outcome.getByRole('row', { name: /^Delivery/ })).toBeVisible();
    await expectAccessible(page);
    await portal.getByRole('button', { name: 'Publish 3 services' }).click();
    await expect(portal.getByText('3 services are published')).toBeVisible({ timeout: 60_000 });
    await expectAccessible(page);
    const address = await portal.getByLabel('Address of the service catalog').inputValue();

    await visit(page, 'alice', address);
    await order(portal, 'Ask for something', {
      'What do you need?': 'A second chair',
      'Tell us more': 'For visitors of the corner office.',
    });
    await portal.getByRole('button', { name: /^Send/ }).click();
    await expect(portal.getByText('Your request is in')).toBeVisible();
    await expect(portal.getByText('Delivered by', { exact: true })).toBeVisible();
    const key = await portal.getByRole('link', { name: /^OPS-\d+$/ }).innerText();
    await site.advance(5_000);
    await site.drain();
    await visit(page, 'ingrid', `/browse/${key}`);
    await expect(page.getByRole('heading', { name: 'A second chair' }).first()).toBeVisible();
  });

  test('what was set up is undone in one click; a service that was ordered is retired', async ({ page }) => {
    await visit(page, 'admin', '/jira/settings/apps/pledge-settings/start');
    const settings = surface(page, 'pledge-settings');
    await settings.getByRole('button', { name: 'Undo' }).click();
    await settings.getByRole('dialog').getByRole('button', { name: 'Undo' }).click();
    await expect(settings.getByText('The set-up is undone')).toBeVisible({ timeout: 60_000 });
    await settings.getByRole('link', { name: 'Catalog items' }).click();
    await expect(settings.getByRole('row', { name: /Ask for something/ })).toContainText('retired', {
      ignoreCase: true,
    });
    await expect(settings.getByText('Report a problem')).toHaveCount(0);
  });

  test('a catalog manager does it in Russian by keyboard, where the space requires a field of its own', async ({
    page,
  }) => {
    await visit(page, 'sergey', '/jira/apps/pledge/manage/start');
    const portal = surface(page, 'pledge-portal');
    const choose = async (label: string, option: string) => {
      await portal.getByLabel(label).focus();
      await page.keyboard.type(option);
    };
    await choose('Пространство Jira', 'Changes');
    await choose('Чем заполнить «Change type»', 'Standard');
    await portal.getByRole('button', { name: 'Проверить «Задать вопрос»' }).press('Enter');
    await portal.getByLabel('Ваш вопрос').focus();
    await page.keyboard.type('Когда закрывается склад?');
    await portal.getByRole('button', { name: 'Проверить заявку' }).press('Enter');
    await expect(portal.getByRole('region', { name: 'Что создаст эта заявка' })).toContainText('Changes');
    await portal.getByRole('button', { name: /^Опубликовать/ }).focus();
    await page.keyboard.press('Enter');
    await expect(portal.getByRole('heading', { name: 'Опубликованы 3 услуги' })).toBeFocused({
      timeout: 60_000,
    });
    await visit(page, 'boris', '/jira/apps/pledge');
    await order(portal, 'Задать вопрос', { 'Ваш вопрос': 'Когда закрывается склад в пятницу?' });
    await portal.getByRole('button', { name: /^Отправить/ }).press('Enter');
    await expect(portal.getByRole('link', { name: /^CHG-\d+$/ })).toBeVisible();
  });

  test('a space of Service Management is set up with approvals before the work item', async ({ page }) => {
    await visit(page, 'admin', '/jira/settings/apps/pledge-settings/start');
    const settings = surface(page, 'pledge-settings');
    await settings.getByLabel('Jira space').selectOption({ label: 'Help desk' });
    await expect(settings.getByText(/Approvals in a Service Management space are Jira’s own/)).toBeVisible();
    await settings.getByRole('button', { name: 'Publish 3 services' }).click();
    await expect(settings.getByText('3 services are published')).toBeVisible({ timeout: 60_000 });
  });
});
