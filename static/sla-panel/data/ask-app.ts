import type { SlaDefinitions } from '../../../src/sla/engine/model';
import { type Answer, call } from '../../shared/api';
import { definitionsIn, keptDefinitions } from './definitions';
import type { IssueRef } from './issue';

/** What the app says of an issue, with the definitions it goes by. */
export type AppAnswer = Answer<'sla.issue'> & { readonly definitions: SlaDefinitions };

/**
 * Asks for what only the app knows of an issue, and for what this person may do there; with `judge` also about comments that
 * no event has told it of yet. Throws RequestFailed.
 */
export async function askApp(issue: IssueRef, judge = false): Promise<AppAnswer> {
  const kept = keptDefinitions();
  const answer = await call('sla.issue', {
    issueId: issue.id,
    ...(judge ? { judge } : {}),
    ...(kept === null ? {} : { definitionsVersion: kept.version, part: kept.part === true }),
  });
  return { ...answer, definitions: definitionsIn(answer, kept) };
}
