/** What the panel of a work item is answered. */
import * as v from 'valibot';
import { whole } from '../../../kernel/answers';
import type { SlaDisplay } from '../../definitions/domain/display/model';
import type { KeptComments } from '../../engine/history';
import type { Fact, SlaDefinitions } from '../../engine/model';

const facts = v.array(whole<Fact>());
export const actedAnswer = v.object({ facts });

/** `definitions`: composed for a replay (`forReplay`), which reads all that is in them. Left out when the caller has that version. */
export const definitionsAnswer = v.object({
  version: v.number(),
  definitions: v.optional(whole<SlaDefinitions>()),
  /** How clocks are shown, whatever version the caller has. */
  display: whole<SlaDisplay>(),
});

export const issueAnswer = v.object({
  ...definitionsAnswer.entries,
  facts,
  /** How comments are judged, whose authors and former visibility Jira does not tell: only when triggers listen to comments. */
  comments: v.optional(whole<KeptComments>()),
  may: v.object({ pause: v.boolean(), extend: v.boolean(), excuse: v.boolean() }),
  /** How far this person may go; more is an SLA manager's. */
  limits: v.object({ pauseHours: v.number(), extendHours: v.nullable(v.number()) }),
});
