/** What calls about definitions and policy are answered. */
import * as v from 'valibot';
import { whole } from '../../../../kernel/answers';
import type { AnswerOf } from '../../../../kernel/call';
import type { Problem } from '../rules/problem';
import type { IssueHistory, SlaDefinitions } from '../../../engine/model';

/** For those who edit them or look into them: as they are stored. */
const definitions = whole<SlaDefinitions>();
const problems = v.array(whole<Problem>());

export const settingsAnswer = v.object({
  definitions,
  problems,
  canEdit: v.boolean(),
  /** What texts may be written in beside English and Russian. */
  languages: v.array(v.string()),
});
/** The outcome of a save or a deletion. */
export const changedAnswer = v.object({ definitions, problems });
export type DefinitionsSaved = AnswerOf<typeof changedAnswer>;
export const deletedAnswer = v.object({
  ...changedAnswer.entries,
  outcome: v.picklist(['deleted', 'retired']),
});

/** `since`: when it is on. */
export const safeModeAnswer = v.object({ rev: v.number(), since: v.optional(v.string()) });

/** Real histories for the simulator to replay in the browser. */
export const sampleAnswer = v.object({
  issues: v.array(v.object({ summary: v.string(), history: whole<IssueHistory>() })),
  /** There are more than these. */
  more: v.boolean(),
  /** The fields the histories hold. */
  fields: v.array(v.string()),
  asOf: v.number(),
});
export type Sample = AnswerOf<typeof sampleAnswer>;
