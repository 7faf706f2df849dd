import { expect, it } from '@jest/globals';
import { installFakeForge } from '../../../test/support/fake-forge';
import { resolver } from './index';

it('a call the app does not have is answered with the wish to load the screen anew, not with a crash', async () => {
  const forge = installFakeForge('alice');
  for (const functionKey of ['portal.homeOfOld', 'toString', '__proto__']) {
    const answer = await resolver({ call: { functionKey, payload: {} }, context: {} }, {} as never);
    expect(answer).toMatchObject({ ok: false, error: { code: 'SCREEN_OUTDATED', retryable: false } });
  }
  expect([forge.kvs.calls, forge.products]).toEqual([[], []]);
});
