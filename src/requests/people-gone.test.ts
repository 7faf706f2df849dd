import { installFakeForge } from '../../test/support/fake-forge';
import { peopleStore } from '../people';
import { peopleGone } from './people-gone';

const editor = { accountId: 'sergey', now: Date.parse('2026-03-02T10:00:00Z') };

it('names who stands in for each who left, unless that one left too', async () => {
  const forge = installFakeForge('sergey');
  let left: readonly string[] = [];
  forge.product = ({ path }) => {
    const asked = new URLSearchParams(path.split('?')[1]).getAll('accountId');
    const values = asked.map((accountId) => ({ accountId, active: !left.includes(accountId) }));
    return { status: 200, body: { values } };
  };
  await peopleStore.save({ id: 'maria', standIn: 'hugo' }, 0, editor);
  await peopleStore.save({ id: 'hugo', standIn: 'felix' }, 0, editor);
  left = ['maria', 'hugo', 'ghost'];
  expect([...(await peopleGone(['maria', 'hugo', 'ghost', 'olga']))]).toEqual([
    ['maria', null],
    ['hugo', 'felix'],
    ['ghost', null],
  ]);
});
