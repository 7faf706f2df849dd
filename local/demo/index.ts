import { applyArticles } from './apply/articles';
import { applyIssues } from './apply/issues';
import { applyPeople, grantAppRoles } from './apply/people';
import type { DemoSite } from './apply/site';
import { applyWork } from './apply/work';

export type { DemoSite } from './apply/site';
export { configDocument } from './config';
export { grantAppRoles } from './apply/people';

/** Fills both products with the demo company. Needs nothing of the app; emits no events. */
export function seedProducts(site: DemoSite): { readonly issues: number; readonly articles: number } {
  applyPeople(site);
  applyWork(site);
  grantAppRoles(site);
  return { issues: applyIssues(site), articles: applyArticles(site) };
}
