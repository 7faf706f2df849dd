import { applyActivity } from './apply/activity';
import { configureApp, learnForecasts } from './apply/app';
import { applyArticles } from './apply/articles';
import { applyIssues } from './apply/issues';
import { applyPerformance } from './apply/performance';
import { applyPeople, grantAppRoles } from './apply/people';
import type { DemoSite } from './apply/site';
import { applyWork } from './apply/work';

/** Fills both products with the demo company. Needs nothing of the app; emits no events. Answers the articles' page ids. */
export function seedProducts(site: DemoSite): ReadonlyMap<string, string> {
  applyPeople(site);
  applyWork(site);
  grantAppRoles(site);
  const pageIds = applyArticles(site);
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
  await applyPerformance(site);
}
