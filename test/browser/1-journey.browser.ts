import type { FrameLocator, Locator, Page } from '@playwright/test';
import { askForVpn } from './support/requests';
import {
  expect,
  expectAccessible,
  expectNoSidewaysScrolling,
  inDarkTheme,
  surface,
  tabTo,
  test,
} from './support/test';

/** How somebody does at the form what has to be done; with the mouse and without it. */
interface Hand {
  readonly check: (option: Locator) => Promise<void>;
  readonly write: (field: Locator, text: string) => Promise<void>;
  readonly press: (button: Locator) => Promise<void>;
}

const mouse: Hand = {
  check: (option) => option.check(),
  write: (field, text) => field.fill(text),
  press: (button) => button.click(),
};
const keyboard = (page: Page): Hand => ({
  // Tab leads to the first option of a question, arrows from there.
  check: async (option) => {
    const name = await option.getAttribute('name');
    const options = surface(page, 'pledge-portal').locator(`input[name="${name}"]`);
    await tabTo(page, options.first());
    await page.keyboard.press('Space');
    for (let step = 0; step < (await options.count()) && !(await option.isChecked()); step += 1)
      await page.keyboard.press('ArrowDown');
    await expect(option).toBeChecked();
  },
  write: async (field, text) => {
    await tabTo(page, field);
    await page.keyboard.type(text);
  },
  press: async (button) => {
    await tabTo(page, button);
    await page.keyboard.press('Enter');
  },
});

/** The item says what it costs, when it comes and who is asked; what is sent has a number, and the promise stays in sight. */
async function askForLaptop(page: Page, portal: FrameLocator, hand: Hand): Promise<void> {
  await expect(portal.getByRole('heading', { level: 1, name: 'New laptop' })).toBeVisible();
  const promise = portal.getByRole('region', { name: 'If you send this now' });
  await expect(promise).toContainText('Delivered by');
  await expect(promise).toContainText('Needs approval first');
  await expect(portal.getByRole('definition').filter({ hasText: 'Maria' })).toBeVisible();
  const price = portal.locator('dt', { hasText: /^Price$/ }).locator('xpath=following-sibling::dd');
  await expect(price).toContainText('1,190');

  await hand.check(portal.getByRole('radio', { name: 'Light 13' }));
  await page.keyboard.press('ArrowDown');
  await expect(portal.getByRole('radio', { name: 'Standard 14' })).toBeChecked();
  await expect(price).toContainText('1,390');
  await hand.check(portal.getByRole('radio', { name: 'German' }));
  await hand.write(portal.getByRole('combobox', { name: 'Needed by' }), '12/15/2026');
  await page.keyboard.press('Enter');
  await hand.check(portal.getByRole('radio', { name: 'Berlin' }));
  await hand.write(portal.getByLabel('What is it for?'), 'My laptop is five years old and too slow.');
  await hand.press(portal.getByRole('button', { name: 'Send request' }));

  await expect(portal.getByText('Your request is in')).toBeVisible();
  await expect(portal.getByRole('link', { name: /^IT-\d+$/ })).toBeVisible();
  await expect(portal.getByRole('region', { name: 'What we promise' })).toContainText('Delivered by');
}

test.describe('a laptop, from the first word to the request', () => {
  test('with the mouse; the item and what was sent are accessible, light and dark', async ({
    page,
    open,
  }) => {
    await open('alice', '/jira/apps/pledge');
    const portal = surface(page, 'pledge-portal');
    await portal.getByRole('searchbox').fill('ноутбук');
    const results = portal.getByRole('list', { name: 'Search results' });
    await expect(results.getByRole('button', { name: 'Which laptop fits your work' })).toBeVisible();
    await results.getByRole('link', { name: 'New laptop', exact: true }).click();
    await expect(portal.getByRole('heading', { level: 1, name: 'New laptop' })).toBeVisible();
    await expectAccessible(page);
    await askForLaptop(page, portal, mouse);
    await expectAccessible(page);
    await inDarkTheme(page, async () => {
      await expectAccessible(page);
      await portal.getByRole('button', { name: 'Back to the catalog' }).click();
      await portal
        .getByRole('link', { name: /New laptop/ })
        .first()
        .click();
      await expect(portal.getByRole('heading', { level: 1, name: 'New laptop' })).toBeVisible();
      await expectAccessible(page);
    });
  });

  test('with the keyboard alone', async ({ page, open }) => {
    await open('alice', '/jira/apps/pledge');
    const portal = surface(page, 'pledge-portal');
    await expect(portal.getByRole('heading', { level: 2, name: 'Popular' })).toBeVisible();
    await tabTo(page, portal.getByRole('searchbox'));
    await page.keyboard.type('ноутбук');
    await expect(portal.getByRole('link', { name: 'New laptop' }).first()).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await askForLaptop(page, portal, keyboard(page));
  });
});

/** By people who see all of the portal there is to see: in English and in Russian. */
const PEOPLE = ['ingrid', 'sergey'];

test.describe('on a phone', () => {
  test.use({ viewport: { width: 400, height: 900 } });
  test('no page of the portal scrolls sideways, in English and in Russian', async ({ page, open, site }) => {
    const portal = surface(page, 'pledge-portal');
    const rows = portal.getByRole('main');
    for (const person of PEOPLE) {
      const { requestId } = await askForVpn(site, person);
      for (const path of [
        '',
        '/catalog/item/laptop',
        '/catalog/item/vpn',
        '/requests',
        `/requests/${requestId}`,
        '/approvals',
        '/board',
      ]) {
        await open(person, `/jira/apps/pledge${path}`);
        await expect(rows.getByRole('heading').first(), path).toBeVisible();
        await expect(portal.getByRole('status', { name: /^(Loading|Загрузка)$/ })).toHaveCount(0);
        await expectNoSidewaysScrolling(page);
      }
      await open(person, '/jira/apps/pledge');
      await portal.getByRole('searchbox').fill('vpn');
      await expect(portal.getByRole('list').getByRole('link').first()).toBeVisible();
      await expectNoSidewaysScrolling(page);
    }
  });
});
