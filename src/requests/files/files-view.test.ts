import { installFakeForge } from '../../../test/support/fake-forge';
import { corruptDocuments } from '../../platform/storage/corrupt-documents';
import { filesView } from './files-view';

it('shows a request whose row of files can not be read, and tells of it on the health page', async () => {
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  const { kvs } = installFakeForge('alice');
  kvs.rows.set('document\0request-files:r1', { id: 'request-files:r1', rev: 1, doc: { schema: 1 } });
  const file = { id: 'f1', name: 'a.png', size: 1, type: 'image/png' };
  expect(await filesView({ id: 'r1', issueId: '100' }, [file])).toEqual([{ ...file, state: 'unknown' }]);
  expect(await corruptDocuments()).toEqual(new Map([['document', 1]]));
});
