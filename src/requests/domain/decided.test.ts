import type { ApprovalRule } from '../../catalog/domain/approval-rules';
import { decided } from './decided';
import type { RequestApproval } from './model';

/** `m+` and `f-`: maria said yes, felix no, one after the other. */
function after(rule: ApprovalRule, said: string, needed?: number): RequestApproval['state'] {
  const begun: RequestApproval = {
    state: 'pending',
    approvers: ['m', 'f', 'h'],
    rule,
    ...(needed && { needed }),
    startedAt: '2026-03-10',
    decisions: [],
  };
  return said.split(' ').reduce((step, word) => {
    const decision = word[1] === '+' ? ('approved' as const) : ('declined' as const);
    return decided(step, { by: word[0] ?? '', decision, comment: '', at: '2026-03-11' });
  }, begun).state;
}

it.each([
  ['any', 'm+', undefined, 'approved'],
  ['any', 'm-', undefined, 'declined'],
  ['all', 'm+ f+', undefined, 'pending'],
  ['all', 'm+ f+ h+', undefined, 'approved'],
  ['all', 'm+ f-', undefined, 'declined'],
  ['atLeast', 'm+', 2, 'pending'],
  ['atLeast', 'm+ m+', 2, 'pending'],
  ['atLeast', 'm- f+', 2, 'pending'],
  ['atLeast', 'm- f+ h+', 2, 'approved'],
  ['atLeast', 'm- f-', 2, 'declined'],
  ['atLeast', 'm+ f+ h+', 9, 'approved'],
  ['atLeast', 'x+ m+', 2, 'pending'],
] as const)('%s, after %s where %s of three are needed, is %s', (rule, said, needed, state) => {
  expect(after(rule, said, needed)).toBe(state);
});
