/** The outside world of requests: Jira as the app or as the caller, the catalog, the SLA. */
import { factsOf, findItem, maySeeIfTold, publishedItem, readVersion, requesterOf } from '../catalog';
import type { FormField, PublishedItem } from '../catalog/domain/model';
import { ifJiraTells } from '../platform/jira/if-told';
import { groupsIfKnown } from '../platform/jira/people/groups';
import { ownProfile, profileOf } from '../platform/jira/people/profile';
import { findsIssue, firstIssue } from '../platform/jira/search/finds-issue';
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
import { withLevel } from '../platform/jira/issues/with-level';
import { addWatcher } from '../platform/jira/issues/edit-issue';
import { hasMoved, issuesNow } from '../platform/jira/issues/issues-now';
import { moveAsUser, moveTo } from '../platform/jira/issues/transitions';
import {
  attachedByApp,
  attachFile,
  attachmentBytes,
  attachPublicly,
  deskOf,
} from '../platform/jira/issues/attachments';
import { objectInfo, readObject, removeObject } from '../platform/object-store';
import { type CarriedOut, carryOut, type RunnerPorts } from '../work/carry-out';
import { jiraDirectory } from '../work/notify/jira-directory';
import { scheduleStep } from '../work/schedule-step';
import type { StepRow } from '../work/step';
import { reminderAt } from './domain/reminder';
import { type FilePorts, fileSteps } from './file-steps';
import { heldFiles } from './files/file-store';
import { claimFiles } from './files/sent-files';
import { earliestDateFor } from './earliest-date';
import { calendarsOf } from './item-calendars';
import { managerOfPerson, peopleGone } from './people-gone';
import type { Person } from './ports';
import { previousAnswers } from './reading/previous-answers';
import { requestSteps, type StepPorts } from './steps';
import { promiseDefinitions, promisesOf, readPolicy, recordApproval } from '../sla';

/** Nothing where Jira does not let the caller in, or can't say: what is withheld for a moment can be read a moment later. */
async function mayBrowse(issueIds: readonly string[]): Promise<ReadonlySet<string>> {
  const seen = (await ifJiraTells(browseIssues(issueIds))) ?? [];
  return new Set(seen.map(({ id }) => id));
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** In full of who calls, and of whom they order for as far as Jira tells the app. */
export const profileFor = ({
  accountId,
  by,
}: Pick<Person, 'accountId' | 'by'>): ReturnType<typeof profileOf> =>
  by === undefined ? ownProfile() : profileOf(accountId);

export const requestPorts = {
  now: Date.now,
  /** Carries out what follows a decision, as far as it goes now; the rest is done later. */
  carryOut: (row: StepRow): Promise<CarriedOut> => carryOut(row, runnerWith(requestPorts)),
  /** A published item this person may order; throws NOT_FOUND or ITEM_RETIRED. */
  findItem: (id: string, person: Person): Promise<PublishedItem> => findItem(id, person),
  /**
   * Whether somebody may order an item, by its criteria and those of its categories; asks for their groups only where these decide, and
   * answers `null`, which lets nobody in, where Jira does not tell what does.
   */
  maySee: maySeeIfTold,
  itemInVersion: readVersion,
  /** The version that is offered now; `null` when none is. */
  publishedItem,
  /** What the conditions of an item may know of whom a request is for. */
  factsOf,
  /** What a form begins with of whom it is filled in for. */
  aboutRequester: (form: readonly FormField[], person: Pick<Person, 'accountId' | 'by'>) =>
    requesterOf(form, person, () => profileFor(person)),
  previousAnswers,
  /** `null` where Jira does not tell the app. */
  groupsOf: groupsIfKnown,
  findsIssue,
  firstIssue,
  /** What somebody has uploaded for forms that were not sent yet, and to whose request it belongs from now on. */
  heldFiles,
  claimFiles,
  /** Whether the store answers at all. */
  storesFiles: (): Promise<boolean> =>
    objectInfo('probe').then(
      () => true,
      () => false,
    ),
  attachedByApp,
  attachFile,
  attachmentBytes,
  attachPublicly,
  /** The space of a work item of Service Management. */
  deskOf,
  readObject,
  removeObject,
  namesOf,
  directory: jiraDirectory,
  createAsApp,
  issueOfRequest,
  createFields,
  issuesNow,
  hasMoved,
  /** Those of these issues that are for few. */
  withLevel,
  /** Which of these issues the calling person may browse in Jira. */
  mayBrowse,
  /** Those of the accounts that Jira says are switched off or not there, with who stands in for each; nobody while it can't say. */
  peopleGone,
  /** Whom somebody works for, as People says. */
  managerOf: managerOfPerson,
  moveTo,
  /** As the person whose request it is; refused where nobody calls. */
  moveAsUser,
  publicComments,
  /** `false` when Jira does not let this person comment, or nobody calls. */
  commentAsUser,
  commentFor,
  /** Whether it was said already, by the app or this person, since an instant (ms). */
  isCommented,
  /** A comment for those it mentions; `mark` is what the step it was written for is known by. */
  notice: noticeComment,
  /** The promises of requests as their requesters may see them, by issue id. */
  promisesOf,
  /** Tells the SLA of an approval: asked for, given, refused. `at` in milliseconds. */
  recordApproval,
  addWatcher,
  /** Waits so many milliseconds. */
  pause,
  /**
   * When approvers of an item who are waited for since an instant (ms) are reminded, as the policy is now; `null` for never.
   * Policy and calendars are read once for however many instants.
   */
  remindAt: async (item: PublishedItem): Promise<(since: number) => number | null> => {
    const { remindApprovers } = await readPolicy();
    const calendars = remindApprovers === 'never' ? [] : await calendarsOf(item, promiseDefinitions);
    return (since) => reminderAt(remindApprovers, since, calendars);
  },
  calendarsOf: (item: PublishedItem) => calendarsOf(item, promiseDefinitions),
  /** Today plus so many working days on the item's calendar, as a date there. */
  earliestDate: (item: PublishedItem, now: number) => earliestDateFor(item, now, promiseDefinitions),
};

/** Carries out the steps of requests through these ports: as the person who calls, or as the app alone. */
export const runnerWith = (ports: StepPorts & FilePorts): RunnerPorts => ({
  registry: { request: requestSteps(ports), files: fileSteps(ports) },
  now: Date.now,
  schedule: scheduleStep,
});
