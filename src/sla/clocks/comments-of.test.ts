import { expect, it } from '@jest/globals';
import { installFakeForge } from '../../../test/support/fake-forge';
import { knownOf } from './comments-of';
import { judgedBy, type KeptComment } from '../engine/history';
import type { MetricDefinition, SlaDefinitions } from '../engine/model';
import { forRequesters } from '../engine/compiled/requesters';
import { slaRecords } from './record/record-store';
import { definitions, firstResponse } from '../testing/definitions';
import { storeIssue } from '../testing/stored';
import { T0 } from '../testing/world';

const hidden: MetricDefinition = {
  ...firstResponse,
  id: 'hidden',
  visibility: 'hidden',
  stop: [{ on: 'commented', by: ['agent'], audience: 'any', groups: ['second-line'] }],
};
const answered: KeptComment = { author: 'agent', created: T0, groups: ['second-line'] };

const knownTo = async (all: SlaDefinitions) => {
  const forge = installFakeForge('olga');
  await storeIssue({ id: '1', createdAt: T0 }, T0, all);
  const record = await slaRecords.get('1');
  if (record === null) throw new Error('stored');
  const of = { '1': answered, '2': { ...answered, publicAt: null } };
  await slaRecords.put({ ...record, comments: { by: judgedBy(all), of } }, 'any');
  const { comments } = await knownOf('1', all, forRequesters(all), false);
  expect(forge.products).toEqual([]);
  return comments;
};

it('tells a requester of no comment that only a hidden clock listens to, and of no group it asks for', async () => {
  const all = { ...definitions, metrics: [firstResponse, hidden] };
  const told = await knownTo(all);
  expect(Object.keys(told?.of ?? {})).toEqual(['1']);
  expect(told?.of['1']).toMatchObject({ author: 'agent', groups: [] });
  expect(told?.by).toBe(judgedBy(forRequesters(all)));
  expect(await knownTo({ ...definitions, metrics: [hidden] })).toBeUndefined();
});

it('tells of groups that a clock of theirs asks for', async () => {
  const shown: MetricDefinition = {
    ...firstResponse,
    stop: [{ on: 'commented', by: ['agent'], audience: 'public', groups: ['second-line'] }],
  };
  const other: MetricDefinition = {
    ...hidden,
    stop: [{ on: 'commented', by: ['agent'], audience: 'public', groups: ['third-line'] }],
  };
  expect((await knownTo({ ...definitions, metrics: [shown, other] }))?.of['1']).toEqual(answered);
});
