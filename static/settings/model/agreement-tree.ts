import type { Agreement } from '../../../src/sla/engine/model';

export interface AgreementNode {
  readonly agreement: Agreement;
  readonly children: readonly AgreementNode[];
}

/** Agreements under their parents, in the order given. One whose parent is gone or in a loop stands at the top: none is lost. */
export function agreementTree(agreements: readonly Agreement[]): readonly AgreementNode[] {
  const placed = new Set<string>();
  const nodeOf = (agreement: Agreement): AgreementNode => {
    placed.add(agreement.id);
    const children = agreements.filter(({ id, parentId }) => parentId === agreement.id && !placed.has(id));
    return { agreement, children: children.map(nodeOf) };
  };
  const isRoot = ({ parentId }: Agreement) => !agreements.some(({ id }) => id === parentId);
  const roots = agreements.filter(isRoot).map(nodeOf);
  return [...roots, ...agreements.flatMap((each) => (placed.has(each.id) ? [] : [nodeOf(each)]))];
}

/** Those an agreement may be put under: not itself, nor anything below it. */
export function possibleParents(agreements: readonly Agreement[], id: string): readonly Agreement[] {
  const below = new Set([id]);
  for (let grown = 0; grown !== below.size;) {
    grown = below.size;
    for (const each of agreements)
      if (each.parentId !== undefined && below.has(each.parentId)) below.add(each.id);
  }
  return agreements.filter((each) => !below.has(each.id));
}
