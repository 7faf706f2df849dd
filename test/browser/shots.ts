/**
 * Makes the pictures of the README and of the guides from fresh local sites: `npm run shots` after `npm run build`, or
 * `npm run shots -- NAME …` for some of them.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium, type FrameLocator, type Page } from 'playwright-core';
import startSite, { spawnSite } from './global-setup';
import playwrightConfig from './playwright.config';
import { SiteApi } from './support/site-api';
import { askForVpn, comment, moveTo } from './support/requests';

const OUT = path.resolve(__dirname, '../../docs/images');
/** The shell polls its clock, so the network is never idle. */
const SETTLE_MS = 4_000;
const VIEWPORT = { width: 1280, height: 800 };
const SETTINGS = '/jira/settings/apps/pledge-settings';
const portalOf = (page: Page): FrameLocator => page.frameLocator('iframe[data-module-key="pledge-portal"]');
const settingsOf = (page: Page): FrameLocator =>
  page.frameLocator('iframe[data-module-key="pledge-settings"]');

const wanted = process.argv.slice(2);
const isWanted = (name: string): boolean => wanted.length === 0 || wanted.includes(name);

async function main(): Promise<void> {
  mkdirSync(OUT, { recursive: true });
  const stop = await startSite();
  const empty = isWanted('start') ? await spawnSite({ SITE_EMPTY: '1' }) : null;
  const site = new SiteApi(process.env['SITE_URL'] ?? '');
  const browser = await chromium.launch(playwrightConfig.use?.launchOptions);
  try {
    const show = async (
      name: string,
      accountId: string,
      target: string,
      prepare?: (page: Page) => Promise<void>,
      url = site.url,
    ) => {
      if (!isWanted(name)) return;
      const context = await browser.newContext({ viewport: VIEWPORT });
      await context.addCookies([{ name: 'local_user', value: accountId, url }]);
      const page = await context.newPage();
      await page.goto(`${url}${target}`, { waitUntil: 'domcontentloaded' });
      await page.locator('iframe').first().waitFor();
      await page.waitForTimeout(SETTLE_MS);
      await prepare?.(page);
      await page.screenshot({ path: path.join(OUT, `${name}.png`) });
      await context.close();
    };

    await show('portal', 'alice', '/jira/apps/pledge/catalog/item/laptop');
    await show('search', 'alice', '/jira/apps/pledge', async (page) => {
      await portalOf(page).getByRole('searchbox').fill('labtop');
      await portalOf(page).getByRole('button', { name: 'Which laptop fits your work' }).waitFor();
    });
    await show('draft', 'alice', '/jira/apps/pledge/catalog/item/phone', async (page) => {
      const portal = portalOf(page);
      await portal.getByRole('radio', { name: 'SIM card only' }).check();
      await portal.getByLabel('What is it for?').fill('I travel to customers in Georgia.');
      await portal.getByRole('link', { name: 'Catalog', exact: true }).first().click();
      await portal.getByRole('region', { name: 'Your drafts' }).getByRole('link').first().waitFor();
    });
    await show('sent', 'alice', '/jira/apps/pledge/catalog/item/vpn', async (page) => {
      const portal = portalOf(page);
      await portal.getByRole('radio', { name: 'Permanently' }).check();
      await portal.getByRole('radio', { name: 'Berlin' }).check();
      await portal.getByRole('button', { name: 'Send request' }).click();
      await portal.getByText('Your request is in').waitFor();
      await page.waitForTimeout(SETTLE_MS);
    });
    const { issueKey } = await askForVpn(site, 'alice');
    await comment(site, 'ingrid', issueKey, 'I switch it on this morning. Which device do you use?');
    await moveTo(site, 'ingrid', issueKey, 'In progress');
    await moveTo(site, 'ingrid', issueKey, 'Waiting for requester');
    await show('issue', 'ingrid', `/browse/${issueKey}`);
    await show('board', 'ingrid', '/jira/apps/pledge/board');
    await show('settings', 'admin', SETTINGS, async (page) => {
      const settings = settingsOf(page);
      await settings.getByRole('link', { name: 'SLAs', exact: true }).click();
      await settings.getByRole('link', { name: 'Delivery' }).click();
      await settings.getByRole('heading', { name: 'Goals', exact: true }).waitFor();
    });
    const onTab = (tab: string, then?: (settings: FrameLocator) => Promise<void>) => async (page: Page) => {
      const settings = settingsOf(page);
      await settings.getByRole('tab', { name: tab }).click();
      await then?.(settings);
      await page.waitForTimeout(SETTLE_MS);
    };
    await show(
      'owner-form',
      'admin',
      `${SETTINGS}/items/laptop`,
      onTab('Form', (settings) => settings.getByRole('button', { name: 'Model', exact: true }).click()),
    );
    await show('owner-slas', 'admin', `${SETTINGS}/items/laptop`, onTab('SLAs and promise'));
    await show(
      'owner-preview',
      'admin',
      `${SETTINGS}/items/laptop`,
      onTab('General', (settings) => settings.getByRole('button', { name: 'Preview' }).click()),
    );
    const shown = (page: Page) => settingsOf(page).getByRole('heading', { level: 2 }).waitFor();
    if (empty !== null) await show('start', 'admin', `${SETTINGS}/start`, shown, empty.url);
  } finally {
    await browser.close();
    await stop();
    await empty?.stop();
  }
}

void main();
