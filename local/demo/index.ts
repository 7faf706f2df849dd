import { applyActivity } from './apply/activity';
import { configureApp, learnForecasts } from './apply/app';
import { applyArticles, applySpaces } from './apply/articles';
import { applyIssues } from './apply/issues';
import { applyOtherWork } from './apply/other-work';
import { applyCompliance } from './apply/compliance';
import { applyPeople, grantAppRoles } from './apply/people';
import type { DemoSite } from './apply/site';
import { applyWork } from './apply/work';

/** People, groups and spaces, nothing in them and nothing of the app: a company that has just installed it. */
export function seedPeople(site: DemoSite): void {
  applyPeople(site);
  applyWork(site);
  grantAppRoles(site);
  applySpaces(site);
}

/** Fills both products with the demo company. Needs nothing of the app; emits no events. Answers the articles' page ids. */
export function seedProducts(site: DemoSite): ReadonlyMap<string, string> {
  seedPeople(site);
  const pageIds = applyArticles(site);
  applyOtherWork(site);
  site.log(`  ${applyIssues(site)} requests of ninety days, ${pageIds.size} articles`);
  return pageIds;
}

/** Fills an empty site: the company in both products, then the app through its own resolvers. */
export async function seedDemo(site: DemoSite): Promise<void> {
  site.log('Making the demo company …');
  const pageIds = seedProducts(site);
  await configureApp(site, pageIds);
  await applyActivity(site, pageIds);
  await site.settle();
  await learnForecasts(site);
  await applyCompliance(site);
}
