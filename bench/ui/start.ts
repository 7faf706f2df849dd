import { chromium } from 'playwright-core';
import { spawnSite } from '../../test/browser/global-setup';
import playwrightConfig from '../../test/browser/playwright.config';
import { firstUse, noteFirstUse, slowDown } from '../../test/browser/support/first-use';

const TIMES_SLOWER = 4;
const VISITS = 7;

/** Prints how long the home takes from the navigation of its frame until its search can be used, first and at later visits. */
export async function printStart(): Promise<void> {
  const site = await spawnSite();
  const browser = await chromium.launch(playwrightConfig.use?.launchOptions);
  try {
    const context = await browser.newContext();
    await context.addCookies([{ name: 'local_user', value: 'alice', url: site.url }]);
    const page = await context.newPage();
    await noteFirstUse(page);
    await slowDown(page, TIMES_SLOWER);
    const taken: number[] = [];
    for (let visit = 0; visit < VISITS; visit += 1) {
      await page.goto(`${site.url}/jira/apps/pledge`);
      taken.push(await firstUse(page));
    }
    const [first = 0, ...later] = taken.map(Math.round);
    const sorted = later.toSorted((a, b) => a - b);
    console.log(
      `Home usable, with a processor ${TIMES_SLOWER} times slower: ${first} ms at the first visit; later ${sorted[Math.floor(sorted.length / 2)]} ms (median of ${later.join(', ')})`,
    );
  } finally {
    await browser.close();
    await site.stop();
  }
}
