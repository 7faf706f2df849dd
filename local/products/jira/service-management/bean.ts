import { numberParam } from '../../shared/paging.ts';
import { type Call } from '../../shared/router.ts';
import { jiraStamp } from '../../shared/stamp.ts';
import { type IssueRow } from '../issues/row.ts';
import { type Site } from '../site.ts';
import { type NativeSla } from '../types.ts';

const MOST = 50;

/** A page of a list as Service Management shows it. */
export function page(site: Site, call: Call, path: string, beans: readonly object[]): object {
  const start = numberParam(call, 'start', 0);
  const limit = Math.min(numberParam(call, 'limit', MOST), MOST);
  const values = beans.slice(start, start + limit);
  const base = `${site.baseUrl}/rest/servicedeskapi`;
  return {
    _expands: [],
    _links: { self: `${base}/${path}`, base, context: '' },
    size: values.length,
    start,
    limit,
    isLastPage: start + limit >= beans.length,
    values,
  };
}

/** An instant as Service Management writes it. */
export const stamped = (at: number): object => {
  const jira = jiraStamp(at);
  return { iso8601: jira.replace(/\.\d+/, ''), jira, friendly: new Date(at).toUTCString(), epochMillis: at };
};

const length = (ms: number): object => {
  const minutes = Math.trunc(ms / 60_000);
  return { millis: ms, friendly: `${Math.trunc(minutes / 60)}h ${minutes % 60}m` };
};

/**
 * One SLA of a request, from creation to resolution by the clock: enough to read names and goals from. Undefined when no
 * goal fits its priority.
 */
export function slaBean(site: Site, issue: IssueRow, sla: NativeSla): object | undefined {
  const goal = sla.goals.find(({ priority }) => priority === undefined || priority === issue.priority_id);
  if (goal === undefined) return undefined;
  const end = issue.resolved ?? site.clock.now();
  const breached = end - issue.created > goal.ms;
  const cycle = {
    startTime: stamped(issue.created),
    breachTime: stamped(issue.created + goal.ms),
    breached,
    goalDuration: length(goal.ms),
    elapsedTime: length(end - issue.created),
    remainingTime: length(goal.ms - (end - issue.created)),
  };
  return {
    id: String(sla.id),
    name: sla.name,
    _links: { self: `${site.baseUrl}/rest/servicedeskapi/request/${issue.id}/sla/${sla.id}` },
    slaDisplayFormat: 'NEW_SLA_FORMAT',
    completedCycles: issue.resolved === null ? [] : [{ ...cycle, stopTime: stamped(end) }],
    ...(issue.resolved === null
      ? { ongoingCycle: { ...cycle, paused: false, withinCalendarHours: true } }
      : {}),
  };
}
