import { type Orders, ordersOf, sumOfOrders } from './orders';

const people = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from }, (_, at) => `5b10a2844c20165700ede2${from + at}`);
const day = (orders: readonly (readonly [string, string])[], groups: Record<string, readonly string[]>) =>
  ordersOf(
    orders.map(([requester, itemId]) => ({ requester, itemId })),
    new Map(Object.entries(groups)),
  );
const listOf = ({ groups }: Orders, group: string) => groups.find((each) => each.group === group)?.ids;

it('counts orders, and by group what five people of it ordered, the most of them first', () => {
  const finance = people(10, 20);
  const orders = finance.flatMap((person, at): (readonly [string, string])[] => [
    [person, 'card'],
    ...(at < 6 ? [[person, 'trip'] as const] : []),
    ...(at < 4 ? [[person, 'secret'] as const] : []),
  ]);
  const sum = sumOfOrders([day(orders, Object.fromEntries(finance.map((each) => [each, ['finance']])))]);
  expect(sum.items).toEqual({ card: 10, trip: 6, secret: 4 });
  expect(listOf(sum, 'finance')).toEqual(['card', 'trip']);
});

it('tells nothing of one who orders again and again, on one day or on many', () => {
  const [one = ''] = people(10, 11);
  const often = day(
    Array.from({ length: 9 }, () => [one, 'desk'] as const),
    { [one]: ['finance'] },
  );
  expect(sumOfOrders(Array.from({ length: 9 }, () => often))).toEqual({ items: { desk: 81 }, groups: [] });
});

it('tells people of many days apart, and a smaller group from a larger one', () => {
  const all = people(10, 30);
  const days = all.map((person, at) =>
    day([[person, 'laptop']], { [person]: at < 6 ? ['staff', 'legal'] : ['staff'] }),
  );
  const { groups } = sumOfOrders(days);
  const sizeOf = (name: string) => groups.find(({ group }) => group === name)?.size ?? 0;
  expect(sizeOf('legal')).toBeGreaterThanOrEqual(5);
  expect(sizeOf('staff')).toBeGreaterThan(sizeOf('legal'));
});

it('counts nobody whose groups Jira does not tell for a group', () => {
  expect(day([['a', 'desk']], {})).toEqual({ items: { desk: 1 }, groups: {} });
});
