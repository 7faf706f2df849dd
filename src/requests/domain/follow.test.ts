import { request } from '../../../test/support/samples';
import type { RequestOfIssue } from './of-issue';
import { follow } from './follow';
import type { IssueFacts } from './followed';
import type { RequestApproval, RequestDocument } from './model';

const NOW = Date.parse('2026-03-20T10:00:00Z');
const iso = (at: number): string => new Date(at).toISOString();

const of: RequestOfIssue = {
  id: 'request-1',
  itemId: 'laptop',
  projectId: '10000',
  endings: { '3': 'resolved', '4': 'closed', '5': 'cancelled' },
  asks: ['6'],
  waits: ['2'],
  reopenWithinDays: 14,
  askers: ['alice'],
};
const approval = (over: Partial<RequestApproval> = {}): RequestApproval => ({
  state: 'pending',
  approvers: ['maria', 'boris'],
  rule: 'any',
  startedAt: iso(NOW - 7_200_000),
  decisions: [],
  waitingStatusId: '2',
  ...over,
});
const decided = approval({
  state: 'approved',
  decisions: [{ by: 'maria', decision: 'approved', comment: '', at: iso(NOW - 3_600_000) }],
});
const at = (id: string, over: Partial<NonNullable<IssueFacts['status']>> = {}): IssueFacts => ({
  at: NOW,
  status: { id, since: NOW, moved: true, ...over },
});
const result = (facts: IssueFacts, over: Partial<RequestDocument> = {}) => {
  const following = follow(facts, request(over), of, NOW);
  return (
    following && {
      state: following.request.state,
      approvals: following.request.approvals.map(({ state, voided }) => voided?.because ?? state),
      asks: following.asks,
    }
  );
};

/** What is known of the work item, the approvals there are, and what becomes of the request. */
const TABLE: readonly (readonly [
  string,
  IssueFacts,
  readonly RequestApproval[],
  ReturnType<typeof result>,
])[] = [
  ['nothing is known', { at: NOW }, [approval()], null],
  ['where it waits', at('2'), [approval()], null],
  ['where it was made, not moved yet', at('1', { moved: false }), [approval()], null],
  ['moved past', at('1'), [approval()], { state: 'open', approvals: ['moved'], asks: false }],
  ['a status of no stage', at('77'), [approval()], { state: 'open', approvals: ['moved'], asks: false }],
  ['resolved', at('3'), [approval()], { state: 'open', approvals: ['ended'], asks: false }],
  ['closed', at('4'), [approval()], { state: 'closed', approvals: ['ended'], asks: false }],
  ['cancelled', at('5'), [approval()], { state: 'closed', approvals: ['cancelled'], asks: false }],
  ['gone', { at: NOW, gone: true }, [approval()], { state: 'closed', approvals: ['gone'], asks: false }],
  [
    'gone, decided',
    { at: NOW, gone: true },
    [decided],
    { state: 'closed', approvals: ['approved'], asks: false },
  ],
  ['sent back after a decision', at('2'), [decided], { state: 'open', approvals: ['approved'], asks: true }],
  ['the way there, told late', at('2', { since: NOW - 5_400_000 }), [decided], null],
  ['sent there, never asked', at('2'), [], { state: 'open', approvals: [], asks: true }],
  ['made there', at('2', { moved: false }), [], null],
  [
    'an approval without a status waits until the end',
    at('1'),
    [approval({ waitingStatusId: undefined })],
    null,
  ],
];

test.each(TABLE)('%s', (_name, facts, approvals, expected) => {
  expect(result(facts, { approvals })).toEqual(expected);
});

test('the same facts again change nothing', () => {
  const first = follow(at('5'), request({ approvals: [approval()] }), of, NOW);
  expect(first && follow(at('5'), first.request, first.of, NOW)).toBeNull();
});

test('nobody decides about a request that became their own, while others are left to', () => {
  const facts = { at: NOW, reporter: 'maria' };
  const approvers = (...asked: readonly string[]) =>
    follow(facts, request({ approvals: [approval({ approvers: asked })] }), of, NOW)?.request.approvals[0]
      ?.approvers;
  expect(approvers('maria', 'boris')).toEqual(['boris']);
  expect(approvers('maria')).toEqual(['maria']);
});

it('waits for who asked in the statuses in which the item says so, and no longer', () => {
  const asked = follow(at('6'), request(), of, NOW);
  expect(asked?.request).toMatchObject({ state: 'open', asked: true });
  expect(follow(at('6'), asked!.request, of, NOW)).toBeNull();
  expect(follow(at('1'), asked!.request, of, NOW)?.request).not.toHaveProperty('asked');
  expect(follow(at('3'), asked!.request, of, NOW)?.request).not.toHaveProperty('asked');
});
