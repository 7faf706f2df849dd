import AxeBuilder from '@axe-core/playwright';
import {
  expect,
  type Frame,
  type FrameLocator,
  type Locator,
  type Page,
  test as base,
} from '@playwright/test';
import { SiteApi } from './site-api';

interface Fixtures {
  readonly site: SiteApi;
  /** Signs a person in and opens a path of the shell. */
  readonly open: (person: string, path: string) => Promise<void>;
  readonly guard: void;
  readonly settled: void;
}

const SETTLE_MS = 180_000;

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
  // What a journey set going ends with it, in a time of its own: whichever moves the clock next would wait for it otherwise.
  settled: [
    async ({ site }, use) => {
      await use();
      await site.drain();
    },
    { auto: true, timeout: SETTLE_MS },
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

/** Runs a check in both themes, the first after a reload, the second as somebody would who switches; of accessibility, colours alone there. */
export async function inBothThemes(page: Page, check: () => Promise<void>): Promise<void> {
  await page.evaluate(() => window.localStorage.setItem('shell:mode', 'light'));
  await page.reload();
  await check();
  await inDarkTheme(page, check);
}

/** Runs a check in the dark theme, on the page as it stands. */
export async function inDarkTheme(page: Page, check: () => Promise<void>): Promise<void> {
  // By its own click: a dialog may lie over the bar.
  await page.getByLabel('Dark theme').evaluate((button: HTMLElement) => button.click());
  for (const frame of page.frames().filter((frame) => frame.url().startsWith('http')))
    await frame.waitForFunction(() => document.documentElement.dataset['colorMode'] === 'dark');
  isOtherTheme = true;
  await check().finally(() => (isOtherTheme = false));
}

/** No page of the frame or around it is wider than the screen: nobody need scroll sideways. */
export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const wide = async (frame: Frame): Promise<string | undefined> =>
    frame.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth > clientWidth ? `${location.pathname}: ${scrollWidth} of ${clientWidth}` : undefined;
    });
  const found = await Promise.all(page.frames().map(wide));
  expect(found.filter((words) => words !== undefined)).toEqual([]);
}

/** Tabs until the element has the focus, as somebody without a mouse must be able to. */
export async function tabTo(page: Page, element: Locator): Promise<void> {
  for (let step = 0; step < MOST_TABS; step += 1) {
    if (await element.evaluate((node) => node === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(element, 'reached with Tab').toBeFocused();
}
const MOST_TABS = 80;

export { expect };

/** Opens a closed panel of a work item by key: with the mouse, a page still growing above it could move it away. */
export const openPanel = (page: Page, title: string): Promise<void> =>
  page.locator('summary', { hasText: title }).press('Enter');
