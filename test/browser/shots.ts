/** Makes the README's pictures from a fresh local site: `npm run shots` after `npm run build`. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Page } from 'playwright-core';
import startSite from './global-setup';
import playwrightConfig from './playwright.config';
import { SiteApi } from './support/site-api';
import { askForVpn, comment, moveTo } from './support/requests';

const OUT = path.resolve(__dirname, '../../docs/images');
/** The shell polls its clock, so the network is never idle. */
const SETTLE_MS = 4_000;
const VIEWPORT = { width: 1280, height: 800 };

async function main(): Promise<void> {
  mkdirSync(OUT, { recursive: true });
  const stop = await startSite();
  const site = new SiteApi(process.env['SITE_URL'] ?? '');
  const browser = await chromium.launch(playwrightConfig.use?.launchOptions);
  try {
    const show = async (
      name: string,
      accountId: string,
      target: string,
      prepare?: (page: Page) => Promise<void>,
    ) => {
      const context = await browser.newContext({ viewport: VIEWPORT });
      await context.addCookies([{ name: 'local_user', value: accountId, url: site.url }]);
      const page = await context.newPage();
      await page.goto(`${site.url}${target}`, { waitUntil: 'domcontentloaded' });
      await page.locator('iframe').first().waitFor();
      await page.waitForTimeout(SETTLE_MS);
      await prepare?.(page);
      await page.screenshot({ path: path.join(OUT, `${name}.png`) });
      await context.close();
    };

    await show('portal', 'alice', '/jira/apps/pledge/catalog/item/laptop');
    const { issueKey } = await askForVpn(site, 'alice');
    await comment(site, 'ingrid', issueKey, 'I switch it on this morning. Which device do you use?');
    await moveTo(site, 'ingrid', issueKey, 'In progress');
    await moveTo(site, 'ingrid', issueKey, 'Waiting for requester');
    await show('issue', 'ingrid', `/browse/${issueKey}`);
    await show('board', 'ingrid', '/jira/apps/pledge/board');
    await show('settings', 'admin', '/jira/settings/apps/pledge-settings', async (page) => {
      const settings = page.frameLocator('iframe[data-module-key="pledge-settings"]');
      await settings.getByRole('link', { name: 'SLAs', exact: true }).click();
      await settings.getByRole('link', { name: 'Delivery' }).click();
      await settings.getByRole('heading', { name: 'Goals', exact: true }).waitFor();
    });
  } finally {
    await browser.close();
    await stop();
  }
}

void main();
