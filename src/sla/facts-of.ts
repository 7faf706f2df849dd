import type { Fact } from './domain/model';
import { slaRecords } from './record';

/** The app's own facts about an issue: pauses, extensions, excuses, approvals. */
export const factsOf = async (issueId: string): Promise<readonly Fact[]> =>
  (await slaRecords.get(issueId))?.facts ?? [];

/** How many clocks a change of the definitions may touch, counted up to a thousand. */
export const countOpen = async (): Promise<number> =>
  (await slaRecords.queryAll({ index: 'by-open', partition: ['y'] }, 1000)).length;
