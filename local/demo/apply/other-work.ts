import { WORK } from '../company/work';
import type { DemoSite } from './site';

const DAY = 86_400_000;

/** What is in the spaces that the app does not serve. */
export function applyOtherWork({ jira, now }: DemoSite): void {
  for (const { space, summary, reporter, age, went, fields } of WORK.otherWork) {
    const home = WORK.otherSpaces.find(({ key }) => key === space);
    const createdAt = now - age * DAY;
    jira.importIssue({
      project: space,
      issueType: home?.issueTypes[0] ?? '',
      fields: { summary, ...fields },
      reporter,
      createdAt,
      history: went.map((status, index) => ({
        at: createdAt + (index + 0.5) * DAY,
        author: home?.lead ?? reporter,
        set: { status },
      })),
    });
  }
}
