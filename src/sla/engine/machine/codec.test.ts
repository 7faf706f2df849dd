import { expect, it } from '@jest/globals';
import { fromLetters, toLetters } from './codec';
import type { SlaState } from './state';

const state = {
  schema: 1,
  version: 7,
  issueId: '10001',
  issueKey: 'IT-1',
  createdAt: 1,
  lastFact: null,
  fields: { status: ['3'] },
  runs: [
    {
      id: 'delivery',
      startHeld: 1,
      pauses: [[1, 2, 'customer']],
      cycles: [{ number: 2, startedAt: 5, goalIndex: 0, runningSince: 5, pausedMs: { customer: 3 } }],
    },
  ],
} as unknown as SlaState;

it('stores a state under letters and reads it back as it was', () => {
  expect(toLetters(state)).toEqual({
    schema: 1,
    dv: 7,
    issueId: '10001',
    issueKey: 'IT-1',
    createdAt: 1,
    lastFact: null,
    f: { status: ['3'] },
    m: [
      {
        id: 'delivery',
        lv: 1,
        q: [[1, 2, 'customer']],
        y: [{ n: 2, s: 5, g: 0, r: 5, pb: { customer: 3 } }],
      },
    ],
  });
  expect(fromLetters(toLetters(state))).toEqual(state);
});
