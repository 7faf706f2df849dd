/** The simulator on Forge. */
import { findIssues } from '../platform/jira/find-issues';
import { searchHistories } from '../platform/jira/history-search';
import { slaRecords } from './record';
import { commentGroupsOf } from './runtime/comment-groups';
import { categoriesOfSite, restFields, slaPorts } from './runtime/live-ports';
import type { SamplePorts } from './simulate';

export const samplePorts: SamplePorts = {
  now: slaPorts.now,
  find: findIssues,
  async histories(issueIds, definitions) {
    const [page, categories] = await Promise.all([
      searchHistories({
        jql: `id in (${issueIds.join(',')})`,
        fields: restFields(definitions),
        limit: issueIds.length,
      }),
      categoriesOfSite(),
    ]);
    return page.histories.map((history) => ({ ...history, categories }));
  },
  groups: commentGroupsOf,
  async facts(issueIds) {
    const records = await slaRecords.getMany(issueIds);
    return new Map([...records].map(([id, { facts }]) => [id, facts]));
  },
};
