import { inTurns, SWEEP_MS } from './in-turns';

const rows = ['a', 'b', 'c', 'd', 'e'];

it('takes all where there is room for all, in their order', () => {
  expect(inTurns(rows, 5, 7 * SWEEP_MS)).toEqual(rows);
});

it('comes round to each, however many stay', () => {
  const runs = [0, 1, 2, 3, 4].map((turn) => inTurns(rows, 2, turn * SWEEP_MS).join(''));
  expect(runs).toEqual(['ab', 'cd', 'ea', 'bc', 'de']);
  expect(inTurns(rows, 2, 3, 3)).toEqual(['c', 'd']);
});
