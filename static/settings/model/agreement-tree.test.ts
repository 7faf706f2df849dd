import type { Agreement } from '../../../src/sla/engine/model';
import { type AgreementNode, agreementTree, possibleParents } from './agreement-tree';

const agreement = (id: string, parentId?: string): Agreement => ({
  id,
  name: id,
  kind: 'SLA',
  provider: '',
  consumers: [],
  affectsParent: 'none',
  ...(parentId === undefined ? {} : { parentId }),
});
const shape = (nodes: readonly AgreementNode[]): string =>
  nodes
    .map(({ agreement: { id }, children }) => (children.length > 0 ? `${id}(${shape(children)})` : id))
    .join(' ');

describe('the tree of agreements', () => {
  it('puts children under their parents at any depth', () => {
    expect(
      shape(agreementTree([agreement('a'), agreement('c', 'b'), agreement('b', 'a'), agreement('d')])),
    ).toBe('a(b(c)) d');
  });

  it('loses none whose parent is gone or in a loop', () => {
    expect(shape(agreementTree([agreement('a', 'gone'), agreement('b', 'c'), agreement('c', 'b')]))).toBe(
      'a b(c)',
    );
  });

  it('offers as parents only what is not below', () => {
    const all = [agreement('a'), agreement('b', 'a'), agreement('c', 'b'), agreement('d')];
    expect(possibleParents(all, 'a').map(({ id }) => id)).toEqual(['d']);
    expect(possibleParents(all, 'c').map(({ id }) => id)).toEqual(['a', 'b', 'd']);
  });
});
