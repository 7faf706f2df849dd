import AxeBuilder from '@axe-core/playwright';
import { expect, type FrameLocator, type Page, test as base } from '@playwright/test';
import { SiteApi } from './site-api';

interface Fixtures {
  readonly site: SiteApi;
  /** Signs a person in and opens a path of the shell. */
  readonly open: (person: string, path: string) => Promise<void>;
  readonly guard: void;
}

/** The browser's own note of a query that Jira refuses, which the page shows in words. */
const REFUSED_QUERY = /status of 400 .*\/rest\/api\/3\/search\/jql\)$/;

/** Every test fails on a console error or a policy violation, wherever it comes from. */
export const test = base.extend<Fixtures>({
  site: async ({ browserName: _browser }, use) => {
    const url = process.env['SITE_URL'];
    if (url === undefined) throw new Error('The site is not running: see global-setup.ts.');
    await use(new SiteApi(url));
  },
  open: async ({ page, site }, use) => {
    await use(async (person, path) => {
      await page.context().addCookies([{ name: 'local_user', value: person, url: site.url }]);
      await page.goto(`${site.url}${path}`);
    });
  },
  guard: [
    async ({ page }, use) => {
      const problems: string[] = [];
      page.on('console', (message) => {
        const words = `${message.text()} (${message.location().url})`;
        if (message.type() === 'error' && !REFUSED_QUERY.test(words)) problems.push(words);
      });
      page.on('pageerror', (error) => problems.push(error.message));
      await use();
      expect(problems, 'console errors and policy violations').toEqual([]);
    },
    { auto: true },
  ],
});

/** The app's screen of a module: its iframe in the shell. */
export const surface = (page: Page, moduleKey: string): FrameLocator =>
  page.frameLocator(`iframe[data-module-key="${moduleKey}"]:not(dialog *)`);

/** The app's page in the dialog over the shell. */
export const dialogOf = (page: Page): FrameLocator => page.frameLocator('dialog iframe');

/** What a theme changes: all else was found in the other. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];
let isOtherTheme = false;

/** No serious or critical accessibility finding on the whole page, frames included. */
export async function expectAccessible(page: Page): Promise<void> {
  // How far a page is scrolled is chance, and what then stands half under a bar is no small target.
  for (const frame of page.frames()) await frame.evaluate(() => window.scrollTo(0, 0));
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
  const { violations } = await (
    isOtherTheme ? axe.withRules(OF_COLOURS) : axe.withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
  ).analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(
    grave.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join('; ')}`),
  ).toEqual([]);
}

/** Runs a check in both themes; of accessibility, colours alone in the second. */
export async function inBothThemes(page: Page, check: () => Promise<void>): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await page.evaluate((mode) => window.localStorage.setItem('shell:mode', mode), theme);
    await page.reload();
    isOtherTheme = theme === 'dark';
    await check().finally(() => (isOtherTheme = false));
  }
}

export { expect };

/** Opens a closed panel of a work item by key: with the mouse, a page still growing above it could move it away. */
export const openPanel = (page: Page, title: string): Promise<void> =>
  page.locator('summary', { hasText: title }).press('Enter');
