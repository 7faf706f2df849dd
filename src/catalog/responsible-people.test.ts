import { installFakeForge } from '../../test/support/fake-forge';
import { content } from '../../test/support/samples';
import { responsiblePeople } from './responsible-people';
import { saveItem } from './items/save-item';

const editor = { accountId: 'sergey', now: Date.parse('2026-03-02T10:00:00Z') };
const audience = (...users: readonly string[]) => ({ groups: [], users });

beforeEach(() => void installFakeForge('sergey'));

it('are those who own and approve, not those whom an item is for or who are told its price', async () => {
  const item = content({
    owner: 'sergey',
    entitlement: {
      availableFor: { ...audience('alice'), managers: ['helga'] },
      notAvailableFor: audience('boris'),
    },
    price: { amount: 10, currency: 'EUR', hidden: true, shownTo: audience('paula') },
    approvals: [{ rule: 'all', approvers: ['maria'] }],
  });
  await saveItem({ itemId: 'laptop', rev: 0, content: item }, editor);
  expect((await responsiblePeople()).toSorted()).toEqual(['maria', 'sergey']);
});
