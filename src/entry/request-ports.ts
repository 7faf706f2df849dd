/** The outside world of requests: Jira as the app or as the caller, the catalog, the SLA. */
import { findItem, readVersion } from '../catalog';
import { groupsOf } from '../platform/identity/groups';
import { commentAsUser, commentFor, noticeComment, publicComments } from '../platform/jira/comments';
import { createAsApp, createAsUser, issueOfRequest, mayCreateIssues } from '../platform/jira/create-issue';
import { createFields } from '../platform/jira/create-meta';
import { issuesNow, moveTo } from '../platform/jira/track-issue';
import { namesOf } from '../platform/jira/users';
import { type ActionPorts, type DecidePorts, earliestDateFor, type SubmitPorts } from '../requests';
import { promiseDefinitions, promisesOf, recordApproval } from '../sla';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export const requestPorts: SubmitPorts & ActionPorts & DecidePorts = {
  findItem,
  itemInVersion: readVersion,
  groupsOf,
  namesOf,
  mayCreate: mayCreateIssues,
  createAsUser,
  createAsApp,
  issueOfRequest,
  createFields,
  issuesNow,
  moveTo,
  publicComments,
  commentAsUser,
  commentFor,
  notice: noticeComment,
  promisesOf,
  recordApproval,
  pause,
  earliestDate: (item, now) => earliestDateFor(item, now, promiseDefinitions),
};
