import { installFakeForge } from '../../../test/support/fake-forge';
import { request } from '../../../test/support/samples';
import { writeRequest } from '../records/update-request';
import { previousAnswers } from './previous-answers';

const sent = (id: string, beneficiary: string, day: number, requester = 'anna') =>
  writeRequest(
    null,
    request({
      ...{ id, itemId: 'laptop', requester, beneficiary, state: 'open' },
      receivedAt: `2026-03-0${String(day)}T10:00:00.000Z`,
      answers: { why: id },
    }),
  );

it('offers again what somebody answered last, and for another only what they answered for that one', async () => {
  installFakeForge('anna');
  await sent('for-maria', 'maria', 1);
  await sent('for-boris', 'boris', 2);
  await sent('for-herself', 'anna', 3);
  await sent('by-maria', 'maria', 4, 'maria');
  expect(await previousAnswers({ accountId: 'anna' }, 'laptop')).toEqual({ why: 'for-herself' });
  expect(await previousAnswers({ accountId: 'maria', by: 'anna' }, 'laptop')).toEqual({ why: 'for-maria' });
  expect(await previousAnswers({ accountId: 'carol', by: 'anna' }, 'laptop')).toBeNull();
  expect(await previousAnswers({ accountId: 'anna' }, 'phone')).toBeNull();
});
