import * as v from 'valibot';
import { inParallel } from '../../../../src/kernel/in-parallel';
import type { NativeSla } from '../../../../src/sla/definitions/domain/other-tools/native';
import { askJira, ProductFailed } from '../../../shared/product';

const withId = v.nullish(v.object({ id: v.string() }));
const Found = v.object({
  issues: v.array(
    v.object({
      id: v.string(),
      fields: v.object({ priority: withId, issuetype: withId, project: withId }),
    }),
  ),
});
const cycle = v.object({ goalDuration: v.optional(v.object({ millis: v.number() })) });
const Slas = v.object({
  values: v.array(
    v.object({
      name: v.string(),
      completedCycles: v.optional(v.array(cycle), []),
      ongoingCycle: v.optional(cycle),
    }),
  ),
});

/** As many as a page of a search has, and as anybody waits for. */
const MOST_ISSUES = 50;
const AT_ONCE = 5;

/** What was found: the SLAs, how many work items were looked at, and how many of them are requests the viewer is an agent of. */
export interface NativeSample {
  readonly slas: readonly NativeSla[];
  readonly looked: number;
  readonly withSlas: number;
}

/** Reads as the viewer: at most fifty work items of a query, and what Jira Service Management tells of each. Throws ProductFailed. */
export async function readNative(jql: string): Promise<NativeSample> {
  const query = new URLSearchParams({
    jql,
    maxResults: String(MOST_ISSUES),
    fields: 'priority,issuetype,project',
  });
  const { issues } = await askJira(`/rest/api/3/search/jql?${query}`, Found);
  const read = await inParallel(issues, AT_ONCE, slasOf);
  return {
    slas: read.flat(),
    looked: issues.length,
    withSlas: read.filter((slas) => slas.length > 0).length,
  };
}

async function slasOf({
  id,
  fields,
}: v.InferOutput<typeof Found>['issues'][number]): Promise<readonly NativeSla[]> {
  const { values } = await askJira(`/rest/servicedeskapi/request/${encodeURIComponent(id)}/sla`, Slas).catch(
    notARequest,
  );
  const known = {
    ...(fields.project ? { projectId: fields.project.id } : {}),
    ...(fields.priority ? { priority: fields.priority.id } : {}),
    ...(fields.issuetype ? { issuetype: fields.issuetype.id } : {}),
  };
  return values.flatMap(({ name, completedCycles, ongoingCycle }) => {
    // The goal that holds now; of a finished one the last.
    const ms = (ongoingCycle ?? completedCycles.at(-1))?.goalDuration?.millis;
    return ms === undefined || ms <= 0 ? [] : [{ metric: name, goalMs: ms, fields: known }];
  });
}

/** Most work items are no requests, and of some the viewer is no agent: neither stops the others. */
function notARequest(error: unknown): v.InferOutput<typeof Slas> {
  if (error instanceof ProductFailed && [400, 403, 404].includes(error.status)) return { values: [] };
  throw error;
}
