import { randomBytes } from 'node:crypto';
import { installFakeForge } from '../../../test/support/fake-forge';
import { content } from '../../../test/support/samples';
import { MOST_PICTURE_BYTES } from '../../catalog/domain/picture';
import { stagePart, stagedMembers } from './staged';

it('a part has room for the largest picture beside its item', async () => {
  installFakeForge('sergey');
  const begins = Buffer.from('\xff\xd8\xff', 'latin1');
  const picture = Buffer.concat([begins, randomBytes(MOST_PICTURE_BYTES - begins.length)]).toString('base64');
  const item = { id: 'laptop', state: 'published', content: content(), picture };
  await stagePart('upload', 'item', 0, [item]);
  expect(await stagedMembers('upload', 'item', [0])).toEqual([item]);
});
