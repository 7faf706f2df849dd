/** The simulator on Forge. */
import { findIssues } from '../platform/jira/find-issues';
import { searchHistories } from '../platform/jira/history-search';
import { readable } from '../platform/storage/entities';
import { slaRecords } from './record';
import { commentPeopleOf } from './runtime/comment-people';
import { historyFields, slaPorts } from './runtime/live-ports';
import { categoriesOfSite } from './runtime/status-categories';
import type { SamplePorts } from './simulate';

export const samplePorts: SamplePorts = {
  now: slaPorts.now,
  find: findIssues,
  async histories(issueIds, definitions) {
    const [page, categories] = await Promise.all([
      searchHistories({
        jql: `id in (${issueIds.join(',')})`,
        fields: await historyFields(definitions),
        limit: issueIds.length,
      }),
      categoriesOfSite(),
    ]);
    return page.histories.map((history) => ({ ...history, categories }));
  },
  people: commentPeopleOf,
  known: async (issueIds) => readable(await slaRecords.getMany(issueIds)),
};
