import { approvalLength, usualLength, usualDelivery } from './usual';

const HOUR = 3_600_000;
const took = (hours: number, isLate = false) => ({ elapsedMs: hours * HOUR, isLate });

it('tells of five and more what half and most of them took', () => {
  expect(usualLength([1, 2, 3, 4])).toBeUndefined();
  expect(usualLength([9, 1, 3, 2, 50])).toBe(3);
  expect(usualDelivery([1, 2, 3, 4].map((each) => took(each)))).toBeUndefined();
  const ten = [10, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((each) => took(each));
  expect(usualDelivery(ten)).toEqual({ count: 10, p50: 5 * HOUR, p85: 9 * HOUR, isLate: false });
});

it.each([
  [1, false],
  [2, true],
])('is late where %d of ten were: %s', (late, isLate) => {
  const ten = Array.from({ length: 10 }, (_, nth) => took(nth + 1, nth < late));
  expect(usualDelivery(ten)?.isLate).toBe(isLate);
});

it('counts an approval from the first question to the last decision, once nothing waits', () => {
  const step = (startedAt: string, decidedAt?: string) => ({
    state: decidedAt === undefined ? ('pending' as const) : ('approved' as const),
    startedAt,
    ...(decidedAt && { decidedAt }),
  });
  const first = step('2026-03-01T10:00:00Z', '2026-03-01T11:00:00Z');
  const second = step('2026-03-01T11:00:00Z', '2026-03-01T13:00:00Z');
  expect(approvalLength({ approvals: [first, second] }, 0)).toBe(3 * HOUR);
  expect(approvalLength({ approvals: [first, second] }, Date.parse('2026-03-02'))).toBeNull();
  expect(approvalLength({ approvals: [first, step('2026-03-01T11:00:00Z')] }, 0)).toBeNull();
  expect(approvalLength({ approvals: [{ state: 'void', startedAt: '2026-03-01T10:00:00Z' }] }, 0)).toBeNull();
});
