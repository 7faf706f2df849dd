/**
 * A transaction takes 25 writes. A request with as many approvers as an item may have, one of them named by the form, turns a row
 * for each of them with what the SLA writes of the same event: all of it together, whatever ends the approval.
 */
import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import * as v from 'valibot';
import { FOLLOWERS } from '../../src/entry/followers';
import { itemContentSchema } from '../../src/catalog/domain/schema';
import type { ItemContent, PublishedItem } from '../../src/catalog/domain/model';
import { issueRowKey, issueRows } from '../../src/platform/storage/issue-row';
import { transact } from '../../src/platform/storage/transact';
import { approvalRows } from '../../src/requests/records/approval-rows';
import type { RequestDocument } from '../../src/requests/domain/model';
import { issueRowOf } from '../../src/requests/records/request-of-issue';
import { readRequest, requestWrites } from '../../src/requests/records/store';
import { slaRecords } from '../../src/sla/clocks/record/record-store';
import { PROJECT, STATUS } from '../../src/sla/testing/definitions';
import type { ChangedField, IssueEvent } from '../../src/work/issue-event';
import { dispatch } from '../../src/work/issue-events';
import { content, published, request } from '../support/samples';
import { BilledSite } from './billed';

const people = Array.from({ length: 16 }, (_, nth) => `approver-${nth}`);
const NAMED = people.slice(0, 15);
const steps = (approvers: readonly string[]): Partial<ItemContent> => ({
  approvals: [{ approvers, approverField: 'boss', rule: 'all', waitingStatusId: STATUS.waiting }],
});

/** Its status "done" means that, or that it was cancelled. */
const itemWhere = (kind: 'resolved' | 'cancelled'): PublishedItem =>
  published({
    ...steps(NAMED),
    stages: [
      {
        id: 'open',
        name: { en: 'Open' },
        statusIds: [STATUS.open, STATUS.waiting],
        actor: 'provider',
        kind: 'open',
      },
      { id: 'end', name: { en: 'Over' }, statusIds: [STATUS.done], actor: 'nobody', kind },
    ],
  });

const asked = (): RequestDocument =>
  request({
    receivedAt: '2026-06-01T09:00:00.000Z',
    answers: { boss: 'approver-15' },
    issueId: '1',
    issueKey: 'T-1',
    approvals: [
      {
        state: 'pending',
        approvers: people,
        rule: 'all',
        startedAt: '2026-06-01T09:00:00.000Z',
        decisions: [],
        waitingStatusId: STATUS.waiting,
      },
    ],
  });

let site: BilledSite;
/** How many writes each transaction had. */
let sizes: number[];
let now = Date.UTC(2026, 5, 1, 9);

beforeEach(() => {
  jest.spyOn(Date, 'now').mockImplementation(() => (now += 1_000));
});

async function waiting(kind: 'resolved' | 'cancelled'): Promise<void> {
  site = new BilledSite();
  await site.defines();
  await dispatch(site.jira.create('1'), FOLLOWERS);
  await dispatch(site.jira.change('1', { status: STATUS.waiting }), FOLLOWERS);
  await transact(requestWrites(null, asked()));
  await issueRows.put(issueRowKey('1'), issueRowOf(asked(), itemWhere(kind)), 'any');
  sizes = [];
  const before = site.forge.kvs.before;
  site.forge.kvs.before = (path, body) => {
    const { set = [], delete: dropped = [], check = [] } = body as Readonly<Record<string, unknown[]>>;
    if (path.endsWith('/transaction')) sizes.push(set.length + dropped.length + check.length);
    return before(path, body);
  };
}

const changed = (field: string, from: string, to: string): ChangedField => ({
  field,
  fieldId: field,
  from,
  fromText: null,
  to,
  toText: null,
});

/** Done, moved to another space and given to one of the approvers, in one go. */
function everything(): IssueEvent {
  const event = site.jira.change('1', { status: STATUS.done });
  if (event.kind !== 'updated' || event.entry === undefined) throw new Error('Nothing has changed.');
  const more = [changed('reporter', 'alice', 'approver-3'), changed('project', PROJECT, '10007')];
  return { ...event, entry: { ...event.entry, items: [...event.entry.items, ...more] } };
}

const events: readonly (readonly [string, 'resolved' | 'cancelled', () => IssueEvent])[] = [
  ['resolved', 'resolved', () => site.jira.change('1', { status: STATUS.done })],
  ['cancelled', 'cancelled', () => site.jira.change('1', { status: STATUS.done })],
  ['moved past it', 'resolved', () => site.jira.change('1', { status: STATUS.open })],
  ['deleted', 'resolved', () => ({ kind: 'deleted', issueId: '1', fields: {}, at: Date.now() })],
  ['resolved, moved and given to an approver at once', 'resolved', everything],
];

describe('a request that waits for as many approvers as there may be', () => {
  test.each(events)(
    'is written in one transaction with the SLA when its work item is %s',
    async (_, kind, event) => {
      await waiting(kind);
      const before = await slaRecords.get('1');
      await dispatch(event(), FOLLOWERS);
      const most = Math.max(...sizes);
      expect(most).toBeGreaterThan(18);
      expect(most).toBeLessThanOrEqual(25);
      expect((await readRequest('request-1'))?.approvals[0]?.state).toBe('void');
      const { docs } = await approvalRows.query({ index: 'by-state', partition: ['pending'] });
      expect(docs).toEqual([]);
      expect((await slaRecords.get('1'))?.rev).not.toBe(before?.rev);
      expect(sizes.filter((size) => size > 2)).toHaveLength(1);
    },
  );

  test('has no more of them: an item with one more is refused', () => {
    const fits = (approvers: readonly string[]) =>
      v.safeParse(itemContentSchema, content(steps(approvers))).success;
    expect([fits(NAMED), fits(people)]).toEqual([true, false]);
  });
});
