/** Requests over an in-memory storage and a Jira of one list of issues. */
import { criteriaNeedGroups, mayOrder } from '../../src/catalog/domain/audience/entitlement';
import type { PublishedItem } from '../../src/catalog/domain/model';
import type { NewIssue } from '../../src/platform/jira/issues/create-issue';
import type { RequestProperty } from '../../src/requests/domain/schema';
import type { Person } from '../../src/requests/ports';
import type { StepPorts } from '../../src/requests/steps';
import type { Submission, SubmitPorts } from '../../src/requests/sending/submission';
import { carried, openDirectory } from './carried';
import { type FakeForge, installFakeForge } from './fake-forge';
import { published } from './samples';

export const NOW = Date.parse('2026-03-02T10:00:00Z');
export const token = 'token-0000-0001';

export interface RequestWorld {
  readonly forge: FakeForge;
  readonly issues: {
    readonly as: string;
    readonly fields: NewIssue['fields'];
    readonly property: RequestProperty;
  }[];
  readonly told: string[];
  readonly ports: SubmitPorts & StepPorts;
}

/** Entitlement in a catalog whose categories are for everybody. */
export const bySelf: SubmitPorts['maySee'] = async ({ content: { entitlement } }, person) => {
  const criteria = { own: entitlement, ways: [] };
  const groups = criteriaNeedGroups(criteria) ? await person.groups() : [];
  return mayOrder(criteria, { accountId: person.accountId, groups });
};

/** A Jira of one list of issues; what is created is searchable at once. */
export function requestWorld(
  item: PublishedItem = published(),
  over: Partial<SubmitPorts & StepPorts> = {},
): RequestWorld {
  const forge = installFakeForge('alice');
  const issues: RequestWorld['issues'] = [];
  const told: string[] = [];
  const create = (as: string, { fields, property }: NewIssue) => {
    issues.push({ as, fields, property: property as RequestProperty });
    return { id: `${issues.length}`, key: `IT-${issues.length}` };
  };
  const ports = carried<Omit<SubmitPorts, 'carryOut'> & StepPorts>({
    now: () => NOW,
    findItem: async () => item,
    itemInVersion: async (_, version) => (version === item.version ? item : null),
    groupsOf: async () => [],
    maySee: bySelf,
    directory: openDirectory,
    peopleGone: async () => new Map(),
    managerOf: async () => null,
    remindAt: async () => () => null,
    namesOf: async (ids) => new Map(ids.map((id) => [id, `Name of ${id}`])),
    createAsApp: async (issue, reporter) => create(`app for ${reporter}`, issue),
    issueOfRequest: async (id) => {
      const at = issues.findIndex((issue) => issue.property.requestId === id);
      return at < 0 ? null : { id: `${at + 1}`, key: `IT-${at + 1}` };
    },
    createFields: async () => [],
    pause: async () => undefined,
    moveTo: async (issueId, statusId) => void told.push(`move ${issueId} ${statusId}`),
    issuesNow: async () => new Map(),
    moveAsUser: async (issueId, statusId) => void told.push(`move ${issueId} ${statusId} as user`),
    commentAsUser: async () => false,
    commentFor: async (issueId, _body, by) => void told.push(`comment ${issueId} ${by}`),
    isCommented: async () => false,
    notice: async (issueId, _body, about) => void told.push(`notice ${issueId} ${about}`),
    addWatcher: async (issueId, who) => void told.push(`watch ${issueId} ${who}`),
    recordApproval: async (issueId, decision) => void told.push(`sla ${issueId} ${decision}`),
    ...over,
  });
  return { forge, issues, told, ports };
}

export const form = (over: Partial<Submission> = {}): Submission => ({
  clientToken: token,
  itemId: 'laptop',
  itemVersion: 1,
  answers: { why: 'Mine is broken', due: '2026-04-01' },
  ...over,
});
export const alice = (now = NOW): Person => ({ accountId: 'alice', now, groups: async () => [] });
