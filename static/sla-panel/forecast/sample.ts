/**
 * What similar work items took reaches a browser once per kind of work item: kept in its local storage, which is this
 * app's alone on this site, and asked for again after four hours or with another version of the definitions.
 */
import * as v from 'valibot';
import type { IssueForecastSample } from '../../../src/sla/forecast/domain/answers';
import { issueKindSchema, keyOfIssue } from '../../../src/sla/engine/forecast/key-of-issue';
import type { Course } from '../../../src/sla/engine/forecast/model';
import { packedCourseSchema, unpacked } from '../../../src/sla/engine/forecast/pack';
import { REQUEST_PROPERTY } from '../../../src/kernel/names';
import { call } from '../../shared/api';
import { keep, kept } from '../../shared/kept';
import { askJira } from '../../shared/product';
import type { IssueRef } from '../data/issue';

export interface Sample {
  /** What the work item is alike to. */
  readonly key: string;
  /** Finished cycles by metric. */
  readonly courses: ReadonlyMap<string, readonly Course[]>;
}

const KEPT = 'pledge.sla-forecast';
const FRESH_MS = 4 * 3_600_000;
/** The kinds somebody looks at come again; the oldest make room. */
const MOST_KEPT = 6;

const keptSchema = v.array(
  v.object({
    key: v.string(),
    at: v.number(),
    version: v.number(),
    sample: v.nullable(
      v.object({
        key: v.string(),
        learnedAt: v.number(),
        metrics: v.array(v.object({ id: v.string(), courses: v.array(packedCourseSchema) })),
      }),
    ),
  }),
);
const sampleOf = (sample: IssueForecastSample | null): Sample | null =>
  sample && {
    key: sample.key,
    courses: new Map(sample.metrics.map(({ id, courses }) => [id, courses.map(unpacked)])),
  };

/** What the clocks of an issue are forecast by; null when nothing was learned. Throws ProductFailed or RequestFailed. */
export async function readSample(issue: IssueRef, version: number): Promise<Sample | null> {
  const root = `/rest/api/3/issue/${encodeURIComponent(issue.id)}`;
  const kind = await askJira(`${root}?fields=issuetype&properties=${REQUEST_PROPERTY}`, issueKindSchema);
  const key = keyOfIssue(kind);
  const samples = kept(KEPT, keptSchema) ?? [];
  const known = samples.find((each) => each.key === key);
  if (known?.version === version && Date.now() - known.at < FRESH_MS) return sampleOf(known.sample);
  const { sample } = await call('sla.forecastSample', { issueId: issue.id });
  const others = samples.filter((each) => each.key !== key);
  keep(KEPT, [{ key, at: Date.now(), version, sample }, ...others].slice(0, MOST_KEPT));
  return sampleOf(sample);
}
