import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { installFakeForge } from '../../../test/support/fake-forge';
import { onJql } from './on-jql';

const ask = (functionName: string, args: readonly string[], operator = 'in') =>
  onJql({
    precomputationId: '1',
    clause: { field: 'issue', type: ['issue'], operator, functionName, arguments: args },
  });

const FIELD = {
  id: 'customfield_10099',
  schema: { custom: 'ari:cloud:ecosystem::extension/app/env/static/pledge-next-breach' },
};
beforeEach(() => {
  installFakeForge('nobody').product = () => ({ status: 200, body: [FIELD] });
});

describe('what Jira asks of a JQL function', () => {
  test('is answered with a fragment, under either name of the operator', async () => {
    expect(await ask('slaRunning', [])).toEqual({ jql: 'pledgeRunning = "yes"' });
    expect(await ask('slaRunning', [], 'not_in')).toEqual(await ask('slaRunning', [], 'not in'));
  });

  test('compares the field for the next breach with the time of the search, by its number', async () => {
    expect(await ask('slaAtRisk', ['4h'])).toEqual({
      jql: '(cf[10099] >= now() AND cf[10099] <= "4h")',
    });
  });

  test('is refused in words where it means nothing, and Jira is not told to keep the refusal', async () => {
    expect(await ask('slaBreached', ['Nope'])).toEqual({
      error:
        'There is no SLA metric or agreement "Nope". The SLA panel of a work item names those you may see.',
    });
    expect(await ask('slaRunning', [], '~')).toHaveProperty('error');
    expect(await onJql('slaRunning')).toHaveProperty('error');
  });

  test('is put off in words while the storage cannot answer', async () => {
    const silenced = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    Object.assign(globalThis, {
      __forge_fetch__: () => Promise.resolve(new Response('{}', { status: 500 })),
    });
    expect(await ask('slaRunning', [])).toEqual({
      error: 'Pledge could not work this out just now. Search again in a minute.',
    });
    silenced.mockRestore();
  });
});
