/** The live board: clocks under way by next breach, as far as the viewer may see them. */
import { type BoardIssue, findPausedIssues, readBoardIssues } from '../../platform/jira/issues/board-issues';
import { editableIssues } from '../../platform/jira/issues/issue-access';
import { JiraRefused } from '../../kernel/errors';
import { wholeCalendars } from '../definitions/stored/for-screens';
import type { Board, BoardRow } from './domain/answers';
import { readStoredDefinitions } from '../definitions/stored/definitions-store';
import { readDisplay } from '../definitions/stored/display-store';
import { groupFieldOf, showsForecasts } from '../definitions/domain/display/model';
import type { Instant } from '../engine/model';
import { withheldMetrics } from '../engine/compiled/requesters';
import { coursesOf, readSample } from '../forecast/sample';
import { readJob } from '../clocks/sync/backfill-job';
import type { SlaRecord } from '../clocks/record/record';
import { recordHeads, recordsOf } from '../clocks/record/record-store';
import { readClocks } from './read-clocks';
import { rowsOf } from './rows';
import type { Courses } from './row-forecast';
import { definitionsOf } from './versions';

export interface BoardQuery {
  /** Only one project (its id), read from that project's part of the index. */
  readonly projectId?: string | undefined;
  /** Id of the site's Team field, when it has one: the field of the settings comes before it. */
  readonly teamField?: string | undefined;
  /** Version of the calendars the screen has. */
  readonly version?: number | undefined;
}

const MOST_PAUSED = 100;

/**
 * At most two pages of the due index, and three requests to Jira as the calling user: two for the issues of those pages
 * and one search for paused ones, which have no due instant and so no place in that index. Issues the user may not
 * browse are in no row and in no count; only that more was there to read is told.
 */
export async function board(
  query: BoardQuery,
  now: Instant,
  seesAll: () => Promise<boolean>,
): Promise<Board> {
  const { projectId } = query;
  const settled = Promise.all([readStoredDefinitions(), readDisplay()]).then(
    ([{ definitions }, display]) => ({
      definitions,
      display,
      teamField: groupFieldOf(display, query.teamField ?? null) ?? undefined,
    }),
  );
  const [{ definitions, display, teamField }, clocks, paused, courses, job] = await Promise.all([
    settled,
    readClocks(now, projectId),
    settled.then(({ teamField }) => pausedOf({ projectId, teamField })),
    settled.then(({ display }) => (showsForecasts(display) ? learned() : NOTHING)),
    readJob(),
  ]);
  const known = new Set(clocks.heads.map(({ issueId }) => issueId));
  const [issues, records, pausedRecords] = await Promise.all([
    readBoardIssues([...known], teamField),
    recordsOf(clocks.heads),
    recordHeads.of(paused.issues.map(({ id }) => id).filter((id) => !known.has(id))).then(recordsOf),
  ]);
  const definitionsFor = await definitionsOf([...records.values(), ...pausedRecords.values()], definitions);
  const rowsFor = (record: SlaRecord | undefined, issue: BoardIssue): readonly BoardRow[] => {
    const computedWith = record === undefined ? undefined : definitionsFor(record);
    return record === undefined || computedWith === undefined
      ? []
      : rowsOf(record, issue, computedWith, courses, now);
  };
  const { upcomingUntil = Infinity } = clocks;
  const all = [
    ...issues.flatMap((issue) => rowsFor(records.get(issue.id), issue)),
    // What else runs on a paused issue lies outside the pages that were read.
    ...paused.issues
      .flatMap((issue) => rowsFor(pausedRecords.get(issue.id), issue))
      .filter(({ state }) => state === 'paused'),
  ].filter(({ state, dueTime = 0 }) => state === 'paused' || dueTime <= upcomingUntil);
  const { holidaySets, metrics, version } = definitions;
  const hidden = withheldMetrics(definitions);
  const withheld = hidden.size === 0 || (await seesAll()) ? NONE : hidden;
  const rows = await visibleOf(all, withheld);
  const shown = new Set(rows.map(({ metricId }) => metricId));
  return {
    asOf: now,
    rows: rows.toSorted(byNextBreach),
    metrics: metrics
      .filter(({ id, active }) => active && (!withheld.has(id) || shown.has(id)))
      .map(({ id, name }) => ({ id, name })),
    version,
    ...(display.bands && { bands: display.bands }),
    forecasts: [...courses.values()].some(({ length }) => length > 0),
    ...(query.version === version
      ? {}
      : { calendars: { calendars: wholeCalendars(definitions), holidaySets } }),
    ...(clocks.upcomingUntil === undefined ? {} : { upcomingUntil: clocks.upcomingUntil }),
    moreBreached: clocks.moreBreached,
    paused: paused.read,
    ...(job?.state === 'running' ? { recalculating: { checked: job.checked } } : {}),
  };
}

const NOTHING: Courses = new Map();
const NONE: ReadonlySet<string> = new Set();

/** Clocks that are hidden from requesters are shown to those who may edit the work item: asked once, if there are any. */
async function visibleOf(
  rows: readonly BoardRow[],
  withheld: ReadonlySet<string>,
): Promise<readonly BoardRow[]> {
  const asked = rows.filter(({ metricId }) => withheld.has(metricId)).map(({ issueId }) => issueId);
  if (asked.length === 0) return rows;
  const editable = await editableIssues(asked);
  return rows.filter(({ metricId, issueId }) => !withheld.has(metricId) || editable.has(issueId));
}

/** What finished cycles took: one read. */
async function learned(): Promise<Courses> {
  const sample = await readSample();
  return sample === null ? NOTHING : coursesOf(sample);
}

/** A site whose index of the display copies is not ready refuses the search: the rest of the board stands without it. */
async function pausedOf({
  projectId,
  teamField,
}: BoardQuery): Promise<{ readonly issues: readonly BoardIssue[]; readonly read: Board['paused'] }> {
  try {
    const { issues, more } = await findPausedIssues({ projectId, teamField, limit: MOST_PAUSED });
    return { issues, read: more ? 'some' : 'all' };
  } catch (error) {
    if (error instanceof JiraRefused && error.status === 400) return { issues: [], read: 'none' };
    throw error;
  }
}

const byNextBreach = (left: BoardRow, right: BoardRow): number =>
  (left.dueTime ?? Infinity) - (right.dueTime ?? Infinity) ||
  (left.pausedSince ?? 0) - (right.pausedSince ?? 0);
