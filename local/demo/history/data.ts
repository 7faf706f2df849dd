import * as v from 'valibot';
import { readData } from '../data';

/** What can happen to any request, in the order the past is told of it. */
export const TWISTS = [
  'smooth',
  'lateReply',
  'late',
  'waiting',
  'vendor',
  'reopened',
  'raised',
  'cancelled',
] as const;

/** Who asked for what, how often, and what became of it. */
export const HISTORY = readData(
  'history.yml',
  v.strictObject({
    askers: v.array(
      v.strictObject({
        accountId: v.string(),
        displayName: v.string(),
        location: v.picklist(['berlin', 'moscow', 'remote']),
      }),
    ),
    done: v.number(),
    pastHours: v.number(),
    pastTwists: v.record(v.picklist(TWISTS), v.number()),
    open: v.array(v.strictObject({ share: v.number(), twist: v.picklist(TWISTS), count: v.number() })),
    incidentHours: v.record(v.string(), v.number()),
    answers: v.record(v.string(), v.string()),
  }),
);
