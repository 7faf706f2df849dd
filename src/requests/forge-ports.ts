/** The outside world of requests: Jira as the app or as the caller, the catalog, the SLA. */
import { findItem, maySee, readVersion } from '../catalog';
import { groupsOf } from '../platform/jira/people/groups';
import {
  commentAsUser,
  commentFor,
  isCommented,
  noticeComment,
  publicComments,
} from '../platform/jira/issues/comments';
import { createAsApp, issueOfRequest } from '../platform/jira/issues/create-issue';
import { createFields } from '../platform/jira/issues/create-fields';
import { browseIssues } from '../platform/jira/issues/issue-access';
import { namesOf } from '../platform/jira/people/people';
import { hasMoved, issuesNow } from '../platform/jira/issues/issues-now';
import { moveAsUser, moveTo } from '../platform/jira/issues/transitions';
import { JiraRefused, JiraUnavailable } from '../kernel/errors';
import { carryOut, type RunnerPorts } from '../work/carry-out';
import { jiraDirectory } from '../work/notify/jira-directory';
import { scheduleStep } from '../work/schedule-step';
import type { ActionPorts } from './act-on-request';
import type { DecidePorts } from './decide-approval';
import { reminderAt } from './domain/reminder';
import { earliestDateFor } from './earliest-date';
import { calendarsOf } from './item-calendars';
import { peopleGone } from './people-gone';
import { requestSteps, type StepPorts } from './steps';
import type { SubmitPorts } from './submission';
import { promiseDefinitions, promisesOf, readPolicy, recordApproval } from '../sla';

/** Nothing where Jira does not let the caller in, or can't say: what is withheld for a moment can be read a moment later. */
async function mayBrowse(issueIds: readonly string[]): Promise<ReadonlySet<string>> {
  try {
    return new Set((await browseIssues(issueIds)).map(({ id }) => id));
  } catch (error) {
    if (error instanceof JiraRefused || error instanceof JiraUnavailable) return new Set();
    throw error;
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export const requestPorts: SubmitPorts & ActionPorts & DecidePorts & StepPorts = {
  now: Date.now,
  carryOut: (row) => carryOut(row, runnerWith(requestPorts)),
  findItem,
  maySee,
  itemInVersion: readVersion,
  groupsOf,
  namesOf,
  directory: jiraDirectory,
  createAsApp,
  issueOfRequest,
  createFields,
  issuesNow,
  hasMoved,
  mayBrowse,
  peopleGone,
  moveTo,
  moveAsUser,
  publicComments,
  commentAsUser,
  commentFor,
  isCommented,
  notice: noticeComment,
  promisesOf,
  recordApproval,
  pause,
  remindAt: async (item) => {
    const { remindApprovers } = await readPolicy();
    const calendars = remindApprovers === 'never' ? [] : await calendarsOf(item, promiseDefinitions);
    return (since) => reminderAt(remindApprovers, since, calendars);
  },
  earliestDate: (item, now) => earliestDateFor(item, now, promiseDefinitions),
};

/** Carries out the steps of requests through these ports: as the person who calls, or as the app alone. */
export const runnerWith = (ports: StepPorts): RunnerPorts => ({
  registry: { request: requestSteps(ports) },
  now: Date.now,
  schedule: scheduleStep,
});
