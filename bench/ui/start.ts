import { type Browser, chromium, type Page } from 'playwright-core';
import { spawnSite } from '../../test/browser/global-setup';
import playwrightConfig from '../../test/browser/playwright.config';
import { firstUse, type FirstUse, noteFirstUse, slowDown } from '../../test/browser/support/first-use';

const TIMES_SLOWER = 4;
const PEOPLE = 5;
const LATER_VISITS = 2;

interface Answered {
  readonly name: string;
  readonly cold: boolean;
  readonly durationMs: number;
}

/**
 * Prints how long the home takes from the navigation of its frame until its search can be typed into and its items
 * are shown: for somebody who comes for the first time, with nothing in the browser and a function that no process
 * runs yet, and when they come again.
 */
export async function printStart(): Promise<void> {
  const site = await spawnSite();
  const browser = await chromium.launch(playwrightConfig.use?.launchOptions);
  const first: FirstUse[] = [];
  const cold: number[] = [];
  const later: FirstUse[] = [];
  try {
    for (let person = 0; person < PEOPLE; person += 1) {
      const page = await newcomer(browser, site.url);
      await post(`${site.url}/__local/recycle`);
      first.push(await visit(page, site.url));
      cold.push((await answeredBy(site.url)).durationMs);
      for (let again = 0; again < LATER_VISITS; again += 1) later.push(await visit(page, site.url));
      await page.context().close();
    }
  } finally {
    await browser.close();
    await site.stop();
  }
  console.log(`Home usable, with a processor ${TIMES_SLOWER} times slower:`);
  tell('first visit', first);
  console.log(`    of a function that was started for it, and answered in ${told(cold)}`);
  tell('later visits', later);
}

async function newcomer(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext();
  await context.addCookies([{ name: 'local_user', value: 'alice', url }]);
  const page = await context.newPage();
  await noteFirstUse(page);
  await slowDown(page, TIMES_SLOWER);
  return page;
}

async function visit(page: Page, url: string): Promise<FirstUse> {
  const usable = firstUse(page);
  await page.goto(`${url}/jira/apps/pledge`, { waitUntil: 'commit' });
  return usable;
}

/** How the home was answered last; a process that served before would say nothing of a first visit. */
async function answeredBy(url: string): Promise<Answered> {
  const answer = await fetch(`${url}/__local/invocations?limit=20`);
  const { invocations } = (await answer.json()) as { readonly invocations: readonly Answered[] };
  const home = invocations.find(({ name }) => name === 'portal.home');
  if (home?.cold !== true) throw new Error('The home of the first visit was not answered by a new process.');
  return home;
}

const post = (url: string): Promise<Response> => fetch(url, { method: 'POST' });

function tell(name: string, visits: readonly FirstUse[]): void {
  console.log(`  ${name}: its search after ${told(visits.map(({ typed }) => typed))},`);
  console.log(`    its items after ${told(visits.map(({ shown }) => shown))}`);
}

function told(taken: readonly number[]): string {
  const rounded = taken.map(Math.round);
  const median = rounded.toSorted((a, b) => a - b)[Math.floor(rounded.length / 2)];
  return `${median} ms (median of ${rounded.join(', ')})`;
}
