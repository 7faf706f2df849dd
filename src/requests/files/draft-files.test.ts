import { draft, keepDraft } from '../../../test/support/drafts';
import { installFakeForge } from '../../../test/support/fake-forge';
import { alice, NOW } from '../../../test/support/request-world';
import { fileText } from '../../catalog/domain/files/file-ref';
import { removeObject } from '../../platform/object-store';
import { deleteDraft } from '../drafts/drafts';
import { changeHeld } from './change-held';
import { heldFiles } from './file-store';

jest.mock('../../platform/object-store');

const file = (id: string) => ({ id, name: `${id}.png`, size: 1, type: 'image/png' });
const answersWith = (...ids: readonly string[]) => ({ proof: ids.map((id) => fileText(file(id))) });

it('leaves the files that another draft names when one that was kept twice is thrown away', async () => {
  installFakeForge('alice');
  const files = ['shared', 'own'].map((id) => ({ ...file(id), checksum: '', at: NOW, isThere: true }));
  await changeHeld('alice', () => ({ files, answer: undefined }));
  await keepDraft('alice', { answers: answersWith('shared', 'own') });
  await keepDraft('alice', { clientToken: 'token-0000-0002', answers: answersWith('shared') });
  await deleteDraft(draft().clientToken, alice());
  expect((await heldFiles('alice')).map(({ id }) => id)).toEqual(['shared']);
  await deleteDraft('token-0000-0002', alice());
  expect(await heldFiles('alice')).toEqual([]);
  expect(jest.mocked(removeObject).mock.calls).toEqual([['own'], ['shared']]);
});
