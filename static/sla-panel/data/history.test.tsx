import { expect, it } from '@jest/globals';
import type { SlaDefinitions } from '../../../src/sla/engine/model';
import { definitionsOf, metricOf } from '../../../src/sla/engine/testing/build';
import { hasStrangers } from './history';

const answers = (note: object) => ({
  issue: { id: '1', key: 'T-1', fields: { reporter: { accountId: 'alice' } } },
  changelog: [],
  comments: [{ id: '7', created: 1, author: { accountId: 'ingrid' }, ...note }],
  statuses: [],
});
const listeningTo = (audience: 'public' | 'any'): SlaDefinitions =>
  definitionsOf(metricOf({ stop: [{ on: 'commented', by: ['agent'], audience }] }));

it('asks the app about who wrote an internal comment only where a clock listens to one', () => {
  const note = answers({ jsdPublic: false });
  expect(hasStrangers(note, listeningTo('public'), undefined)).toBe(false);
  expect(hasStrangers(note, listeningTo('any'), undefined)).toBe(true);
  expect(hasStrangers(answers({}), listeningTo('public'), undefined)).toBe(true);
});
