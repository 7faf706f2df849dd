/** What the daily survey of the records found: one small document of its own, so that no other writer loses it. */
import * as v from 'valibot';
import { readRebuildable, writeBlob } from '../../platform/storage/blobs';

const KEY = 'sla:survey';
const count = v.pipe(v.number(), v.integer());

const surveySchema = v.object({
  schema: v.literal(1),
  at: v.number(),
  goals: v.array(v.object({ metricId: v.string(), goalId: v.string(), count })),
  dueNextYear: v.array(v.object({ calendarId: v.string(), count })),
  longPaused: v.array(v.object({ metricId: v.string(), count, keys: v.array(v.string()) })),
  noGoal: v.array(v.object({ metricId: v.string(), count, keys: v.array(v.string()) })),
});
export type SurveyDocument = v.InferOutput<typeof surveySchema>;

export const readSurvey = (): Promise<SurveyDocument | null> => readRebuildable(KEY, surveySchema);
export const writeSurvey = (survey: SurveyDocument): Promise<void> => writeBlob(KEY, survey, 'one');
